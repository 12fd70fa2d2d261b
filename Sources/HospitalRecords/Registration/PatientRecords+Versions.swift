import DatabaseKit
import HospitalDomain

extension PatientRecords {
  /// The versions of a record, the newest first; the first of them is the one that stands.
  package func versions(of id: PatientID) throws -> [PatientVersionRow] {
    let allergies = try records.allergies.all(of: id).filter { $0.patient == id }
    return try transaction.rows(
      """
      SELECT \(part: Self.versionColumns) FROM patient AS held \(part: Self.versionJoins) WHERE held.id = \(id)
      UNION ALL
      SELECT \(part: Self.versionColumns) FROM patient_version AS held \(part: Self.versionJoins)
      WHERE held.patient_id = \(id)
      ORDER BY version DESC
      """
    ).map { try Self.version($0, allergies) }
  }

  /// One version of a record; nil when it has none of that number.
  package func version(_ number: Int, of id: PatientID) throws -> PatientVersionRow? {
    try versions(of: id).first { $0.version == number }
  }

  private static let versionJoins: SQLStatement =
    "JOIN account ON account.id = held.recorded_by LEFT JOIN pharmacy ON pharmacy.id = held.pharmacy_id"

  private static let versionColumns: SQLStatement = """
    held.version AS version, held.recorded_at, held.change_reason, account.full_name AS author, held.family_name,
    held.given_name, held.is_unidentified, held.sex, held.birth_date, held.is_birth_date_estimated, held.national_id,
    held.telephone, held.email, held.address, held.town, held.emergency_name, held.emergency_telephone,
    held.emergency_relation, held.blood_group, held.language, held.insurer, pharmacy.name AS pharmacy_name,
    held.allergy_status, held.died_at
    """

  /// Every change of the allergies makes a version too, so that those of a version are those that held when it was made.
  private static func version(_ row: SQLRow, _ allergies: [AllergyLine]) throws -> PatientVersionRow {
    let recorded = Recorded(by: try row.text("author"), at: try row.timestamp("recorded_at"))
    let status = AllergyRecords.status(
      of: allergies.filter { $0.holds(at: recorded.at) }, recorded: try row.text("allergy_status"))
    return PatientVersionRow(
      version: try row.count("version"), recorded: recorded, reason: try row.text("change_reason"),
      details: PatientDetailsEntry(try row.patientDetails(allergies: status)),
      isUnidentified: try row.flag("is_unidentified"), diedAt: try row.optionalTimestamp("died_at"))
  }
}

import DatabaseKit
import HospitalDomain

extension PatientRecords {
  /// The details of one patient as they stand now.
  package func row(_ id: PatientID) throws -> PatientRow? {
    let row = try transaction.row(
      """
      SELECT patient.*, pharmacy.name AS pharmacy_name, account.full_name AS registrar
      FROM patient JOIN account ON account.id = patient.registered_by
        LEFT JOIN pharmacy ON pharmacy.id = patient.pharmacy_id
      WHERE patient.id = \(id)
      """)
    return try row.map { row in
      let allergies = try records.allergies.status(of: id, recorded: row.text("allergy_status"))
      return PatientRow(
        id: id, number: try row.hospitalNumber("number"), version: try row.count("version"),
        details: try row.patientDetails(allergies: allergies), pharmacy: try row.optionalIdentifier("pharmacy_id"),
        isUnidentified: try row.flag("is_unidentified"),
        registered: Recorded(by: try row.text("registrar"), at: try row.timestamp("registered_at")),
        diedAt: try row.optionalTimestamp("died_at"))
    }
  }

  /// Adds a patient with the terms they are found by and their allergies; gives the number.
  package func add(
    _ details: PatientDetails, as id: PatientID, pharmacy: PharmacyID?, isUnidentified: Bool
  ) throws -> HospitalNumber {
    guard let number = HospitalNumber(sequence: try records.nextNumber(of: "patient")) else {
      throw DatabaseFault.other("hospital numbers are used up")
    }
    try transaction.execute(
      """
      INSERT INTO patient (id, number, hospital_id, registered_at, registered_by, family_name, given_name,
        is_unidentified, sex, birth_date, is_birth_date_estimated, national_id, telephone, email, address, town,
        emergency_name, emergency_telephone, emergency_relation, blood_group, language, insurer, pharmacy_id,
        allergy_status, version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(number), \(records.author.hospital), \(records.now), \(records.author.account),
        \(details.name.family), \(details.name.given), \(isUnidentified), \(details.sex), \(details.birthDate.date),
        \(details.birthDate.isEstimated), \(details.nationalID?.text), \(details.telephone.text),
        \(details.email?.text), \(details.address), \(Self.orNull(details.town)),
        \(details.emergencyContact.name), \(details.emergencyContact.telephone.text),
        \(details.emergencyContact.relation), \(Self.orNull(details.bloodGroup)), \(Self.orNull(details.language)),
        \(Self.orNull(details.insurer)), \(pharmacy), \(AllergyRecords.code(of: details.allergies)),
        \(part: records.firstVersion))
      """)
    try addTerms(PatientTerms.of(details, number: number), to: number)
    for entry in details.allergies.entries { try records.allergies.add(entry, to: id) }
    return number
  }

  /// Gives a patient other details, as a new version; false when the record is no longer at that version. Their allergies
  /// are left alone but for the status, which `AllergyRecords` changes with them.
  package func change(
    _ former: PatientRow, to details: PatientDetails, pharmacy: PharmacyID?, isUnidentified: Bool,
    because reason: String
  ) throws -> Bool {
    let isChanged = try transaction.execute(
      """
      UPDATE patient SET family_name = \(details.name.family), given_name = \(details.name.given),
        is_unidentified = \(isUnidentified), sex = \(details.sex), birth_date = \(details.birthDate.date),
        is_birth_date_estimated = \(details.birthDate.isEstimated), national_id = \(details.nationalID?.text),
        telephone = \(details.telephone.text), email = \(details.email?.text), address = \(details.address),
        town = \(Self.orNull(details.town)), emergency_name = \(details.emergencyContact.name),
        emergency_telephone = \(details.emergencyContact.telephone.text),
        emergency_relation = \(details.emergencyContact.relation), blood_group = \(Self.orNull(details.bloodGroup)),
        language = \(Self.orNull(details.language)), insurer = \(Self.orNull(details.insurer)),
        pharmacy_id = \(pharmacy), allergy_status = \(AllergyRecords.code(of: details.allergies)),
        \(part: records.nextVersion(because: reason))
      WHERE id = \(former.id) AND version = \(former.version)
      """)
    guard isChanged > 0 else { return false }
    try changeTerms(of: former.number, from: former.details, to: details)
    return true
  }

  /// Notes the status of a patient's allergies, as a new version: whoever has an older version open learns of it.
  package func setAllergyStatus(_ status: AllergyStatus, of id: PatientID, because reason: String) throws {
    try transaction.execute(
      """
      UPDATE patient SET allergy_status = \(AllergyRecords.code(of: status)),
        \(part: records.nextVersion(because: reason)) WHERE id = \(id)
      """)
  }

  /// Makes a new version of a record that nothing of its own changed, such as when another was merged into it: whoever has an
  /// older version open learns of it.
  package func renew(_ id: PatientID, because reason: String) throws {
    try transaction.execute("UPDATE patient SET \(part: records.nextVersion(because: reason)) WHERE id = \(id)")
  }

  /// Records when a patient died, or that they did not, as a new version.
  package func setDeath(_ time: Timestamp?, of id: PatientID, because reason: String) throws {
    try transaction.execute(
      "UPDATE patient SET died_at = \(time), \(part: records.nextVersion(because: reason)) WHERE id = \(id)")
  }

  private static func orNull(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static func orNull(_ group: BloodGroup) -> String? { group == .unknown ? nil : group.rawValue }
}

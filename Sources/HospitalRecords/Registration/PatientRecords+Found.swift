import DatabaseKit
import HospitalDomain

extension PatientRecords {
  /// The lines of the patients whose numbers a query gives in its column `patient_number`; a record that was merged away
  /// gives the one that survives.
  func found(_ numbers: SQLStatement) throws -> [FoundPatient] {
    try transaction.rows("\(part: Self.foundColumns) FROM (\(part: numbers)) AS matched \(part: Self.foundJoins)")
      .map(Self.found)
  }

  private static let foundColumns: SQLStatement = """
    SELECT shown.id, shown.number, shown.family_name, shown.given_name, shown.sex, shown.birth_date,
      shown.is_birth_date_estimated, shown.telephone, shown.town, shown.national_id, shown.is_unidentified,
      shown.died_at, held.number AS held_number,
      (SELECT room.number FROM admission
         JOIN stay ON stay.admission_id = admission.id AND stay.ended_at IS NULL JOIN room ON room.id = stay.room_id
       WHERE admission.status IN ('in-progress', 'on-hold') AND admission.patient_id IN (SELECT shown.id
         UNION ALL SELECT merged.patient_id FROM patient_merge AS merged
           WHERE merged.survivor_id = shown.id AND merged.undone_at IS NULL)) AS room_number
    """

  private static let foundJoins: SQLStatement = """
    JOIN patient AS held ON held.number = matched.patient_number
    LEFT JOIN patient_merge ON patient_merge.patient_id = held.id AND patient_merge.undone_at IS NULL
    JOIN patient AS shown ON shown.id = COALESCE(patient_merge.survivor_id, held.id)
    """

  private static func found(_ row: SQLRow) throws -> FoundPatient {
    let (number, held) = (try row.hospitalNumber("number"), try row.hospitalNumber("held_number"))
    return FoundPatient(
      id: try row.identifier("id"), number: number, name: try row.personName(), sex: try row.code("sex"),
      birthDate: BirthDate(try row.date("birth_date"), isEstimated: try row.flag("is_birth_date_estimated")),
      telephone: Telephone(stored: try row.text("telephone")), town: try row.optionalText("town") ?? "",
      nationalID: try row.optionalText("national_id").map { NationalID(stored: $0) },
      room: try row.optionalText("room_number"), isUnidentified: try row.flag("is_unidentified"),
      isDeceased: try row.optionalTimestamp("died_at") != nil, foundAs: held == number ? nil : held)
  }
}

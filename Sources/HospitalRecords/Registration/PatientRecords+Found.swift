import DatabaseKit
import HospitalDomain

extension PatientRecords {
  /// The lines of the patients whose numbers a query gives in its column `patient_number`; a record that was merged away
  /// gives the one that survives.
  func found(_ numbers: SQLStatement) throws -> [FoundPatient] {
    var lines: [FoundPatient] = []
    try transaction.forEachRow(
      """
      \(part: Self.foundColumns), patient_merge.survivor_id
      FROM (\(part: numbers)) AS matched JOIN patient AS shown ON shown.number = matched.patient_number
        LEFT JOIN patient_merge ON patient_merge.patient_id = shown.id AND patient_merge.undone_at IS NULL
      """
    ) { row in
      let survivor: PatientID? = try row.optionalIdentifier("survivor_id")
      lines.append(try survivor.flatMap { try found($0, as: row.hospitalNumber("number")) } ?? Self.found(row))
    }
    return lines
  }

  /// The line of a record that survives, found under the number of one that was merged into it.
  private func found(_ survivor: PatientID, as number: HospitalNumber) throws -> FoundPatient? {
    try transaction.row("\(part: Self.foundColumns) FROM patient AS shown WHERE shown.id = \(survivor)")
      .map { try Self.found($0, as: number) }
  }

  private static let foundColumns: SQLStatement = """
    SELECT shown.id, shown.number, shown.family_name, shown.given_name, shown.sex, shown.birth_date,
      shown.is_birth_date_estimated, shown.telephone, shown.town, shown.national_id, shown.is_unidentified,
      shown.died_at, COALESCE(\(part: roomOfAdmission) WHERE admission.status IN ('in-progress', 'on-hold')
          AND admission.patient_id = shown.id),
        \(part: roomOfAdmission) JOIN patient_merge AS merged ON merged.patient_id = admission.patient_id
        WHERE admission.status IN ('in-progress', 'on-hold') AND merged.survivor_id = shown.id
          AND merged.undone_at IS NULL)) AS room_number
    """

  private static let roomOfAdmission: SQLStatement = """
    (SELECT room.number FROM admission
       JOIN stay ON stay.admission_id = admission.id AND stay.ended_at IS NULL JOIN room ON room.id = stay.room_id
    """

  private static func found(_ row: SQLRow, as former: HospitalNumber? = nil) throws -> FoundPatient {
    FoundPatient(
      id: try row.identifier("id"), number: try row.hospitalNumber("number"), name: try row.personName(),
      sex: try row.code("sex"),
      birthDate: BirthDate(try row.date("birth_date"), isEstimated: try row.flag("is_birth_date_estimated")),
      telephone: Telephone(stored: try row.text("telephone")), town: try row.optionalText("town") ?? "",
      nationalID: try row.optionalText("national_id").map { NationalID(stored: $0) },
      room: try row.optionalText("room_number"), isUnidentified: try row.flag("is_unidentified"),
      isDeceased: try row.optionalTimestamp("died_at") != nil, foundAs: former)
  }
}

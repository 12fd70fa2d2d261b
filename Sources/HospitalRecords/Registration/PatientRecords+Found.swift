import DatabaseKit
import HospitalDomain

extension PatientRecords {
  /// The lines of the patients whose numbers a query gives in its column `patient_number`; a record that was merged away
  /// gives the one that survives.
  func found(_ numbers: SQLStatement) throws -> [FoundPatient] {
    var lines = FoundLines()
    try transaction.forEachRow(
      """
      \(part: Self.foundColumns), away.survivor_id
      FROM (\(part: numbers)) AS matched JOIN patient AS shown ON shown.number = matched.patient_number
        LEFT JOIN patient_merge AS away ON away.patient_id = shown.id AND away.undone_at IS NULL
        \(part: Self.whereTheyAre)
      """
    ) { row in
      if let survivor: PatientID = try row.optionalIdentifier("survivor_id") {
        for line in try found(survivor, as: row.hospitalNumber("number")) { lines.add(line) }
      } else {
        lines.add(try found(row))
      }
    }
    return lines.all
  }

  /// The lines of a record that survives, found under the number of one that was merged into it.
  private func found(_ survivor: PatientID, as number: HospitalNumber) throws -> [FoundPatient] {
    try transaction.rows(
      "\(part: Self.foundColumns) FROM patient AS shown \(part: Self.whereTheyAre) WHERE shown.id = \(survivor)"
    ).map { try found($0, as: number) }
  }

  private static let foundColumns: SQLStatement = """
    SELECT shown.id, shown.number, shown.family_name, shown.given_name, shown.sex, shown.birth_date,
      shown.is_birth_date_estimated, shown.telephone, shown.town, shown.national_id, shown.is_unidentified,
      shown.died_at, room.number AS room_number, absorbed.patient_id AS absorbed_id
    """

  /// The room of the open admission, and a line for each record that was merged into the one shown.
  private static let whereTheyAre: SQLStatement = """
    LEFT JOIN admission ON admission.patient_id = shown.id AND admission.status IN ('in-progress', 'on-hold')
    LEFT JOIN stay ON stay.admission_id = admission.id AND stay.ended_at IS NULL
    LEFT JOIN room ON room.id = stay.room_id
    LEFT JOIN patient_merge AS absorbed ON absorbed.survivor_id = shown.id AND absorbed.undone_at IS NULL
    """

  /// The room of a record that was merged into another while its admission was open. Asked for such records alone: within
  /// the search it would cost every line of every letter that is typed.
  private func room(ofAbsorbed patient: PatientID) throws -> String? {
    try transaction.row(
      """
      SELECT room.number FROM admission
        JOIN stay ON stay.admission_id = admission.id AND stay.ended_at IS NULL JOIN room ON room.id = stay.room_id
      WHERE admission.patient_id = \(patient) AND admission.status IN ('in-progress', 'on-hold')
      """)?.text("number")
  }

  private func found(_ row: SQLRow, as former: HospitalNumber? = nil) throws -> FoundPatient {
    var room = try row.optionalText("room_number")
    if room == nil, let absorbed: PatientID = try row.optionalIdentifier("absorbed_id") {
      room = try self.room(ofAbsorbed: absorbed)
    }
    return FoundPatient(
      id: try row.identifier("id"), number: try row.hospitalNumber("number"), name: try row.personName(),
      sex: try row.code("sex"),
      birthDate: BirthDate(try row.date("birth_date"), isEstimated: try row.flag("is_birth_date_estimated")),
      telephone: Telephone(stored: try row.text("telephone")), town: try row.optionalText("town") ?? "",
      nationalID: try row.optionalText("national_id").map { NationalID(stored: $0) },
      room: room, isUnidentified: try row.flag("is_unidentified"),
      isDeceased: try row.optionalTimestamp("died_at") != nil, foundAs: former)
  }
}

/// Lines of patients, one for each in the order in which they came; where a patient came twice, the line with a room counts.
private struct FoundLines {
  private(set) var all: [FoundPatient] = []

  mutating func add(_ line: FoundPatient) {
    if let last = all.indices.last, all[last].id == line.id {
      if all[last].room == nil { all[last] = line }
    } else {
      all.append(line)
    }
  }
}

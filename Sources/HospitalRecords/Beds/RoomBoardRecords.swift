import DatabaseKit
import HospitalDomain

/// The board: every room with what stands around it, read in one statement.
package struct RoomBoardRecords {
  let records: Records

  /// Every room of the hospital that is not retired, by department and number.
  package func rows() throws -> [RoomBoardRow] {
    try rows(where: "department.hospital_id = \(records.author.hospital)")
  }

  /// These rooms of the hospital, as far as they are not retired.
  package func rows(_ ids: Set<String>) throws -> [RoomBoardRow] {
    try rows(where: "room.id IN (\(list: ids.sorted())) AND department.hospital_id = \(records.author.hospital)")
  }

  /// One room of the hospital.
  package func row(_ id: RoomID) throws -> RoomBoardRow? {
    try rows(where: "room.id = \(id) AND department.hospital_id = \(records.author.hospital)").first
  }

  /// The room that the open stay of a patient is in, in whichever hospital of the network: nobody is in two.
  package func row(ofPatient id: PatientID) throws -> RoomBoardRow? {
    try rows(
      where: """
        room.id IN (SELECT stay.room_id FROM admission JOIN stay ON stay.admission_id = admission.id AND stay.ended_at IS NULL
          WHERE admission.status IN ('in-progress', 'on-hold') AND admission.patient_id IN
            (\(part: MergedRecords.identifiers(of: id))))
        """
    ).first
  }

  private func rows(where condition: SQLStatement) throws -> [RoomBoardRow] {
    var rows: [RoomBoardRow] = []
    try records.transaction.forEachRow(
      Self.select + condition + " AND room.retired_at IS NULL ORDER BY department.number, room.number"
    ) {
      rows.append(try row($0))
    }
    return rows
  }

  private static let select = SQLStatement(
    trusted: """
      SELECT room.id, room.number, room.bay, room.kind, room.features, room.service_state, room.service_since,
        room.service_reason, room.reopens_at, room.version, department.id AS department_id,
        department.name AS department_name, department.gender_rule,
        stay.id AS stay_id, stay.started_at, stay.admission_id, stay.staff_id,
        admission.doctor_id, admission.admitted_at, admission.expected_discharge_at, isolation.kind AS isolation_kind,
        doctor.family_name AS doctor_family_name, doctor.given_name AS doctor_given_name,
        staff.family_name AS staff_family_name, staff.given_name AS staff_given_name,
        hold.id AS hold_id, hold.note, hold.made_at, hold.expires_at,
        COALESCE(survivor.id, patient.id) AS patient_id, COALESCE(survivor.number, patient.number) AS patient_number,
        COALESCE(survivor.family_name, patient.family_name) AS family_name,
        COALESCE(survivor.given_name, patient.given_name) AS given_name,
        COALESCE(survivor.sex, patient.sex) AS sex, COALESCE(survivor.birth_date, patient.birth_date) AS birth_date,
        COALESCE(survivor.allergy_status, patient.allergy_status) AS allergy_status,
        survivor.id IS NOT NULL OR EXISTS (SELECT 1 FROM patient_merge AS absorbed
          WHERE absorbed.survivor_id = patient.id AND absorbed.undone_at IS NULL) AS is_merged
      FROM \(RoomBoardSQL.tables)
      LEFT JOIN doctor ON doctor.id = admission.doctor_id
      LEFT JOIN staff ON staff.id = stay.staff_id
      WHERE
      """ + " ")

  private func row(_ row: SQLRow) throws -> RoomBoardRow {
    let patient = try patient(row)
    return RoomBoardRow(
      id: try row.identifier("id"), number: try row.text("number"), bay: try row.text("bay"),
      kind: try row.code("kind"), features: try row.text("features"),
      department: .init(
        id: try row.identifier("department_id"), name: try row.text("department_name"),
        genderRule: try row.code("gender_rule")),
      service: .init(
        state: try row.code("service_state"), since: try row.timestamp("service_since"),
        reason: try row.text("service_reason"), reopensAt: try row.optionalTimestamp("reopens_at"),
        version: try row.count("version")),
      occupancy: try occupancy(row, patient), hold: try Self.hold(row, patient))
  }

  /// What is known of somebody's allergies. Only where there may be any is a second statement worth its time.
  private func allergies(_ row: SQLRow, of patient: PatientID) throws -> AllergyStatus {
    let code = try row.text("allergy_status")
    guard try code == "recorded" || row.flag("is_merged") else {
      return AllergyRecords.status(of: [], recorded: code)
    }
    return try records.allergies.status(of: patient, recorded: code)
  }

  private func occupancy(_ row: SQLRow, _ patient: RoomBoardRow.PatientLine?) throws -> RoomBoardRow.Occupancy? {
    guard let stay: StayID = try row.optionalIdentifier("stay_id"), let patient else { return nil }
    return RoomBoardRow.Occupancy(
      stay: stay, admission: try row.identifier("admission_id"), patient: patient,
      since: try row.timestamp("started_at"), admittedAt: try row.optionalTimestamp("admitted_at"),
      doctor: try row.identifier("doctor_id"),
      doctorName: try row.personName("doctor_"),
      staff: try row.identifier("staff_id"),
      staffName: try row.personName("staff_"),
      isolation: try row.optionalCode("isolation_kind"),
      expectedDischarge: try row.optionalTimestamp("expected_discharge_at"),
      allergies: try allergies(row, of: patient.id))
  }

  private static func hold(_ row: SQLRow, _ patient: RoomBoardRow.PatientLine?) throws -> RoomBoardRow.HoldLine? {
    guard let hold: HoldID = try row.optionalIdentifier("hold_id") else { return nil }
    return RoomBoardRow.HoldLine(
      id: hold, patient: patient, note: try row.text("note"), madeAt: try row.timestamp("made_at"),
      expiresAt: try row.timestamp("expires_at"))
  }

  private func patient(_ row: SQLRow) throws -> RoomBoardRow.PatientLine? {
    guard let id: PatientID = try row.optionalIdentifier("patient_id") else { return nil }
    return try records.shown(
      RoomBoardRow.PatientLine(
        id: id, number: try row.hospitalNumber("patient_number"), name: try row.personName(), sex: try row.code("sex"),
        birthDate: BirthDate(try row.date("birth_date"))))
  }
}

extension Records {
  /// The board of rooms.
  package var board: RoomBoardRecords { RoomBoardRecords(records: self) }
}

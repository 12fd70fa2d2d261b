import DatabaseKit
import HospitalDomain

extension CheckOutRecords {
  /// Whom a stay is of; nil where there is no such stay in the hospital.
  package func patient(of id: AdmissionID) throws -> RoomBoardRow.PatientLine? {
    try transaction.row(
      """
      SELECT \(part: SQLRow.listedPatientColumns)
      FROM admission JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "admission.patient_id"))
      WHERE admission.id = \(id) AND admission.hospital_id = \(records.author.hospital)
      """
    ).map { try records.listedPatient($0) }
  }

  /// Everything of one check-out; nil where there is no such stay in the hospital.
  package func checkOut(_ id: AdmissionID) throws -> CheckOut? {
    let row = try transaction.row(
      """
      SELECT \(part: SQLRow.listedPatientColumns), doctor.family_name, doctor.given_name
      FROM admission JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "admission.patient_id"))
        JOIN doctor ON doctor.id = admission.doctor_id
      WHERE admission.id = \(id) AND admission.hospital_id = \(records.author.hospital)
      """)
    guard let row, let admission = try records.admissions.admission(id) else { return nil }
    return CheckOut(
      admission: admission, patient: try records.listedPatient(row), doctor: try row.personName(),
      stays: try records.stays.stays(of: id), stamps: try stamps(of: id), order: try order(of: id),
      edition: try edition(of: id), items: try items(of: id), leave: try leave(of: id))
  }

  /// The stays whose discharge is ordered, whose patient is on leave, or has left with papers open; `limit`
  /// of them, those who left longest ago left out. The limit within the count lets the engine look into the view by its
  /// indexes. Stays where nothing of this is so are not among them.
  package func standings(limit: Int) throws -> CheckOutStandings {
    let standings = try transaction.rows(
      """
      SELECT admission.id, admission.status, admission.discharged_at, admission.admitted_at,
        \(part: SQLRow.listedPatientColumns), doctor.family_name, doctor.given_name, room.number AS room_number, department.name AS department_name,
        stay.started_at, given.stamped_at AS ordered_at, patient_leave.back_at,
        CASE WHEN given.id IS NOT NULL AND discharge_summary.disposition = 'died' THEN 1 ELSE 0 END AS is_death,
        (SELECT COUNT(*) FROM (SELECT 1 FROM open_item WHERE open_item.admission_id = admission.id AND NOT EXISTS (
          SELECT 1 FROM waiver WHERE waiver.admission_id = open_item.admission_id AND waiver.kind = open_item.kind
            AND waiver.item_id = open_item.item_id AND waiver.withdrawn_at IS NULL) LIMIT 1000) AS counted) AS open_items
      FROM admission JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "admission.patient_id"))
        JOIN doctor ON doctor.id = admission.doctor_id
        JOIN stay ON stay.id = (SELECT latest.id FROM stay AS latest WHERE latest.admission_id = admission.id
          ORDER BY latest.started_at DESC, latest.id DESC LIMIT 1)
        JOIN room ON room.id = stay.room_id JOIN department ON department.id = room.department_id
        LEFT JOIN check_out_stamp AS given
          ON given.admission_id = admission.id AND given.step = 'order' AND given.undone_at IS NULL
        LEFT JOIN discharge_summary ON discharge_summary.admission_id = admission.id
        LEFT JOIN patient_leave ON patient_leave.admission_id = admission.id AND patient_leave.ended_at IS NULL
      WHERE admission.status IN ('in-progress', 'on-hold', 'discharged')
        AND admission.hospital_id = \(records.author.hospital)
        AND (admission.status <> 'in-progress' OR given.id IS NOT NULL)
      ORDER BY CASE WHEN admission.discharged_at IS NULL THEN 0 ELSE 1 END, admission.discharged_at DESC, admission.id
      LIMIT \(limit + 1)
      """
    ).map(standing)
    return CheckOutStandings(Array(standings.prefix(limit)), isCut: standings.count > limit)
  }

  private func standing(_ row: SQLRow) throws -> CheckOutStanding {
    CheckOutStanding(
      id: try row.identifier("id"), patient: try records.listedPatient(row), doctor: try row.personName(),
      status: try row.code("status"), roomNumber: try row.text("room_number"),
      department: try row.text("department_name"), since: try row.timestamp("started_at"),
      admittedAt: try row.timestamp("admitted_at"),
      orderedAt: try row.optionalTimestamp("ordered_at"), isDeath: try row.flag("is_death"),
      leftAt: try row.optionalTimestamp("discharged_at"), backAt: try row.optionalTimestamp("back_at"),
      openItems: try row.count("open_items"))
  }
}

import DatabaseKit
import HospitalDomain

/// Who has which patients.
package struct AssignmentRecords {
  let records: Records

  /// Every doctor and member of staff of a department with the rooms and patients that they have, wherever those are.
  package func lines(of department: DepartmentID) throws -> [AssignmentLine] {
    try lines(.doctor, of: department) + lines(.staff, of: department)
  }

  private func lines(_ table: EmployeeTable, of department: DepartmentID) throws -> [AssignmentLine] {
    let stays: SQLStatement =
      table == .doctor
      ? """
      LEFT JOIN admission ON admission.doctor_id = person.id AND admission.status IN ('in-progress', 'on-hold')
      LEFT JOIN stay ON stay.admission_id = admission.id AND stay.ended_at IS NULL
      """
      : """
      LEFT JOIN stay ON stay.staff_id = person.id AND stay.ended_at IS NULL
      LEFT JOIN admission ON admission.id = stay.admission_id
      """
    return try records.transaction.rows(
      """
      SELECT person.number, person.family_name, person.given_name,
        person.\(part: SQLStatement(trusted: table.occupation)) AS occupation, room.id AS room_id,
        room.number AS room_number, stay.started_at, COALESCE(survivor.id, patient.id) AS patient_id,
        COALESCE(survivor.family_name, patient.family_name) AS patient_family_name,
        COALESCE(survivor.given_name, patient.given_name) AS patient_given_name
      FROM \(part: SQLStatement(trusted: table.rawValue)) AS person \(part: stays)
      LEFT JOIN room ON room.id = stay.room_id
      LEFT JOIN patient ON patient.id = admission.patient_id
      LEFT JOIN patient_merge ON patient_merge.patient_id = patient.id AND patient_merge.undone_at IS NULL
      LEFT JOIN patient AS survivor ON survivor.id = patient_merge.survivor_id
      WHERE person.department_id = \(department) AND person.left_at IS NULL
      ORDER BY person.family_name, person.given_name, person.number, room.number
      """
    ).map(line)
  }

  private func line(_ row: SQLRow) throws -> AssignmentLine {
    let room: RoomID? = try row.optionalIdentifier("room_id")
    return AssignmentLine(
      employeeNumber: try row.text("number"), employeeName: try row.personName(),
      occupation: try row.text("occupation"),
      place: try room.map { room in
        let patient: PatientID = try row.identifier("patient_id")
        return AssignmentLine.Place(
          room: room, roomNumber: try row.text("room_number"), patient: patient,
          patientName: try records.shown(try row.personName("patient_"), of: patient),
          since: try row.timestamp("started_at"))
      })
  }
}

extension Records {
  /// Who has which patients.
  package var assignments: AssignmentRecords { AssignmentRecords(records: self) }
}

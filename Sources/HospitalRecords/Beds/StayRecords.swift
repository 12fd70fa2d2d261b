import DatabaseKit
import HospitalDomain

/// Stays, and the isolation that goes with the admission from room to room.
package struct StayRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Opens a stay. It begins now, or when the last stay of the room or the admission ended if a clock has gone back.
  package func open(_ admission: AdmissionID, in room: RoomID, with staff: StaffID) throws -> StayID {
    let id: StayID = records.newIdentifier()
    let start = try max(records.now, lastEnd("room_id = \(room)"), lastEnd("admission_id = \(admission)"))
    try transaction.execute(
      """
      INSERT INTO stay (id, admission_id, room_id, started_at, staff_id, ended_at,
        version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(admission), \(room), \(start), \(staff), NULL, \(part: records.firstVersion))
      """)
    return id
  }

  private func lastEnd(_ condition: SQLStatement) throws -> Timestamp {
    let row = try transaction.row("SELECT MAX(ended_at) AS ended_at FROM stay WHERE \(part: condition)")
    return try row?.optionalTimestamp("ended_at") ?? Timestamp(milliseconds: 0)
  }

  /// Ends a stay, now.
  package func end(_ id: StayID, because reason: String) throws {
    try change(
      id, "ended_at = CASE WHEN started_at > \(records.now) THEN started_at ELSE \(records.now) END", because: reason)
  }

  /// Assigns another member of staff to the patient's room (B5).
  package func assign(_ staff: StaffID, to id: StayID, because reason: String) throws {
    try change(id, "staff_id = \(staff)", because: reason)
  }

  /// The stays of an admission, oldest first.
  package func stays(of admission: AdmissionID) throws -> [StayLine] {
    try transaction.rows(
      """
      SELECT stay.id, stay.admission_id, stay.room_id, room.number, department.name AS department_name, stay.started_at, stay.ended_at,
        staff.family_name, staff.given_name
      FROM stay JOIN room ON room.id = stay.room_id JOIN department ON department.id = room.department_id
        JOIN staff ON staff.id = stay.staff_id
      WHERE stay.admission_id = \(admission) ORDER BY stay.started_at, stay.id
      """
    ).map { row in
      StayLine(
        id: try row.identifier("id"), admission: try row.identifier("admission_id"),
        room: try row.identifier("room_id"), roomNumber: try row.text("number"),
        department: try row.text("department_name"), staffName: try row.personName(),
        startedAt: try row.timestamp("started_at"), endedAt: try row.optionalTimestamp("ended_at"))
    }
  }

  /// Puts an admission under isolation.
  package func isolate(_ admission: AdmissionID, _ kind: IsolationKind, because reason: String) throws {
    let id: IsolationID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO isolation (id, admission_id, kind, started_at, started_by, reason)
      VALUES (\(id), \(admission), \(kind), \(records.now), \(records.author.account), \(reason))
      """)
  }

  /// Ends the isolation of an admission; false when there was none.
  package func endIsolation(of admission: AdmissionID) throws -> Bool {
    try transaction.execute(
      """
      UPDATE isolation SET ended_at = CASE WHEN started_at > \(records.now) THEN started_at ELSE \(records.now) END,
        ended_by = \(records.author.account)
      WHERE admission_id = \(admission) AND ended_at IS NULL
      """) > 0
  }

  /// Every isolation of an admission that stood at any time while the patient was in a room, ended or not.
  package func isolations(of admission: AdmissionID, in room: RoomID) throws -> [IsolationKind] {
    try transaction.rows(
      """
      SELECT DISTINCT isolation.kind FROM isolation JOIN stay ON stay.admission_id = isolation.admission_id
      WHERE isolation.admission_id = \(admission) AND stay.room_id = \(room)
        AND isolation.started_at <= COALESCE(stay.ended_at, \(records.now))
        AND COALESCE(isolation.ended_at, \(records.now)) >= stay.started_at
      """
    ).compactMap { IsolationKind(rawValue: try $0.text("kind")) }
  }

  /// The admission that was in a room last, or is in it now; nil for a room that was never used.
  package func lastAdmission(in room: RoomID) throws -> AdmissionID? {
    try transaction.row(
      "SELECT admission_id FROM stay WHERE room_id = \(room) ORDER BY started_at DESC, id DESC LIMIT 1"
    )?.identifier("admission_id")
  }

  private func change(_ id: StayID, _ assignment: SQLStatement, because reason: String) throws {
    try transaction.execute(
      "UPDATE stay SET \(part: assignment), \(part: records.nextVersion(because: reason)) WHERE id = \(id)")
  }
}

extension Records {
  /// Stays.
  package var stays: StayRecords { StayRecords(records: self) }
}

import DatabaseKit
import HospitalDomain

/// The rooms that are closed for the isolation of a patient.
package struct IsolationRoomRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }
  private static let closedRooms = SQLStatement(trusted: IsolationRoomSQL.closedRooms)
  private static let isClosedForNobodyElse = SQLStatement(trusted: IsolationRoomSQL.isClosedForNobodyElse)

  /// Ties a closed room to the isolation that an admission is under in the room it has: it opens when either ends.
  package func tie(_ room: RoomID, to admission: AdmissionID) throws {
    try transaction.execute(
      """
      INSERT INTO isolation_room (isolation_id, stay_id, room_id, closed_at)
      SELECT isolation.id, stay.id, room.id, room.service_since FROM isolation
        JOIN stay ON stay.admission_id = isolation.admission_id AND stay.ended_at IS NULL
        JOIN room ON room.id = \(room)
      WHERE isolation.admission_id = \(admission) AND isolation.ended_at IS NULL
      """)
  }

  /// The rooms that are closed for the isolation of this admission, and for that of no other.
  package func closed(for admission: AdmissionID) throws -> [RoomID] {
    try transaction.rows(
      """
      SELECT room.id FROM \(part: Self.closedRooms) WHERE isolation.admission_id = \(admission)
        AND \(part: Self.isClosedForNobodyElse) ORDER BY room.number
      """
    ).map { try $0.identifier("id") }
  }

  /// The rooms that are closed for the isolation of this admission, be it for others as well.
  package func tied(to admission: AdmissionID) throws -> [RoomID] {
    try transaction.rows(
      "SELECT room.id FROM \(part: Self.closedRooms) WHERE isolation.admission_id = \(admission) ORDER BY room.number"
    ).map { try $0.identifier("id") }
  }

  /// Whether a room is closed for the isolation of anybody.
  package func isClosed(_ room: RoomID) throws -> Bool {
    try transaction.exists("SELECT 1 FROM \(part: Self.closedRooms) WHERE room.id = \(room)")
  }

  /// The rooms that were closed for this admission until a moment at which its isolation ended: in service since then, or
  /// closed still for others.
  package func closed(until time: Timestamp, for admission: AdmissionID) throws -> [RoomID] {
    try transaction.rows(
      """
      SELECT DISTINCT room.id, room.number FROM isolation_room
        JOIN isolation ON isolation.id = isolation_room.isolation_id
        JOIN room ON room.id = isolation_room.room_id
      WHERE isolation.admission_id = \(admission) AND isolation.ended_at = \(time) AND (
        (room.service_state = 'in-service' AND room.service_since = \(time))
        OR (room.service_state = 'closed' AND room.service_since = isolation_room.closed_at))
      ORDER BY room.number
      """
    ).map { try $0.identifier("id") }
  }
}

extension Records {
  /// The rooms that are closed for isolations.
  package var isolationRooms: IsolationRoomRecords { IsolationRoomRecords(records: self) }
}

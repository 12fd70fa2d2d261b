import DatabaseKit
import HospitalDomain

/// Rooms themselves.
package struct RoomRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Adds a room, in service.
  package func add(_ room: RoomDescription) throws -> RoomID {
    let id: RoomID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO room (id, department_id, number, bay, kind, features, service_state, service_since, service_reason,
        reopens_at, retired_at, version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(room.department), \(room.number), \(room.bay), \(room.kind), \(room.features), 'in-service',
        \(records.now), '', NULL, NULL, \(part: records.firstVersion))
      """)
    return id
  }

  /// Changes what an administrator sets; false when the room is no longer at that version.
  package func change(_ id: RoomID, from version: Int, to room: RoomDescription, because reason: String) throws -> Bool
  {
    try transaction.execute(
      """
      UPDATE room SET department_id = \(room.department), number = \(room.number), bay = \(room.bay), kind = \(room.kind),
        features = \(room.features), \(part: records.nextVersion(because: reason))
      WHERE id = \(id) AND version = \(version)
      """) > 0
  }

  /// Takes a room out of use for good.
  package func retire(_ id: RoomID, because reason: String) throws {
    try transaction.execute(
      """
      UPDATE room SET retired_at = \(records.now), \(part: records.nextVersion(because: reason))
      WHERE id = \(id) AND retired_at IS NULL
      """)
  }

  /// Brings a room from one service state to another; false when it was no longer in the first.
  ///
  /// - Parameter since: since when it is so, where a state that it had is brought back; nil for now.
  package func setService(
    _ state: RoomServiceState, from former: RoomServiceState, of id: RoomID, because reason: String,
    reopensAt: Timestamp? = nil, since: Timestamp? = nil
  ) throws -> Bool {
    try transaction.execute(
      """
      UPDATE room SET service_state = \(state), service_since = \(since ?? records.now), service_reason = \(reason),
        reopens_at = \(reopensAt), \(part: records.nextVersion(because: reason))
      WHERE id = \(id) AND service_state = \(former) AND retired_at IS NULL
      """) > 0
  }

  /// Whether another room of the hospital that is not retired has this number.
  package func isTaken(number: String, besides id: RoomID?) throws -> Bool {
    try transaction.exists(
      """
      SELECT 1 FROM room JOIN department ON department.id = room.department_id
      WHERE room.number = \(number) AND room.retired_at IS NULL AND room.id <> \(id?.text ?? "")
        AND department.hospital_id = \(records.author.hospital)
      """)
  }
}

extension Records {
  /// Rooms themselves.
  package var rooms: RoomRecords { RoomRecords(records: self) }
}

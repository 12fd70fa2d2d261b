import DatabaseKit
import HospitalDomain

/// Holds on rooms.
package struct HoldRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Holds a room until a time, for a patient or for what the note says.
  package func hold(_ room: RoomID, for patient: PatientID?, note: String, until end: Timestamp) throws -> HoldID {
    let id: HoldID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO hold (id, room_id, patient_id, note, status, made_at, made_by, expires_at)
      VALUES (\(id), \(room), \(patient), \(note), 'active', \(records.now), \(records.author.account), \(end))
      """)
    return id
  }

  /// Ends a live hold; false when it was no longer live.
  package func end(_ id: HoldID, as state: HoldState) throws -> Bool {
    try transaction.execute(
      """
      UPDATE hold SET status = \(state), ended_at = \(records.now), ended_by = \(records.author.account)
      WHERE id = \(id) AND status = 'active'
      """) > 0
  }

  /// Marks the hold of a room that is past its time as expired, so that the room can be held again.
  package func expire(in room: RoomID) throws {
    try transaction.execute(
      """
      UPDATE hold SET status = 'expired', ended_at = expires_at
      WHERE room_id = \(room) AND status = 'active' AND expires_at <= \(records.now)
      """)
  }
}

extension Records {
  /// Holds on rooms.
  package var holds: HoldRecords { HoldRecords(records: self) }
}

import HospitalDomain
import HospitalRecords

/// The rooms themselves: added, changed and retired by those who may (A6).
package struct RoomService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Adds a room, in service and free.
  package func add(_ room: RoomDescription) throws -> RoomID {
    try session.create(.manageRooms, "room") { try add(room, in: $0) }
  }

  /// Changes a room, as a new version; refused while a patient in it would change department.
  package func change(_ row: RoomBoardRow, to room: RoomDescription, because reason: String) throws {
    let reason = try WrittenReason.read(reason, to: "change \(row.number)")
    try session.perform(.manageRooms, on: subject(row.id), as: .update, because: reason) { records in
      try check(room, besides: row.id, in: records)
      let now = try records.board.expected(row.id)
      if let occupancy = now.occupancy, room.department != now.department.id {
        throw Refusal.roomOccupied(room: now.number, by: occupancy.patient.name, act: "moved to another department")
      }
      guard try records.rooms.change(row.id, from: row.service.version, to: room, because: reason) else {
        throw Refusal.changedMeanwhile
      }
    }
  }

  /// Takes a room out of use for good; refused while it is occupied or held.
  package func retire(_ id: RoomID, because reason: String) throws {
    let reason = try WrittenReason.read(reason, to: "retire the room")
    try session.perform(.manageRooms, on: subject(id), as: .update, because: reason) { records in
      let row = try records.board.expected(id)
      if let occupancy = row.occupancy {
        throw Refusal.roomOccupied(room: row.number, by: occupancy.patient.name, act: "retired")
      }
      if let hold = row.hold, hold.expiresAt > records.now {
        throw Refusal.roomHeld(
          room: row.number, for: hold.label, until: session.workplace.localTime.text(hold.expiresAt))
      }
      try records.rooms.retire(id, because: reason)
    }
  }

  /// Adds a room within a transaction that has begun.
  func add(_ room: RoomDescription, in records: Records) throws -> RoomID {
    try check(room, besides: nil, in: records)
    return try records.rooms.add(room)
  }

  private func check(_ room: RoomDescription, besides id: RoomID?, in records: Records) throws {
    try PresenceRule.check(department: records.departments.department(room.department))
    if try records.rooms.isTaken(number: room.number, besides: id) { throw Refusal.roomNumberTaken(room.number) }
  }

  private func subject(_ id: RoomID) -> AuditSubject { AuditSubject(kind: "room", id: id.text) }
}

import HospitalDomain
import HospitalRecords

extension BedService {
  /// Puts a patient under isolation; the board shows it, and the room waits for a terminal clean once they have left.
  ///
  /// - Parameter blockingBay: whether the free rooms of the same bay are taken out of service as well.
  package func isolate(_ id: RoomID, _ kind: IsolationKind, because reason: String, blockingBay: Bool) throws -> DoneAct
  {
    let before = try room(id)
    let expected = try before.expectedOccupancy()
    let words = try WrittenReason.read(reason, to: "isolate \(before.number)")
    let (sentence, rooms) = try session.perform(.isolateRoom, on: subject(before), as: .update, because: words) {
      records -> (String, [RoomID]) in
      let row = try records.board.expected(id)
      let occupancy = try row.expectedOccupancy()
      guard occupancy.admission == expected.admission else {
        throw Refusal.roomTaken(room: row.number, by: occupancy.patient.name)
      }
      if occupancy.isolation != nil { _ = try records.stays.endIsolation(of: occupancy.admission) }
      try records.stays.isolate(occupancy.admission, kind, because: words)
      let blocked = try blockingBay ? block(bayOf: row, in: records) : []
      let also = blocked.isEmpty ? "" : "; \(Listing.and(blocked.map(\.number))) closed"
      return (
        "\(occupancy.patient.name.listed) in \(row.number) is under \(kind.title) isolation\(also)", blocked.map(\.id)
      )
    }
    return DoneAct(sentence) { try BedService($0).endIsolation(id, reopening: rooms) }
  }

  /// Ends the isolation of the patient in a room.
  package func endIsolation(_ id: RoomID) throws -> DoneAct { try endIsolation(id, reopening: []) }

  private func endIsolation(_ id: RoomID, reopening rooms: [RoomID]) throws -> DoneAct {
    let before = try room(id)
    let kind = before.occupancy?.isolation
    return try session.perform(.isolateRoom, on: subject(before), as: .update, because: "ended") { records in
      let row = try records.board.expected(id)
      let occupancy = try row.expectedOccupancy()
      guard try records.stays.endIsolation(of: occupancy.admission) else {
        throw Refusal(code: "bed.notIsolated", sentence: "\(row.number) is not under isolation.", field: "room")
      }
      for room in rooms {
        _ = try records.rooms.setService(.inService, from: .closed, of: room, because: "isolation ended")
      }
      return DoneAct("The isolation of \(occupancy.patient.name.listed) in \(row.number) is ended") { session in
        try BedService(session).isolate(
          id, kind ?? .contact, because: "isolation goes on", blockingBay: !rooms.isEmpty)
      }
    }
  }

  /// Takes the free rooms of a bay out of service; those with patients stay as they are.
  private func block(bayOf row: RoomBoardRow, in records: Records) throws -> [RoomBoardRow] {
    guard !row.bay.isEmpty else { return [] }
    return try records.board.rows().filter { other in
      guard other.bay == row.bay, other.department.id == row.department.id, other.id != row.id,
        other.code(at: records.now) == .free
      else { return false }
      try records.holds.expire(in: other.id)
      return try records.rooms.setService(
        .closed, from: .inService, of: other.id, because: "isolation in \(row.number)")
    }
  }

  /// Assigns another member of staff to the patient in a room (B5).
  package func assign(_ staff: StaffID, to id: RoomID) throws -> DoneAct {
    let before = try room(id)
    let former = try before.expectedOccupancy().staff
    let sentence = try session.perform(.assignStaff, on: subject(before), as: .update) { records in
      let occupancy = try records.board.expected(id).expectedOccupancy()
      try PresenceRule.check(staff: records.staff.employee(staff), clock: clock)
      try records.stays.assign(staff, to: occupancy.stay, because: "")
      let now = try records.board.expected(id).expectedOccupancy()
      return "\(now.staffName.listed) is assigned to \(now.patient.name.listed) in \(before.number)"
    }
    return DoneAct(sentence) { try BedService($0).assign(former, to: id) }
  }
}

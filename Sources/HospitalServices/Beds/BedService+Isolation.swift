import HospitalDomain
import HospitalRecords

extension BedService {
  /// Puts a patient under isolation; the board shows it, and the room waits for a terminal clean once they have left.
  ///
  /// - Parameter blockingBay: whether the free rooms of the same bay are taken out of service as well, until the isolation
  ///   ends or the patient leaves the room.
  package func isolate(_ bedside: Bedside, _ kind: IsolationKind, because reason: String, blockingBay: Bool) throws
    -> DoneAct
  {
    let number = try room(bedside.room).number
    let words = try WrittenReason.read(reason, to: "isolate \(number)")
    let (sentence, former) = try session.perform(.isolateRoom, on: subject(bedside), as: .update, because: words) {
      records -> (String, IsolationKind?) in
      let (row, occupancy) = try records.occupied(bedside)
      if occupancy.isolation != nil { _ = try records.stays.endIsolation(of: occupancy.admission) }
      try records.stays.isolate(occupancy.admission, kind, because: words)
      let blocked = try blockingBay ? block(bayOf: row, in: records) : []
      let also = blocked.isEmpty ? "" : "; \(Listing.and(blocked.map(\.number))) closed"
      return (
        "\(occupancy.patient.name.listed) in \(row.number) is under \(kind.title) isolation\(also)", occupancy.isolation
      )
    }
    return DoneAct(sentence) { session in
      let service = BedService(session)
      guard let former else { return try service.endIsolation(bedside) }
      return try service.isolate(bedside, former, because: "undo", blockingBay: blockingBay)
    }
  }

  /// Ends the isolation of the patient in a room; the rooms of the bay that were closed for it are in service again.
  package func endIsolation(_ bedside: Bedside) throws -> DoneAct {
    try session.perform(.isolateRoom, on: subject(bedside), as: .update, because: "ended") { records in
      let (row, occupancy) = try records.occupied(bedside)
      guard let kind = occupancy.isolation, try records.stays.endIsolation(of: occupancy.admission) else {
        throw Refusal(code: "bed.notIsolated", sentence: "\(row.number) is not under isolation.", field: "room")
      }
      let opened = try reopenBay(of: row, in: records)
      let also = opened.isEmpty ? "" : "; \(Listing.and(opened.map(\.number))) in service again"
      return DoneAct("The isolation of \(occupancy.patient.name.listed) in \(row.number) is ended\(also)") { session in
        try BedService(session).isolate(
          bedside, kind, because: "isolation goes on", blockingBay: !opened.isEmpty)
      }
    }
  }

  /// Takes the free rooms of a bay out of service; those with patients stay as they are.
  private func block(bayOf row: RoomBoardRow, in records: Records) throws -> [RoomBoardRow] {
    try others(inBayOf: row, records).filter { other in
      guard other.code(at: records.now) == .free else { return false }
      try records.holds.expire(in: other.id)
      return try records.rooms.setService(
        .closed, from: .inService, of: other.id, because: Self.closure(by: row))
    }
  }

  /// Puts the rooms of a bay that were closed for the patient in one of them into service again.
  @discardableResult
  func reopenBay(of row: RoomBoardRow, in records: Records) throws -> [RoomBoardRow] {
    try others(inBayOf: row, records).filter { other in
      guard other.service.state == .closed, other.service.reason == Self.closure(by: row) else { return false }
      return try records.rooms.setService(.inService, from: .closed, of: other.id, because: "isolation ended")
    }
  }

  /// Why a room is closed for the sake of the patient in another of its bay.
  private static func closure(by row: RoomBoardRow) -> String { "isolation in \(row.number)" }

  private func others(inBayOf row: RoomBoardRow, _ records: Records) throws -> [RoomBoardRow] {
    guard !row.bay.isEmpty else { return [] }
    return try records.board.rows().filter {
      $0.bay == row.bay && $0.department.id == row.department.id && $0.id != row.id
    }
  }

  /// Assigns another member of staff to the patient in a room (B5).
  package func assign(_ staff: StaffID, to bedside: Bedside) throws -> DoneAct {
    let (sentence, former) = try session.perform(.assignStaff, on: subject(bedside), as: .update) { records in
      let (row, before) = try records.occupied(bedside)
      try PresenceRule.check(staff: records.staff.employee(staff), clock: clock)
      try records.stays.assign(staff, to: before.stay, because: "")
      let now = try records.occupied(bedside).occupancy
      return ("\(now.staffName.listed) is assigned to \(now.patient.name.listed) in \(row.number)", before.staff)
    }
    return DoneAct(sentence) { try BedService($0).assign(former, to: bedside) }
  }
}

import HospitalDomain
import HospitalRecords

extension BedService {
  /// Puts a patient under isolation; the board shows it, and the room waits for a terminal clean once they have left.
  ///
  /// - Parameters:
  ///   - blockingBay: whether the free rooms of the same bay are taken out of service as well, until the isolation ends or
  ///     the patient leaves the room. Those that are closed for the patient already stay closed.
  ///   - seen: the isolation that stood when the change began; nil for whatever stands.
  package func isolate(
    _ bedside: Bedside, _ kind: IsolationKind, because reason: String, blockingBay: Bool,
    over seen: Seen<IsolationKind?>? = nil
  ) throws -> DoneAct {
    try isolate(bedside, kind, instead: nil, over: seen, because: reason) { records, row, tied in
      try blockingBay ? records.otherRooms(inBayOf: row).map(\.id) : tied
    }
  }

  /// Ends the isolation of the patient in a room; the rooms of the bay that were closed for it are in service again.
  package func endIsolation(_ bedside: Bedside) throws -> DoneAct { try endIsolation(bedside, of: nil) }

  /// - Parameters:
  ///   - former: the isolation that has to stand now; nil for any or none.
  ///   - rooms: which rooms are closed for it, given the patient's room and those that were closed for them until now.
  private func isolate(
    _ bedside: Bedside, _ kind: IsolationKind, instead former: IsolationKind?, over seen: Seen<IsolationKind?>? = nil,
    because reason: String, closing rooms: (Records, RoomBoardRow, [RoomID]) throws -> [RoomID]
  ) throws -> DoneAct {
    let number = try room(bedside.room, before: .isolateRoom).number
    let words = try WrittenReason.read(reason, to: "isolate \(number)")
    let (sentence, before, tied) = try session.perform(
      .isolateRoom, on: subject(bedside, of: .isolateRoom), as: .update, because: words
    ) { records -> (String, IsolationKind?, [RoomID]) in
      let (row, occupancy) = try records.occupied(bedside)
      guard former == nil || former == occupancy.isolation else { throw Refusal.changedMeanwhile }
      if let seen, seen.value != occupancy.isolation {
        throw Refusal.isolatedMeanwhile(occupancy.isolation?.title, in: row.number)
      }
      let tied = try records.isolationRooms.tied(to: bedside.admission)
      try openBay(for: bedside.admission, in: records)
      _ = try records.stays.endIsolation(of: bedside.admission)
      try records.stays.isolate(bedside.admission, kind, because: words)
      let closed = try close(rooms(records, row, tied), for: bedside.admission, in: row, records)
        .filter { !tied.contains($0.id) }
      let also = closed.isEmpty ? "" : "; \(Listing.and(closed.map(\.number))) closed"
      return (
        "\(occupancy.patient.name.listed) in \(row.number) is under \(kind.title) isolation\(also)",
        occupancy.isolation,
        tied
      )
    }
    return DoneAct(sentence) { session in
      let service = BedService(session)
      guard let before else { return try service.endIsolation(bedside, of: kind) }
      return try service.isolate(bedside, before, instead: kind, because: "undo") { _, _, _ in tied }
    }
  }

  private func endIsolation(_ bedside: Bedside, of kind: IsolationKind?) throws -> DoneAct {
    try session.perform(.isolateRoom, on: subject(bedside, of: .isolateRoom), as: .update, because: "ended") {
      records in
      let (row, occupancy) = try records.occupied(bedside)
      guard kind == nil || kind == occupancy.isolation else { throw Refusal.changedMeanwhile }
      let tied = try records.isolationRooms.tied(to: bedside.admission)
      let opened = try openBay(for: bedside.admission, in: records)
      guard let kind = occupancy.isolation, try records.stays.endIsolation(of: bedside.admission) else {
        throw Refusal(code: "bed.notIsolated", sentence: "\(row.number) is not under isolation.", field: "room")
      }
      let also = opened.isEmpty ? "" : "; \(Listing.and(opened.map(\.number))) in service again"
      return DoneAct("The isolation of \(occupancy.patient.name.listed) in \(row.number) is ended\(also)") { session in
        try BedService(session).isolate(bedside, kind, instead: nil, because: "isolation goes on") { _, _, _ in
          tied
        }
      }
    }
  }

  /// Assigns another member of staff to the patient in a room (B5).
  ///
  /// - Parameter seen: who was assigned when the change began; nil for whoever is.
  package func assign(_ staff: StaffID, to bedside: Bedside, over seen: StaffID? = nil) throws -> DoneAct {
    let (sentence, former) = try session.perform(.assignStaff, on: subject(bedside, of: .assignStaff), as: .update) {
      records in
      let (row, before) = try records.occupied(bedside)
      if let seen, before.staff != seen { throw Refusal.assignedMeanwhile(before.staffName, to: row.number) }
      try PresenceRule.check(staff: records.staff.employee(staff), clock: clock)
      try records.stays.assign(staff, to: before.stay, because: "")
      let now = try records.occupied(bedside).occupancy
      return ("\(now.staffName.listed) is assigned to \(now.patient.name.listed) in \(row.number)", before.staff)
    }
    return DoneAct(sentence) { try BedService($0).assign(former, to: bedside, over: staff) }
  }
}

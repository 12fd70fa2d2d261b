import HospitalDomain
import HospitalRecords

extension BedService {
  /// Moves a patient to another room (A3, HL7 A02): one stay ends and the next begins in one transaction. The room left
  /// goes to housekeeping, or waits for a terminal clean after an infectious isolation.
  ///
  /// - Parameters:
  ///   - staff: who is assigned in the new room; nil keeps the one assigned now.
  ///   - reason: why a ward's gender rule is passed over, or why the patient moves; may be empty.
  package func transfer(_ bedside: Bedside, to target: RoomID, staff: StaffID? = nil, reason: String = "") throws
    -> DoneAct
  {
    let (sentence, former, tied, at) = try session.perform(
      .transferPatient, on: subject(bedside, of: .transferPatient), as: .update, because: reason
    ) { records in
      let (from, occupancy) = try records.occupied(bedside)
      let to = try records.board.expected(target)
      let patient = try records.patientStanding(occupancy.patient.id)
      try AdmissionRule.checkTransfer(patient, to: to.standing, reason: reason, at: records.now, clock: clock)
      try takeHold(of: to, in: records)
      let tied = try move(occupancy, from: from, to: to, staff: staff, because: reason, in: records)
      return (
        "\(patient.name.listed) moved from \(from.number) to \(to.number)", occupancy.staff, tied, records.now
      )
    }
    let moved = Bedside(room: target, admission: bedside.admission)
    return DoneAct(sentence) { session in
      try BedService(session).undoTransfer(
        moved, backTo: bedside.room, staff: former, closing: tied, done: at)
    }
  }

  /// Takes a transfer back while the first room can be taken again (HL7 A12). The second room goes to housekeeping like any
  /// room that was left.
  ///
  /// - Parameter rooms: the rooms of the first room's bay that were closed for the patient until then.
  private func undoTransfer(
    _ bedside: Bedside, backTo target: RoomID, staff: StaffID, closing rooms: [RoomID], done: Timestamp
  ) throws -> DoneAct {
    let (sentence, former, tied, at) = try session.perform(
      .transferPatient, on: subject(bedside, of: .transferPatient), as: .update, because: "undo"
    ) { records in
      let (from, occupancy) = try records.occupied(bedside)
      let to = try records.board.expected(target)
      let patient = try records.patientStanding(occupancy.patient.id)
      try UndoRule.checkTransfer(of: patient, backTo: to.standing, at: done, now: records.now, clock: clock)
      try backIntoService(to, for: bedside.admission, in: records)
      try takeHold(of: to, in: records)
      let tied = try move(occupancy, from: from, to: to, staff: staff, because: "undo", in: records)
      if occupancy.isolation != nil { try close(rooms, for: bedside.admission, in: to, records) }
      return ("\(patient.name.listed) is back in \(to.number)", occupancy.staff, tied, records.now)
    }
    let back = Bedside(room: target, admission: bedside.admission)
    return DoneAct(sentence) {
      try BedService($0).undoTransfer(back, backTo: bedside.room, staff: former, closing: tied, done: at)
    }
  }

  /// - Returns: the rooms of the bay that were closed for the patient until now.
  private func move(
    _ occupancy: RoomBoardRow.Occupancy, from: RoomBoardRow, to: RoomBoardRow, staff: StaffID?, because reason: String,
    in records: Records
  ) throws -> [RoomID] {
    let assigned = staff ?? occupancy.staff
    try PresenceRule.check(staff: records.staff.employee(assigned), clock: clock)
    let tied = try records.isolationRooms.tied(to: occupancy.admission)
    try openBay(for: occupancy.admission, in: records)
    try records.stays.end(occupancy.stay, because: reason)
    try leave(from, in: records)
    _ = try records.stays.open(occupancy.admission, in: to.id, with: assigned)
    return tied
  }

  /// Sends a room that was just left to be cleaned.
  ///
  /// - Returns: what it waits for.
  @discardableResult
  func leave(_ room: RoomBoardRow, in records: Records) throws -> RoomServiceState {
    let next = DepartureRule.service(afterStayIsolatedAs: try records.stays.isolations(in: room.id))
    guard try records.rooms.setService(next, from: .inService, of: room.id, because: "left") else {
      throw Refusal.changedMeanwhile
    }
    return next
  }

  /// Puts a room that waits for cleaning into service again, for the patient who comes back to it and who left it so. What
  /// another patient left behind is cleaned first. It is in service as if it had not been left, so that what contaminated it
  /// is not forgotten.
  func backIntoService(_ room: RoomBoardRow, for admission: AdmissionID, in records: Records) throws {
    guard room.service.state != .inService else { return }
    guard try records.stays.lastAdmission(in: room.id) == admission else {
      throw Refusal.roomUsedSince(room.number, because: room.service.state.condition)
    }
    let isBack = try records.rooms.setService(
      .inService, from: room.service.state, of: room.id, because: "undo",
      since: records.rooms.lastInService(room.id))
    guard isBack else {
      throw Refusal.changedMeanwhile
    }
  }
}

extension Refusal {
  /// Somebody else was in the room since; what they left behind is not the first patient's.
  static func roomUsedSince(_ room: String, because condition: String) -> Refusal {
    Refusal(
      code: "undo.reused",
      sentence:
        "\(room) was used by another patient since and is \(condition); have it cleaned, or choose another room.",
      field: "room")
  }
}

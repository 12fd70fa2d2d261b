import HospitalDomain
import HospitalRecords

extension BedService {
  /// Moves a patient to another room (A3, HL7 A02): one stay ends and the next begins in one transaction. The room left
  /// goes to housekeeping, or waits for a terminal clean after an infectious isolation.
  ///
  /// - Parameters:
  ///   - staff: who is assigned in the new room; nil keeps the one assigned now.
  ///   - reason: why a ward's gender rule is passed over, or why the patient moves; may be empty.
  package func transfer(from origin: RoomID, to target: RoomID, staff: StaffID? = nil, reason: String = "") throws
    -> DoneAct
  {
    let before = try room(origin)
    let (sentence, at) = try session.perform(.transferPatient, on: subject(before), as: .update, because: reason) {
      records in
      let from = try records.board.expected(origin)
      let occupancy = try from.expectedOccupancy()
      guard occupancy.patient.id == (try before.expectedOccupancy().patient.id) else {
        throw Refusal.roomTaken(room: from.number, by: occupancy.patient.name)
      }
      let to = try records.board.expected(target)
      let patient = try records.patientStanding(occupancy.patient.id)
      try AdmissionRule.checkTransfer(patient, to: to.standing, reason: reason, at: records.now, clock: clock)
      try takeHold(of: to, in: records)
      try move(occupancy, from: from, to: to, staff: staff, because: reason, in: records)
      return ("\(patient.name.listed) moved from \(from.number) to \(to.number)", records.now)
    }
    let staffBefore = try before.expectedOccupancy().staff
    return DoneAct(sentence) { session in
      try BedService(session).undoTransfer(from: target, backTo: origin, staff: staffBefore, done: at)
    }
  }

  /// Takes a transfer back while the first room can be taken again (HL7 A12). Nobody was in the second room long enough to
  /// need it cleaned only when it was just taken; it goes to housekeeping like any room that was left.
  private func undoTransfer(from origin: RoomID, backTo target: RoomID, staff: StaffID, done: Timestamp) throws
    -> DoneAct
  {
    let before = try room(origin)
    let sentence = try session.perform(.transferPatient, on: subject(before), as: .update, because: "undo") { records in
      let from = try records.board.expected(origin)
      let occupancy = try from.expectedOccupancy()
      let to = try records.board.expected(target)
      let patient = try records.patientStanding(occupancy.patient.id)
      try UndoRule.checkTransfer(of: patient, backTo: to.standing, at: done, now: records.now, clock: clock)
      try backIntoService(to, in: records)
      try takeHold(of: to, in: records)
      try move(occupancy, from: from, to: to, staff: staff, because: "undo", in: records)
      return "\(patient.name.listed) is back in \(to.number)"
    }
    return DoneAct(sentence)
  }

  private func move(
    _ occupancy: RoomBoardRow.Occupancy, from: RoomBoardRow, to: RoomBoardRow, staff: StaffID?, because reason: String,
    in records: Records
  ) throws {
    let assigned = staff ?? occupancy.staff
    try PresenceRule.check(staff: records.staff.employee(assigned), clock: clock)
    try records.stays.end(occupancy.stay, because: reason)
    try leave(from, isolation: occupancy.isolation, in: records)
    _ = try records.stays.open(occupancy.admission, in: to.id, with: assigned)
  }

  /// Sends a room that was just left to be cleaned.
  func leave(_ room: RoomBoardRow, isolation: IsolationKind?, in records: Records) throws {
    let next = DepartureRule.service(afterStayIsolatedAs: isolation)
    guard try records.rooms.setService(next, from: .inService, of: room.id, because: "left") else {
      throw Refusal.changedMeanwhile
    }
  }

  /// Puts a room that waits for cleaning into service again, for the patient who comes back to it.
  func backIntoService(_ room: RoomBoardRow, in records: Records) throws {
    guard room.service.state != .inService else { return }
    guard try records.rooms.setService(.inService, from: room.service.state, of: room.id, because: "undo") else {
      throw Refusal.changedMeanwhile
    }
  }
}

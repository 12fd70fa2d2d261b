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

  /// Records that a patient has left the room (the physical exit, HL7 A03): the stay ends, the room goes to housekeeping,
  /// the admission is discharged with its papers open.
  package func recordExit(from id: RoomID, to disposition: Disposition) throws -> DoneAct {
    let before = try room(id)
    let expected = try before.expectedOccupancy()
    let (sentence, at) = try session.perform(.recordExit, on: subject(before), as: .update) { records in
      let row = try records.board.expected(id)
      let occupancy = try row.expectedOccupancy()
      guard occupancy.admission == expected.admission else {
        throw Refusal.roomTaken(room: row.number, by: occupancy.patient.name)
      }
      let status = try records.admissions.admission(occupancy.admission)?.status ?? .completed
      _ = try DepartureRule.checkExit(of: occupancy.patient.name, status: status, ordered: true)
      try records.stays.end(occupancy.stay, because: "")
      if occupancy.isolation != nil { _ = try records.stays.endIsolation(of: occupancy.admission) }
      try leave(row, isolation: occupancy.isolation, in: records)
      try records.admissions.discharge(occupancy.admission, to: disposition)
      return ("\(occupancy.patient.name.listed) has left \(row.number), which goes to housekeeping", records.now)
    }
    return DoneAct(sentence) { try BedService($0).undoExit(expected, from: id, done: at) }
  }

  /// Takes an exit back while the room can be taken again (HL7 A13); it never double-books.
  private func undoExit(_ occupancy: RoomBoardRow.Occupancy, from id: RoomID, done: Timestamp) throws -> DoneAct {
    let subject = AuditSubject(kind: "room", id: id.text, patient: occupancy.patient.id)
    let sentence = try session.perform(.recordExit, on: subject, as: .update, because: "undo") { records in
      let row = try records.board.expected(id)
      let patient = try records.patientStanding(occupancy.patient.id)
      try UndoRule.checkExit(of: patient, from: row.standing, at: done, now: records.now, clock: clock)
      let admission = try records.admissions.admission(occupancy.admission)
      _ = try (admission?.status ?? .completed).after(.reopen)
      if let admission { try PresenceRule.check(doctor: records.doctors.employee(admission.doctor), clock: clock) }
      try PresenceRule.check(staff: records.staff.employee(occupancy.staff), clock: clock)
      try backIntoService(row, in: records)
      try takeHold(of: row, in: records)
      try records.admissions.undoDischarge(occupancy.admission, because: "undo")
      _ = try records.stays.open(occupancy.admission, in: id, with: occupancy.staff)
      if let isolation = occupancy.isolation {
        try records.stays.isolate(occupancy.admission, isolation, because: "undo")
      }
      return "\(patient.name.listed) is in \(row.number) again"
    }
    return DoneAct(sentence)
  }
}

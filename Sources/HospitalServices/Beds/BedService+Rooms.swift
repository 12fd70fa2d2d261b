import HospitalDomain
import HospitalRecords

extension BedService {
  /// Holds a free room until a time, for a patient or for what the note says (A3).
  package func hold(_ id: RoomID, for patient: PatientID?, note: String, until end: Timestamp) throws -> DoneAct {
    let row = try room(id, before: .holdRoom)
    let words = try Self.note(note, isNeeded: patient == nil)
    let subject = AuditSubject(kind: "room", id: id.text, patient: patient)
    let (sentence, hold) = try session.perform(.holdRoom, on: subject, as: .update) { records in
      let room = try records.board.expected(id)
      let standing = try patient.map { try records.patientStanding($0) }
      try HoldRule.check(room.standing, for: standing, until: end, at: records.now, clock: clock)
      try records.holds.expire(in: id)
      let hold = try records.holds.hold(id, for: patient, note: words, until: end)
      return ("\(room.number) is held for \(standing?.name.listed ?? words) until \(clock.text(end))", hold)
    }
    return DoneAct(sentence) { session in
      try BedService(session).letGo(
        hold, of: row, redo: { try BedService($0).hold(id, for: patient, note: note, until: end) })
    }
  }

  /// Lets the hold on a room go: the one that was seen, not one that somebody made since.
  package func letGo(_ seen: HoldID?, of id: RoomID) throws -> DoneAct {
    let row = try room(id, before: .holdRoom)
    guard let hold = row.hold else {
      throw Refusal(code: "hold.none", sentence: "\(row.number) is not held.", field: "room")
    }
    guard hold.id == seen else { throw Refusal.changedMeanwhile }
    return try letGo(
      hold.id, of: row,
      redo: { session in
        try BedService(session).hold(id, for: hold.patient?.id, note: hold.note, until: hold.expiresAt)
      })
  }

  private func letGo(_ hold: HoldID, of row: RoomBoardRow, redo: @escaping @Sendable (Session) throws -> DoneAct) throws
    -> DoneAct
  {
    let subject = AuditSubject(kind: "room", id: row.id.text, patient: row.hold?.patient?.id)
    try session.perform(.holdRoom, on: subject, as: .update) { records in
      guard try records.holds.end(hold, as: .cancelled) else { throw Refusal.changedMeanwhile }
    }
    return DoneAct("The hold on \(row.number) is let go", undo: redo)
  }

  /// Records that housekeeping has finished; the room is free then. A contaminated room needs a terminal clean.
  package func cleaned(_ id: RoomID) throws -> DoneAct {
    try change(id, by: .markClean, .cleanRoom, because: "cleaned", says: { "\($0) is clean and free" })
  }

  /// Records the terminal clean of a contaminated room; it is free then.
  package func terminallyCleaned(_ id: RoomID) throws -> DoneAct {
    try change(
      id, by: .terminalClean, .cleanRoom, because: "terminal clean", says: { "\($0) is terminally cleaned and free" })
  }

  /// Sends a free room to be cleaned.
  package func needsCleaning(_ id: RoomID) throws -> DoneAct {
    try change(id, by: .sendToHousekeeping, .cleanRoom, because: "needs cleaning", says: { "\($0) is in housekeeping" })
  }

  /// Takes a free room out of service, with a reason and when it is expected to open again.
  package func block(_ id: RoomID, because reason: String, reopensAt: Timestamp?) throws -> DoneAct {
    try change(
      id, by: .close, .blockRoom, because: reason, reopensAt: reopensAt, says: { "\($0) is closed: \(reason)" })
  }

  /// Puts a closed room back into service.
  package func reopen(_ id: RoomID) throws -> DoneAct {
    try change(id, by: .reopen, .blockRoom, because: "reopened", says: { "\($0) is in service again" })
  }

  private func change(
    _ id: RoomID, by act: RoomAct, _ permission: Permission, because reason: String, reopensAt: Timestamp? = nil,
    says sentence: (String) -> String
  ) throws -> DoneAct {
    let before = try room(id, before: permission)
    let (row, next, at) = try session.perform(permission, on: subject(before), as: .update, because: reason) {
      records in
      let row = try records.board.expected(id)
      let next = try row.standing.service(after: act, at: records.now, clock: clock)
      let words = try act == .close ? closure(row, because: reason, reopensAt: reopensAt, in: records) : reason
      let isChanged = try records.rooms.setService(
        next, from: row.service.state, of: id, because: words, reopensAt: reopensAt)
      guard isChanged else { throw Refusal.changedMeanwhile }
      return (row, next, records.now)
    }
    return DoneAct(sentence(row.number)) { session in
      try BedService(session).undo(row.service, of: id, was: next, permission, done: at)
    }
  }

  private func closure(
    _ row: RoomBoardRow, because reason: String, reopensAt: Timestamp?, in records: Records
  ) throws -> String {
    try BlockRule.check(row.standing, reason: reason, reopens: reopensAt, at: records.now, clock: clock).reason
  }

  /// Brings a room back to the service state that it had, while nobody has come into it.
  private func undo(
    _ former: RoomBoardRow.Service, of id: RoomID, was state: RoomServiceState, _ permission: Permission,
    done: Timestamp
  ) throws -> DoneAct {
    let before = try room(id, before: permission)
    return try session.perform(permission, on: subject(before), as: .update, because: "undo") { records in
      let row = try records.board.expected(id)
      try UndoRule.checkService(of: row.standing, at: done, now: records.now)
      let isChanged = try records.rooms.setService(
        former.state, from: state, of: id, because: former.reason.isEmpty ? "undo" : former.reason,
        reopensAt: former.reopensAt, since: former.since)
      guard isChanged else { throw Refusal.changedMeanwhile }
      let again = row.service
      return DoneAct("\(row.number) is \(former.state.condition) again") { session in
        try BedService(session).undo(again, of: id, was: former.state, permission, done: done)
      }
    }
  }

  private static func note(_ entry: String, isNeeded: Bool) throws -> String {
    do throws(Misentry) {
      guard isNeeded else { return try SafeText.line(entry) }
      return try SafeText.requiredLine(entry, hint: "name the patient, or write whom the room is held for")
    } catch {
      throw InvalidEntry(problems: [error.at("note")])
    }
  }
}

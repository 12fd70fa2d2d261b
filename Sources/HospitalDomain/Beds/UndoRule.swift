/// Whether an act on a room can still be taken back. What was taken back stays on the record: an undo is one more
/// entry, never an erasure (B10).
package enum UndoRule {
  /// How long after an act it can be taken back by `u`; later it is mended by a new act.
  package static let window = Duration.hours(24)

  /// Whether a patient who was recorded as having left may have the room again.
  ///
  /// The room may have been cleaned meanwhile; it must not have been taken or closed, or be held for
  /// someone else. Taking it back puts it into service again; a room that is contaminated only where that leaving made it so.
  package static func checkExit(
    of patient: PatientStanding, from room: RoomStanding, at act: Timestamp, now: Timestamp, clock: LocalTime
  ) throws(Refusal) {
    try checkWindow(act, now: now)
    try patient.checkIsPresent()
    if let current = patient.currentRoom { throw .alreadyAdmitted(patient.name, room: current) }
    try checkReturn(of: patient, to: room, leftAt: act, now: now, clock: clock)
  }

  /// Whether a transfer can be taken back, so that the patient is in the room they came from.
  package static func checkTransfer(
    of patient: PatientStanding, backTo room: RoomStanding, at act: Timestamp, now: Timestamp, clock: LocalTime
  ) throws(Refusal) {
    try checkWindow(act, now: now)
    guard patient.currentRoom != nil else { throw .notAdmitted(patient.name) }
    try checkReturn(of: patient, to: room, leftAt: act, now: now, clock: clock)
  }

  /// How many of the entries that stand in the way of an undo are named; the others are counted.
  private static let mostNamed = 3

  /// Whether an admission can be taken back: only while nothing has been recorded on it since.
  /// - Parameter recordedSince: the orders, charges, moves and so on that have been recorded, oldest first.
  package static func checkAdmission(
    of patient: PersonName, recordedSince entries: [AdmissionEntry], at act: Timestamp, now: Timestamp,
    clock: LocalTime
  ) throws(Refusal) {
    try checkWindow(act, now: now)
    guard !entries.isEmpty else { return }
    let more = entries.count > mostNamed ? ["\(entries.count - mostNamed) more"] : []
    let words = Listing.and(entries.prefix(mostNamed).map { $0.words(clock) } + more)
    throw Refusal(
      code: "undo.recorded",
      sentence: "Recorded since \(patient.listed) was admitted: \(words); discharge the patient instead.")
  }

  /// Whether a change of a room's readiness (cleaned, closed, reopened) can be taken back: not once a patient is in it.
  package static func checkService(of room: RoomStanding, at act: Timestamp, now: Timestamp) throws(Refusal) {
    try checkWindow(act, now: now)
    if let occupant = room.occupant { throw .roomTaken(room: room.number, by: occupant.name) }
  }

  private static func checkReturn(
    of patient: PatientStanding, to room: RoomStanding, leftAt act: Timestamp, now: Timestamp, clock: LocalTime
  ) throws(Refusal) {
    if let occupant = room.occupant {
      throw Refusal(
        code: "undo.reused",
        sentence: "\(room.number) has been taken by \(occupant.name.listed) since; find \(patient.name.listed) "
          + "another room.", field: "room")
    }
    if room.service == .closed { try room.checkIsInService(clock: clock) }
    if room.service == .contaminated, room.serviceSince != act {
      throw Refusal(
        code: "undo.contaminated",
        sentence: "\(room.number) has become contaminated since; find \(patient.name.listed) another room, or have it "
          + "cleaned terminally first.", field: "room")
    }
    if let hold = room.liveHold(at: now), hold.patient != patient.number {
      throw .roomHeld(room: room.number, for: hold.label, until: clock.text(hold.expires))
    }
  }

  private static func checkWindow(_ act: Timestamp, now: Timestamp) throws(Refusal) {
    guard now - act > window else { return }
    throw Refusal(
      code: "undo.tooLate",
      sentence: "That was more than \(window.wholeMinutes / 60) h ago; put it right with a new entry.")
  }
}

/// When a room may be held, and for how long.
package enum HoldRule {
  /// The shortest hold: 5 minutes.
  package static let shortest = Duration.minutes(5)
  /// The longest hold: 72 hours.
  package static let longest = Duration.hours(72)

  /// Whether a room may be held until a moment.
  ///
  /// A room in housekeeping may be held, since it will be free; an occupied, contaminated or closed one may not,
  /// and neither may one that is held. It is held for nobody who has died and under no record that was merged away.
  ///
  /// - Parameter patient: whom it is held for; nil for somebody who is not registered.
  package static func check(
    _ room: RoomStanding, for patient: PatientStanding? = nil, until expires: Timestamp, at now: Timestamp,
    clock: LocalTime
  ) throws(Refusal) {
    try patient?.checkIsPresent()
    if let occupant = room.occupant { throw .roomTaken(room: room.number, by: occupant.name) }
    if room.service != .housekeeping { try room.checkIsInService(clock: clock) }
    if let hold = room.liveHold(at: now) {
      throw .roomHeld(room: room.number, for: hold.label, until: clock.text(hold.expires))
    }
    try checkSpan(from: now, to: expires)
  }

  /// Whether a live hold may be made longer or shorter.
  package static func checkChange(
    of hold: RoomHold, until expires: Timestamp, at now: Timestamp
  ) throws(Refusal) {
    guard hold.isLive(at: now) else {
      throw Refusal(
        code: "hold.ended", sentence: "This hold has ended; hold the room again if it is still needed.")
    }
    try checkSpan(from: now, to: expires)
  }

  /// Whether a hold that is made now may end at a moment.
  package static func checkSpan(from now: Timestamp, to expires: Timestamp) throws(Refusal) {
    let span = expires - now
    // What is typed has no seconds: +5m ends within the minute before.
    if span <= shortest - .minutes(1) {
      throw Refusal(
        code: "hold.tooShort", sentence: "A hold lasts at least \(shortest.spoken); give a later time.",
        field: "until")
    }
    if span > longest {
      throw Refusal(
        code: "hold.tooLong", sentence: "A hold lasts at most \(longest.wholeMinutes / 60) h; give an earlier time.",
        field: "until")
    }
  }
}

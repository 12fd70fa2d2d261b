extension BedForecast {
  /// What is expected of one room, with the reason in words.
  static func line(_ room: RoomBoardRow, at now: Timestamp, clock: LocalTime) -> Line {
    let standing = room.standing
    if let occupant = standing.occupant { return leaving(room, occupant, at: now, clock: clock) }
    switch standing.service {
    case .housekeeping, .contaminated: return cleaning(room, at: now, clock: clock)
    case .closed: return closed(room, at: now, clock: clock)
    case .inService:
      guard let hold = standing.liveHold(at: now) else { return Line(room: room, freeAt: now, reason: nil) }
      return Line(
        room: room, freeAt: hold.expires, reason: "held for \(hold.label) until \(when(hold.expires, now, clock))")
    }
  }

  /// A patient leaves, and then the room is cleaned. One who should have left counts as leaving now.
  private static func leaving(
    _ room: RoomBoardRow, _ occupant: Occupant, at now: Timestamp, clock: LocalTime
  ) -> Line {
    let word = occupant.isolation.map { "isolated (\($0.title))" } ?? "occupied"
    guard let leaves = occupant.expectedDischarge else {
      return Line(room: room, freeAt: nil, reason: "\(word), nobody has said until when")
    }
    let after = DepartureRule.service(afterStayIsolatedAs: [occupant.isolation].compactMap(\.self))
    let ready = max(leaves, now) + (after.usualDuration ?? .zero)
    let verb = leaves < now ? "should have left" : "expected to leave"
    return Line(room: room, freeAt: ready, reason: "\(word), \(verb) \(clock.text(leaves))")
  }

  /// A clean that takes longer than usual is expected to end any moment.
  private static func cleaning(_ room: RoomBoardRow, at now: Timestamp, clock: LocalTime) -> Line {
    let standing = room.standing
    let usual = standing.serviceSince + (standing.service.usualDuration ?? .zero)
    let since = "since \(when(standing.serviceSince, now, clock))"
    let word = standing.service == .contaminated ? "contaminated" : "housekeeping"
    let ready = usual < now ? "longer than usual" : "usually ready \(when(usual, now, clock))"
    var free = max(usual, now)
    var reason = "\(word) \(since), \(ready)"
    if let hold = standing.liveHold(at: now) {
      free = max(free, hold.expires)
      reason += ", then held for \(hold.label)"
    }
    return Line(room: room, freeAt: free, reason: reason)
  }

  /// A reopening that is past was not kept, so nothing is expected of the room.
  private static func closed(_ room: RoomBoardRow, at now: Timestamp, clock: LocalTime) -> Line {
    let closure = room.standing.closure
    let reason = closure.map { ": \($0.reason)" } ?? ""
    guard let reopens = closure?.reopens else {
      return Line(room: room, freeAt: nil, reason: "closed\(reason), nobody has said until when")
    }
    let verb = reopens <= now ? "should have reopened" : "reopens"
    return Line(
      room: room, freeAt: reopens <= now ? nil : reopens, reason: "closed\(reason), \(verb) \(clock.text(reopens))")
  }

  /// The time alone for a moment of today, else the date too.
  private static func when(_ moment: Timestamp, _ now: Timestamp, _ clock: LocalTime) -> String {
    clock.date(of: moment) == clock.date(of: now) ? clock.clock(moment) : clock.text(moment)
  }
}

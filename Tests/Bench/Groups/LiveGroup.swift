import BuiltProgramSupport
import Glibc

extension BenchGroup {
  /// From a commit in one session to the paint in the others.
  static let live = BenchGroup(name: "live") { world in
    let actor = try world.contender(as: "headnurse")
    guard let room = actor.ask("free")?.dropFirst("done ".count), !room.isEmpty else { return [] }
    var rows: [BenchRow] = []
    for (count, goal) in [(1, 10.0), (32, 20.0), (100, 50.0)] {
      let machine = MachineLateness()
      let (waits, bytes, withNote) = try commitToPaint(
        in: count, of: world, actor, room: String(room), rounds: count == 1 ? 300 : 100)
      let who = count == 1 ? "1 other session" : "\(count) others"
      rows.append(BenchRow("commit to paint in \(who), median", "ms", waits.median))
      rows.append(BenchRow("commit to paint in \(who), p99", "ms", waits.p99, goal: goal))
      rows.append(BenchRow("  the machine wakes an idle thread late by, at worst", "ms", machine.end().worst))
      if count == 1 {
        rows.append(BenchRow("bytes for one room changed", "B", bytes.median, goal: 40))
        rows.append(BenchRow("  with the note that it became free", "B", withNote.median))
      }
    }
    return rows
  }

  /// How long after a commit each of so many sessions has painted it, in milliseconds, and with how many bytes: of a room
  /// to be cleaned, and of one that became free, which is told in a message too.
  static func commitToPaint(
    in count: Int, of world: BenchWorld, _ actor: ConversingProgram, room: String, rounds: Int = 100
  ) throws -> (waits: Measure, bytes: Measure, withNote: Measure) {
    let sessions = try (0..<count).map { _ in try world.hms.startAtList() }
    var (waits, bytes, withNote): ([Double], [Double], [Double]) = ([], [], [])
    // A stall of the machine falls upon all sessions of a round: of few rounds it would be the figure.
    for round in 0..<rounds {
      let becomesFree = !round.isMultiple(of: 2)
      let paints = try paints(in: sessions, after: "\(becomesFree ? "tidy" : "dirty") \(room)", by: actor)
      waits += paints.map(\.wait)
      if becomesFree { withNote += paints.map { Double($0.bytes) } } else { bytes += paints.map { Double($0.bytes) } }
    }
    return (Measure(waits), Measure(bytes), Measure(withNote))
  }

  /// How long after the commit of an act each session has painted it, in milliseconds, and with how many bytes.
  static func paints(in sessions: [TimedTerminal], after act: String, by actor: ConversingProgram) throws
    -> [(wait: Double, bytes: Int)]
  {
    withoutEndOfMinute()
    // The answer is heard afterwards: while the measurer waited for it, it would see no paint.
    let paints = withMeasurerFirst(and: actor.process) {
      actor.say(act)
      return lastPieces(of: sessions)
    }
    let answer = actor.hear() ?? "silent"
    guard let committed = Double(answer.dropFirst("done ".count)) else { throw NotDone(answer: answer) }
    return paints.map { (max(0, $0.at - committed / 1000), $0.bytes) }
  }

  /// Waits where the minute is about to end: every session paints its clock then, which is no paint of an act.
  private static func withoutEndOfMinute() {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let left = 60 - now.tv_sec % 60
    if left <= 2 { poll(nil, 0, Int32(left) * 1000 + 500) }
  }

  /// When each session has had its last piece of what a commit made it paint, and how many bytes that was.
  private static func lastPieces(of sessions: [TimedTerminal]) -> [(at: Double, bytes: Int)] {
    var paints = sessions.map { _ in (at: 0.0, bytes: 0) }
    var watched = sessions.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    while poll(&watched, nfds_t(watched.count), paints.contains { $0.bytes == 0 } ? 1500 : 120) > 0 {
      for index in sessions.indices where watched[index].revents & Int16(POLLIN) != 0 {
        let taken = sessions[index].takeNow()
        paints[index] = (taken.at, paints[index].bytes + taken.bytes)
      }
    }
    return paints.filter { $0.bytes > 0 }
  }

  /// The act to be seen was not done.
  struct NotDone: Error {
    let answer: String
  }
}

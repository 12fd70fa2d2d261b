import BuiltProgramSupport
import Glibc

/// What sessions made of the commits of one who acts: when each had painted it, and with how many bytes.
struct CommitToPaint {
  private let rounds: [Round]
  private let longestStall: Double

  /// One commit, and what the sessions painted of it.
  private struct Round {
    let number: Int
    let committed: Double
    let paints: [(at: Double, bytes: Int)]
    /// Whether the host kept a processor to itself between the commit and the last paint.
    var isDisturbed = false
  }

  /// Lets one act and the sessions paint, so many times.
  /// - Parameter act: what the actor is told, by the number of the round.
  init(_ number: Int, in sessions: [TimedTerminal], by actor: ConversingProgram, _ act: (Int) -> String) throws {
    let host = HostStalls()
    var rounds = try (0..<number).map { try Self.round($0, act($0), in: sessions, by: actor) }
    longestStall = host.end()
    for index in rounds.indices {
      let (from, to) = (rounds[index].committed, rounds[index].paints.map(\.at).max() ?? 0)
      rounds[index].isDisturbed = host.touched(from...max(from, to))
    }
    self.rounds = rounds
  }

  /// The median of all; the p99 of the rounds that the host left alone, for which the goal stands, and of all.
  func rows(_ what: String, goal: Double) -> [BenchRow] {
    let calm = rounds.filter { !$0.isDisturbed }
    return [
      BenchRow("\(what), median", "ms", waits.median),
      BenchRow("\(what), p99", "ms", Self.waits(in: calm).p99, goal: goal),
      BenchRow("  with the rounds in which the host kept a processor", "ms", waits.p99),
      BenchRow("  these are", "%", 100 - 100 * Double(calm.count) / Double(max(1, rounds.count))),
      BenchRow("  the host kept a processor for, at worst", "ms", longestStall),
    ]
  }

  /// How long after the commit each session had painted it, in milliseconds.
  var waits: Measure { Self.waits(in: rounds) }

  /// The bytes of each paint, of the even rounds or of the odd ones.
  func bytes(ofOdd isOdd: Bool) -> Measure {
    Measure(rounds.filter { $0.number.isMultiple(of: 2) != isOdd }.flatMap { $0.paints.map { Double($0.bytes) } })
  }

  private static func waits(in rounds: [Round]) -> Measure {
    Measure(rounds.flatMap { round in round.paints.map { max(0, $0.at - round.committed) } })
  }

  private static func round(
    _ number: Int, _ act: String, in sessions: [TimedTerminal], by actor: ConversingProgram
  ) throws -> Round {
    withoutEndOfMinute()
    // The answer is heard afterwards: while the measurer waited for it, it would see no paint.
    let paints = withMeasurerFirst(and: actor.process) {
      actor.say(act)
      return lastPieces(of: sessions)
    }
    let answer = actor.hear() ?? "silent"
    guard let committed = Double(answer.dropFirst("done ".count)) else { throw NotDone(answer: answer) }
    return Round(number: number, committed: committed / 1000, paints: paints)
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
}

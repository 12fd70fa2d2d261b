import Testing

@testable import HospitalDomain

/// An attacker is slowed down, and nobody can keep a ward out (H3; docs/decisions/017-lock-out.md).
struct LockOutTests {
  /// So many failures, the last of them just now.
  private func failures(_ count: Int) -> [Timestamp] { (0..<count).map { now - .milliseconds(count - 1 - $0) } }

  @Test(
    "failures of a name, anywhere, and the wait in seconds",
    arguments: [(0, nil), (4, nil), (5, 2), (6, 4), (7, 8), (13, 512), (14, 900), (1_000, 900)] as [(Int, Int?)])
  func ofName(count: Int, seconds: Int?) {
    #expect(LockOut.wait(after: .init(ofName: failures(count)), now: now) == seconds.map { .seconds($0) })
  }

  @Test(
    "failures at a terminal, whoever was tried, and the wait in seconds",
    arguments: [(0, nil), (12, nil), (13, 2), (14, 4), (17, 32), (18, 60), (1_000, 60)] as [(Int, Int?)])
  func atTerminal(count: Int, seconds: Int?) {
    #expect(LockOut.wait(after: .init(atTerminal: failures(count)), now: now) == seconds.map { .seconds($0) })
  }

  @Test(
    "where a person worked before, neither holds them up; only many failures of their own there do",
    arguments: [(0, nil), (20, nil), (21, 2), (22, 4), (26, 60), (1_000, 60)] as [(Int, Int?)])
  func whereKnown(count: Int, seconds: Int?) {
    let attack = LockOut.Failures(
      ofName: failures(1_000), atTerminal: failures(1_000), ofNameHere: failures(count))
    #expect(LockOut.wait(after: attack, isKnownHere: true, now: now) == seconds.map { .seconds($0) })
    #expect(LockOut.wait(after: attack, now: now) == .minutes(15))
  }

  @Test("who is known at a terminal never waits longer than others there")
  func knownIsNeverWorse() {
    let waiting = LockOut.Failures(ofName: [], atTerminal: [], ofNameHere: failures(1_000))
    #expect(LockOut.wait(after: waiting, isKnownHere: true, now: now) == nil)
  }

  @Test func aWaitEndsAndFailuresAreForgotten() {
    let some = LockOut.Failures(ofName: [Timestamp](repeating: now, count: 5))
    #expect(LockOut.wait(after: some, now: now + .milliseconds(1_999)) == .milliseconds(1))
    #expect(LockOut.wait(after: some, now: now + .seconds(2)) == nil)
    let old = [Timestamp](repeating: now - LockOut.memory - .milliseconds(1), count: 20)
    #expect(LockOut.wait(after: .init(ofName: old + [now]), now: now) == nil)
  }

  /// A clock that is set back shuts nobody out until it has come round again.
  @Test(arguments: [Duration.minutes(5), .days(1), .days(400)])
  func aClockThatJumpsBackShutsNobodyOut(jump: Duration) {
    let ahead = [Timestamp](repeating: now + jump, count: 20)
    #expect(LockOut.wait(after: .init(ofName: ahead), now: now) == nil)
    #expect(LockOut.wait(after: .init(ofName: ahead + [now]), now: now) == LockOut.ofName.longest)
  }
}

import Testing

@testable import HospitalDomain

@Suite("Signing in (H3)")
struct SignInRuleTests {
  @Test(arguments: [("nurse", "nurse"), ("N.Okafor", "n.okafor"), (" ab ", "ab"), ("a-b_c.9", "a-b_c.9")])
  func aUserNameIsRead(typed: String, name: String) throws {
    #expect(try Username(entry: typed).text == name)
    #expect(try Username(entry: String(repeating: "a", count: 32)).text.count == 32)
  }

  @Test(arguments: [
    "", "a", "1ab", ".ab", "a b", "ä", "né", "ab\u{1B}", "ab\u{202E}", "аdmin", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "n\u{0131}x", "a@b",
  ])
  func aUserNameIsRefused(_ typed: String) {
    #expect(problem { () throws(Misentry) in try Username(entry: typed) } != nil)
  }

  @Test(arguments: ["four words do well", "zebra-piano-lamp", "ñandú y cóndor", "tall green bicycle 7"])
  func aLongPasswordIsTaken(_ password: String) {
    #expect(problem { () throws(Misentry) in try PasswordRule.check(password, username: "okafor") } == nil)
  }

  @Test(arguments: [
    "", "demo", "password", "elevenchars", "passwordpassword", "Password12345!", "123456789012", "aaaaaaaaaaaa",
    "abababababab",
    "hospital1234", "OKAFOR is my name", "qwertyuiop12",
  ])
  func aPasswordThatIsTriedFirstIsRefused(_ password: String) {
    #expect(problem { () throws(Misentry) in try PasswordRule.check(password, username: "okafor") } != nil)
  }

  @Test func lengthIsJudgedAtTheBoundary() {
    #expect(
      problem { () throws(Misentry) in try PasswordRule.check("zebra-piano", username: "x1") }
        == "11 characters typed, 12 needed; three or four words do well")
    #expect(problem { () throws(Misentry) in try PasswordRule.check("zebra-pianos", username: "x1") } == nil)
    let long = String(repeating: "zebra-piano ", count: 100)
    #expect(problem { () throws(Misentry) in try PasswordRule.check(long, username: "x1") } != nil)
  }

  /// So many failures, the last of them just now, and the wait in seconds.
  @Test(
    arguments: [(0, nil), (4, nil), (5, 2), (6, 4), (7, 8), (9, 32), (10, 60), (11, 60), (1_000, 60)] as [(Int, Int?)])
  func failuresSlowDown(count: Int, seconds: Int?) {
    let failures = (0..<count).map { now - .milliseconds(count - 1 - $0) }
    #expect(LockOut.wait(after: failures, now: now) == seconds.map { .seconds($0) })
  }

  @Test func aWaitEndsAndFailuresAreForgotten() {
    let failures = [Timestamp](repeating: now, count: 5)
    #expect(LockOut.wait(after: failures, now: now + .milliseconds(1_999)) == .milliseconds(1))
    #expect(LockOut.wait(after: failures, now: now + .seconds(2)) == nil)
    let old = [Timestamp](repeating: now - LockOut.memory - .milliseconds(1), count: 20)
    #expect(LockOut.wait(after: old + [now], now: now) == nil)
  }

  /// A clock that is set back shuts nobody out until it has come round again.
  @Test(arguments: [Duration.minutes(5), .days(1), .days(400)])
  func aClockThatJumpsBackShutsNobodyOut(jump: Duration) {
    let failures = [Timestamp](repeating: now + jump, count: 20)
    #expect(LockOut.wait(after: failures, now: now) == nil)
    #expect(LockOut.wait(after: failures + [now], now: now) == LockOut.longest)
  }
}

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

  @Test(arguments: [
    "four words do well", "the nurse sang twice", "zebra-piano-lamp", "ñandú y cóndor", "tall green bicycle 7",
  ])
  func aLongPasswordIsTaken(_ password: String) {
    #expect(
      problem { () throws(Misentry) in try PasswordRule.check(password, username: "okafor", isCommon: common) } == nil)
  }

  @Test(arguments: [
    "", "demo", "password", "elevenchars", "passwordpassword", "Password12345!", "123456789012", "aaaaaaaaaaaa",
    "abababababab",
    "hospital1234", "OKAFOR is my name", "qwertyuiop12", "P4ssw0rd1234", "$unsh1ne!2026", "nursenursenurse",
    "210987654321", "zyxwvutsrqpo", "letmein-letmein",
  ])
  func aPasswordThatIsTriedFirstIsRefused(_ password: String) {
    #expect(
      problem { () throws(Misentry) in try PasswordRule.check(password, username: "okafor", isCommon: common) } != nil)
  }

  @Test func lengthIsJudgedAtTheBoundary() {
    #expect(
      problem { () throws(Misentry) in try PasswordRule.check("zebra-piano", username: "x1", isCommon: common) }
        == "11 characters typed, 12 needed; three or four words do well")
    #expect(
      problem { () throws(Misentry) in try PasswordRule.check("zebra-pianos", username: "x1", isCommon: common) } == nil
    )
    let long = String(repeating: "zebra-piano ", count: 100)
    #expect(problem { () throws(Misentry) in try PasswordRule.check(long, username: "x1", isCommon: common) } != nil)
  }

  /// A short list stands in for the one that is shipped, which `CommonPasswordTests` looks at.
  private let common: @Sendable (String) -> Bool = {
    ["password", "hospital", "qwertyuiop", "sunshine", "nurse", "letmein"].contains($0)
  }
}

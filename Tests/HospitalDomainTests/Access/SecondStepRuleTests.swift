import Testing

@testable import HospitalDomain

/// When a code is taken (H3). That codes are those of RFC 6238 is looked at in `OathCodeTests`.
struct SecondStepRuleTests {
  /// A stand-in: the code of a step is its last six digits.
  private func code(_ step: Int64) -> String {
    let text = String(step % 1_000_000)
    return String(repeating: "0", count: 6 - text.count) + text
  }

  private func step(of typed: String, after last: Int64 = 0) -> Int64? {
    TimeCodeRule.step(of: typed, at: now, after: last, code: code)
  }

  @Test("one step of drift is taken, either way, and no more", arguments: [-2, -1, 0, 1, 2] as [Int64])
  func drift(_ steps: Int64) {
    let meant = TimeCodeRule.step(at: now) + steps
    #expect(step(of: code(meant)) == (abs(steps) <= 1 ? meant : nil))
  }

  @Test("a step lasts thirty seconds", arguments: [(0, 0), (29_999, 0), (30_000, 1), (59_999, 1)] as [(Int64, Int64)])
  func steps(milliseconds: Int64, number: Int64) {
    #expect(TimeCodeRule.step(at: Timestamp(milliseconds: milliseconds)) == number)
  }

  @Test("a code is never taken twice, nor one before it")
  func replay() {
    let current = TimeCodeRule.step(at: now)
    #expect(step(of: code(current), after: current - 1) == current)
    #expect(step(of: code(current), after: current) == nil)
    #expect(step(of: code(current - 1), after: current) == nil)
    #expect(step(of: code(current + 1), after: current) == current + 1)
  }

  @Test(
    "spaces do not matter; anything else does",
    arguments: [
      ("123 456", true), (" 123456 ", true), ("12345", false), ("1234567", false), ("", false), ("١٢٣٤٥٦", false),
    ])
  func reading(typed: String, isTaken: Bool) {
    let taken = TimeCodeRule.step(of: typed, at: now, after: 0) { _ in "123456" }
    #expect((taken != nil) == isTaken)
  }

  @Test("a recovery code is read however it is written")
  func recoveryCode() throws {
    let code = RecoveryCode(number: 3) { _ in 10 }
    #expect(code.shown == "3AAAA-AAAAA" && code.text.count == 10)
    for typed in ["3AAAA-AAAAA", "3aaaaaaaaa", " 3aaaa aaaaa "] { #expect(RecoveryCode(entry: typed) == code) }
    #expect(RecoveryCode(entry: "0OIL0-00000")?.text == "0011000000")
    for typed in ["", "3AAAA-AAAA", "3AAAA-AAAAAA", "AAAAA-AAAAA", "3AAAA-AAAAU", "123456"] {
      #expect(RecoveryCode(entry: typed) == nil, "\(typed)")
    }
  }

  /// Ten minutes, once, five tries: both sides of each.
  @Test(
    arguments: [
      (0, 0, false, true), (600_000, 0, false, true), (600_001, 0, false, false), (-1, 0, false, false),
      (0, 4, false, true), (0, 5, false, false), (0, 0, true, false),
    ] as [(Int64, Int, Bool, Bool)])
  func mailCode(age: Int64, tries: Int, isUsed: Bool, isOpen: Bool) {
    let standing = MailCodeRule.Standing(sentAt: now - .milliseconds(age), tries: tries, isUsed: isUsed)
    #expect(MailCodeRule.isOpen(standing, at: now) == isOpen)
  }

  @Test("three letters in ten minutes, not four")
  func letters() {
    let sent = [now - .minutes(9), now - .minutes(5), now]
    #expect(throws: Never.self) { try MailCodeRule.checkLetter(after: Array(sent.prefix(2)), at: now) }
    #expect(throws: Refusal.tooManyLetters(wait: .minutes(1))) { try MailCodeRule.checkLetter(after: sent, at: now) }
    #expect(throws: Never.self) { try MailCodeRule.checkLetter(after: sent, at: now + .minutes(1)) }
  }

  @Test("a code has six digits", arguments: [(0, "000000"), (42, "000042"), (999_999, "999999")])
  func newCode(number: Int, text: String) { #expect(MailCodeRule.newCode { _ in number } == text) }

  @Test("the address in the picture is short enough for a screen of 24 rows, whatever the user name")
  func enrolment() {
    let enrolment = TimeCodeEnrolment(
      secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", username: String(repeating: "n", count: 32))
    #expect(enrolment.address == "otpauth://totp/hms:nnnnnnnnnnnnnnnnnnnnnnnn?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    #expect(enrolment.groups == ["GEZD", "GNBV", "GY3T", "QOJQ", "GEZD", "GNBV", "GY3T", "QOJQ"])
  }

  @Test("a role that has to have a second step keeps it")
  func policy() {
    let policy = SecondStepPolicy(required: [.administrator])
    #expect(throws: Refusal.secondStepRequired(of: .administrator)) { try policy.checkRemoval(from: .administrator) }
    #expect(throws: Never.self) { try policy.checkRemoval(from: .nurse) }
  }
}

/// Letters (N2): what a template and its values become, and what can become no header.
struct LetterTests {
  private let address = EmailAddress(stored: "ines@example.org")

  @Test("values stand in the place of their names, and nothing in them is taken for a name")
  func filling() throws {
    let template = try LetterTemplate("Subject: Code for {place}\n\nHello {name},\n{code}\n")
    let letter = try template.letter(to: address, ["place": "St Brigid", "name": "{code}", "code": "123456"])
    #expect(letter.subject == "Code for St Brigid")
    #expect(letter.body == "Hello {code},\n123456\n")
  }

  @Test(
    "a template that names what there is not is refused", arguments: ["Subject: {who}\n\ntext", "Subject: x\n\n{who}"])
  func unknown(_ text: String) throws {
    let template = try LetterTemplate(text)
    #expect(throws: Misentry.self) { try template.letter(to: address, [:]) }
  }

  @Test(
    "a template begins with its subject", arguments: ["", "Hello", "Subject: x", "Subject: x\ntext\n", "To: a\n\nb"])
  func noTemplate(_ text: String) { #expect(throws: Misentry.self) { try LetterTemplate(text) } }

  @Test("no value becomes a header", arguments: ["x\nBcc: all@example.org", "x\r\nBcc: y", "x\u{0B}y", "x\u{85}y"])
  func injection(_ value: String) throws {
    let letter = try LetterTemplate("Subject: For {name}\n\n{name}").letter(to: address, ["name": value])
    #expect(!letter.subject.contains { $0.isNewline })
    #expect(throws: Misentry.self) { try Letter(to: address, subject: value, body: "") }
  }

  @Test(
    "an address that was not checked becomes no header either",
    arguments: ["ines@example.org\nBcc: all@example.org", "ines@example.org, all@example.org", "", "ines"])
  func addresses(_ text: String) {
    #expect(throws: Misentry.self) { try Letter(to: EmailAddress(stored: text), subject: "x", body: "") }
  }

  @Test("the time between tries grows", arguments: [(1, 5), (2, 10), (3, 20), (9, 1_280), (10, 1_800), (100, 1_800)])
  func retries(tries: Int, seconds: Int) { #expect(LetterRetry.delay(after: tries) == .seconds(seconds)) }
}

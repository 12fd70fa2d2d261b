import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Codes by e-mail (H3), queued and tried again (N2).
struct MailCodeTests {
  let means = TestSignInMeans()
  let hospital: TestHospital
  private let address = EmailAddress(stored: "ngozi@example.org")

  init() throws { hospital = try TestHospital(means: means) }

  private var service: SignInService { SignInService(hospital.workplace) }
  private var own: SecondStepService { SecondStepService(hospital.session(.nurse)) }

  private func carry() throws -> Timestamp? { try MailCarrier.carry(for: hospital.workplace) }

  private func pending() throws -> PendingSignIn {
    do {
      _ = try service.signIn(username: "nurse", password: "password of nurse", terminal: "ward")
    } catch let needed as SecondStepNeeded {
      return needed.pending
    }
    throw NothingAsked()
  }
  private struct NothingAsked: Error {}

  /// Gives the nurse codes by e-mail.
  private func enrol() throws {
    try own.sendCode(to: address)
    #expect(try carry() == nil)
    _ = try own.add(address, code: #require(means.sentCode))
    hospital.clock.advance(by: .minutes(11))
  }

  /// A code on its way to the nurse who signs in.
  private func sent(_ pending: PendingSignIn) throws -> String {
    try service.sendCode(for: pending)
    _ = try carry()
    return try #require(means.sentCode)
  }

  @Test("an address is taken once a code that was sent there is typed")
  func enrolling() throws {
    try own.sendCode(to: address)
    #expect(try refusal { try own.add(address, code: "x") } == .codeFailed)
    _ = try carry()
    #expect(
      try refusal { try own.add(EmailAddress(stored: "other@example.org"), code: #require(means.sentCode)) }
        == .codeFailed, "it was sent to another address")
    _ = try own.add(address, code: #require(means.sentCode))
    #expect(try own.step()?.address == address)
    #expect(means.letters.map(\.recipient) == [address])
    let entries = try hospital.read {
      try $0.audit.newest(5).filter { $0.reason == "code by e-mail to n…@example.org" }
    }
    #expect(entries.map(\.actor) == ["nurse"], "every letter has its entry")
    #expect(means.letters[0].subject == "Your code for St Brigid General")
  }

  @Test("a code lets in once, and for ten minutes")
  func once() throws {
    try enrol()
    let first = try pending()
    let code = try sent(first)
    #expect(throws: Never.self) { try service.finish(first, code: code) }
    #expect(try refusal { try service.finish(pending(), code: code) } == .codeFailed)
    let second = try pending()
    let late = try sent(second)
    hospital.clock.advance(by: .minutes(10) + .milliseconds(1))
    #expect(try refusal { try service.finish(second, code: late) } == .codeFailed)
  }

  @Test("after five wrong tries a code is taken no more")
  func fiveTries() throws {
    try enrol()
    let pending = try pending()
    let code = try sent(pending)
    for _ in 0..<5 { _ = try refusal { try service.finish(pending, code: "x") } }
    hospital.clock.advance(by: .minutes(1))
    #expect(try refusal { try service.finish(pending, code: code) } == .codeFailed)
  }

  @Test("the newest code is taken, and three are sent in ten minutes")
  func newest() throws {
    try enrol()
    let pending = try pending()
    let (older, newer) = (try sent(pending), try sent(pending))
    #expect(older != newer)
    #expect(try refusal { try service.finish(pending, code: older) } == .codeFailed)
    _ = try sent(pending)
    #expect(try refusal { try service.sendCode(for: pending) }?.code == "access.tooManyLetters")
  }

  @Test("neither the code nor the letter is in the database as it is, and nothing of the letter once it is sent")
  func sealed() throws {
    try enrol()
    try service.sendCode(for: pending())
    func stored() throws -> String {
      try hospital.read {
        try $0.transaction.row("SELECT sealed_text FROM outgoing_mail ORDER BY id DESC LIMIT 1")?.text("sealed_text")
          ?? ""
      }
    }
    #expect(try stored().hasPrefix("x1:") && !stored().contains("code"))
    _ = try carry()
    #expect(try stored().isEmpty)
  }

  @Test("a letter that is not taken is tried again after longer and longer, and given up when it is of no use")
  func retries() throws {
    try own.sendCode(to: address)
    means.refuse(100)
    for seconds in [5, 10, 20, 40, 80, 160] {
      #expect(try carry() == hospital.clock.now + .seconds(seconds))
      hospital.clock.advance(by: .seconds(seconds) - .milliseconds(1))
      #expect(try carry() == hospital.clock.now + .milliseconds(1), "not before its time")
      hospital.clock.advance(by: .milliseconds(1))
    }
    means.refuse(0)
    #expect(try carry() == nil)
    #expect(means.letters.count == 1)
    try own.sendCode(to: address)
    means.refuse(100)
    _ = try carry()
    hospital.clock.advance(by: .minutes(10))
    #expect(try carry() == nil)
    means.refuse(0)
    #expect(try carry() == nil)
    #expect(means.letters.count == 1, "nobody gets a code that is of no use")
  }

  @Test("administrators are told of a letter that was given up, for a day; nobody else is")
  func givenUp() throws {
    try own.sendCode(to: address)
    means.refuse(100)
    _ = try carry()
    let accounts = AccountService(hospital.session(.administrator))
    #expect(try accounts.mailProblem() == nil)
    hospital.clock.advance(by: .minutes(10))
    _ = try carry()
    let said = try #require(try accounts.mailProblem())
    #expect(said.hasPrefix("A letter was given up") && said.contains("mend the host's mail system"))
    #expect(try refusal { _ = try AccountService(hospital.session(.nurse)).mailProblem() } != nil)
    hospital.clock.advance(by: .hours(24) + .milliseconds(1))
    #expect(try accounts.mailProblem() == nil)
  }

  @Test("a letter whose carrier was killed is carried by another after a minute")
  func killed() throws {
    try own.sendCode(to: address)
    #expect(try hospital.write { try $0.outgoingMail.take() } != nil)
    #expect(try carry() == hospital.clock.now + LetterRetry.lease)
    #expect(means.letters.isEmpty)
    hospital.clock.advance(by: LetterRetry.lease)
    #expect(try carry() == nil)
    #expect(means.letters.count == 1)
  }
}

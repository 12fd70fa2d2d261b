import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// The second step of signing in (H3).
struct SecondStepTests {
  let means: TestSignInMeans
  let hospital: TestHospital

  init() throws {
    means = TestSignInMeans(required: [.administrator])
    hospital = try TestHospital(means: means)
  }

  private var service: SignInService { SignInService(hospital.workplace) }
  private func own(_ role: Role = .nurse) -> SecondStepService { SecondStepService(hospital.session(role)) }

  /// What comes after the right password.
  private func pending(_ username: String = "nurse") throws -> PendingSignIn {
    do {
      _ = try service.signIn(username: username, password: "password of \(username)", terminal: "ward")
    } catch let needed as SecondStepNeeded {
      return needed.pending
    }
    throw NothingAsked()
  }
  private struct NothingAsked: Error {}

  private func code(_ secret: String, steps: Int64 = 0) throws -> String {
    try means.means.timeCode(secret, TimeCodeRule.step(at: hospital.clock.now) + steps)
  }

  /// Gives the nurse an app.
  private func enrol() throws -> (secret: String, recovery: [RecoveryCode]) {
    let enrolment = try own().newEnrolment()
    let codes = try own().add(enrolment, code: code(enrolment.secret))
    hospital.clock.advance(by: .seconds(30))
    return (enrolment.secret, codes)
  }

  private func reasons() throws -> [String] {
    try hospital.read { try $0.audit.newest(2).map { "\($0.action.rawValue) \($0.reason)" } }
  }

  @Test("nothing is kept before a code was typed, and a wrong one adds nothing")
  func enrolling() throws {
    let enrolment = try own().newEnrolment()
    #expect(enrolment.secret.count == 32)
    #expect(try refusal { try own().add(enrolment, code: "000000") } == .codeFailed)
    #expect(try own().step() == nil)
    let codes = try own().add(enrolment, code: code(enrolment.secret))
    #expect(try own().step()?.kind == .app && codes.count == 10 && Set(codes).count == 10)
    #expect(try reasons()[0] == "update second step: app")
  }

  @Test("the password alone lets nobody in then; the code does, once")
  func code() throws {
    let (secret, _) = try enrol()
    let pending = try pending()
    #expect(try refusal { try service.finish(pending, code: "000000") } == .codeFailed)
    #expect(try reasons()[0] == "refused second step")
    let code = try code(secret)
    let session = try service.finish(pending, code: code)
    #expect(session.account.username == "nurse")
    #expect(try reasons()[0] == "sign-in authenticator app")
    #expect(try refusal { try service.finish(pending, code: code) } == .codeFailed, "a code is never taken twice")
  }

  @Test("the code that confirmed the enrolment signs nobody in")
  func enrolmentCode() throws {
    let enrolment = try own().newEnrolment()
    let code = try code(enrolment.secret)
    _ = try own().add(enrolment, code: code)
    let pending = try pending()
    #expect(try refusal { try service.finish(pending, code: code) } == .codeFailed)
  }

  @Test("clocks may differ by one step", arguments: [-2, -1, 1, 2] as [Int64])
  func drift(steps: Int64) throws {
    let (secret, _) = try enrol()
    hospital.clock.advance(by: .minutes(5))
    let pending = try pending()
    let failed = try refusal { try service.finish(pending, code: code(secret, steps: steps)) }
    #expect(failed == (abs(steps) == 1 ? nil : .codeFailed))
  }

  @Test("two who hold the same code: one gets in")
  func race() throws {
    let (secret, _) = try enrol()
    let (one, other) = (try pending(), try pending())
    let code = try code(secret)
    #expect(throws: Never.self) { try service.finish(one, code: code) }
    #expect(try refusal { try service.finish(other, code: code) } == .codeFailed)
  }

  @Test("each recovery code lets in once; new ones take the place of those that are left")
  func recovery() throws {
    let (_, codes) = try enrol()
    #expect(throws: Never.self) { try service.finish(pending(), code: codes[3].shown.lowercased()) }
    #expect(try reasons()[0] == "sign-in recovery code")
    #expect(try own().step()?.recoveryCodes == 9)
    #expect(try refusal { try service.finish(pending(), code: codes[3].shown) } == .codeFailed)
    let newer = try own().renewRecoveryCodes()
    #expect(try own().step()?.recoveryCodes == 10)
    #expect(try refusal { try service.finish(pending(), code: codes[4].shown) } == .codeFailed)
    #expect(throws: Never.self) { try service.finish(pending(), code: newer[4].shown) }
  }

  @Test("neither the secret nor a recovery code is in the database as it is")
  func sealed() throws {
    let (secret, codes) = try enrol()
    let stored = try hospital.read { records in
      try records.transaction.rows("SELECT sealed_secret FROM second_step").map { try $0.text("sealed_secret") }
    }
    #expect(stored.count == 1 && stored[0].hasPrefix("x1:") && !stored[0].contains(secret))
    let hashes = try hospital.read { records in
      try records.transaction.rows("SELECT code_hash FROM recovery_code").map { try $0.text("code_hash") }
    }
    #expect(hashes.count == 10 && hashes.allSatisfy { hash in !codes.contains { hash == $0.text } })
  }

  @Test("a secret that was put in another's place opens nothing")
  func moved() throws {
    let (secret, _) = try enrol()
    let sealed = try hospital.read {
      try $0.transaction.row("SELECT sealed_secret FROM second_step")?.text("sealed_secret")
    }
    try hospital.execute(
      """
      INSERT INTO second_step (id, account_id, kind, sealed_secret, address, last_step, added_at, added_by)
      SELECT 'stolen', id, 'app', \(sealed), '', 0, 0, id FROM account WHERE username = 'doctor'
      """)
    let pending = try pending("doctor")
    #expect(throws: Fault.self) { try service.finish(pending, code: code(secret)) }
  }

  @Test("wrong codes slow down like wrong passwords")
  func guessing() throws {
    _ = try enrol()
    let pending = try pending()
    for _ in 0..<5 { #expect(try refusal { try service.finish(pending, code: "000000") } == .codeFailed) }
    #expect(try refusal { try service.finish(pending, code: "000000") } == .signInTooSoon(wait: .seconds(2)))
  }

  @Test("a password that was given too long ago, or is no more what it was, is asked for again")
  func late() throws {
    let (secret, _) = try enrol()
    let old = try pending()
    hospital.clock.advance(by: .minutes(15) + .milliseconds(1))
    #expect(try refusal { try service.finish(old, code: code(secret)) } == .codeTooLate)
    let changed = try pending()
    try AccountService(hospital.session(.administrator)).reset("nurse", password: "three green boats")
    #expect(try refusal { try service.finish(changed, code: code(secret)) } == .codeTooLate)
  }

  @Test("a role that has to have a second step adds one before anything else, and keeps it")
  func required() throws {
    let pending = try pending("admin")
    #expect(pending.step == nil)
    #expect(try refusal { try service.finishEnrolled(pending) } == .secondStepMissing)
    #expect(try refusal { try service.finish(pending, code: "000000") } == .codeFailed)
    let adding = SecondStepService(try service.enrolling(pending))
    let enrolment = try adding.newEnrolment()
    _ = try adding.add(enrolment, code: code(enrolment.secret))
    #expect(try service.finishEnrolled(pending).account.username == "admin")
    #expect(try refusal { try own(.administrator).remove() } == .secondStepRequired(of: .administrator))
    #expect(throws: Never.self) { try service.signIn(username: "nurse", password: "password of nurse", terminal: "x") }
  }

  @Test("it can be taken away by its owner, and by an administrator where it is lost")
  func removal() throws {
    #expect(try refusal { try own().remove() } == .noSecondStep)
    _ = try enrol()
    try own().remove()
    #expect(try own().step() == nil)
    _ = try enrol()
    #expect(
      try refusal { try AccountService(hospital.session(.nurse)).removeSecondStep(of: "nurse") }?.code
        == "access.notPermitted")
    try AccountService(hospital.session(.administrator)).removeSecondStep(of: "nurse", because: "lost phone")
    #expect(try reasons()[0] == "update lost phone")
    #expect(throws: Never.self) { try service.signIn(username: "nurse", password: "password of nurse", terminal: "x") }
  }

  @Test("before a change the password is asked for, and a wrong one counts")
  func confirming() throws {
    #expect(throws: Never.self) { try own().confirm(password: "password of nurse") }
    #expect(try refusal { try own().confirm(password: "wrong") } == .passwordWrong)
    #expect(try reasons()[0] == "refused password asked again")
  }

  @Test("unlocking a terminal asks for the password alone")
  func unlocking() throws {
    let (secret, _) = try enrol()
    let session = try service.finish(pending(), code: code(secret))
    let lock = LockService(session)
    #expect(throws: Never.self) { try lock.unlock(password: "password of nurse") }
    #expect(try refusal { try lock.unlock(password: "wrong") } == .wrongPassword)
    try AccountService(hospital.session(.administrator)).setLocked(true, "nurse", because: "a test")
    #expect(try refusal { try lock.unlock(password: "password of nurse") } == .accountLocked)
  }
}

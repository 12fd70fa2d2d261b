import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

@Suite("Who signs as a second person proves it as when signing in: password, and code where they have one (H3, M3, M4)")
struct SecondSignatureTests {
  let means = TestSignInMeans()
  let hospital: TestHospital
  private let lot: StockLotID
  private static let address = EmailAddress(stored: "second@example.org")

  init() throws {
    hospital = try TestHospital(means: means)
    try hospital.makeDoctors()
    try hospital.keepInteractions()
    try hospital.write { records in
      _ = try records.pharmacy.add(
        Medication(
          code: "892342", name: "morphine", strength: "10 mg", form: "tablet", unitPrice: 110, isControlled: true))
    }
    lot = try hospital.receive(500, "M", of: "892342", expires: "2028/01/31")
  }

  /// A second step, and what is typed into the field of the code.
  enum Case: String, CaseIterable {
    case noStep, noStepWithCode
    case appWithout, appWrong, appRight, appRecovery
    case mailWithout, mailWrong, mailSent, mailRecovery

    var refusal: String? {
      switch self {
      case .noStep, .noStepWithCode, .appRight, .appRecovery, .mailSent, .mailRecovery: nil
      case .appWithout, .mailWithout: "signature.codeNeeded"
      case .appWrong, .mailWrong: "access.codeFailed"
      }
    }
  }

  private func own(_ role: Role) -> SecondStepService { SecondStepService(hospital.session(role)) }

  /// Gives somebody an app; its secret and recovery codes.
  private func enrolApp(_ role: Role) throws -> (secret: String, recovery: [RecoveryCode]) {
    let enrolment = try own(role).newEnrolment()
    let codes = try own(role).add(enrolment, code: code(enrolment.secret))
    hospital.clock.advance(by: .seconds(30))
    return (enrolment.secret, codes)
  }

  private func code(_ secret: String) throws -> String {
    try means.means.timeCode(secret, TimeCodeRule.step(at: hospital.clock.now))
  }

  private func sentCode() throws -> String {
    _ = try MailCarrier.carry(for: hospital.workplace)
    return try #require(means.sentCode)
  }

  private func enrolMail(_ role: Role) throws -> [RecoveryCode] {
    try own(role).sendCode(to: Self.address)
    let codes = try own(role).add(Self.address, code: sentCode())
    hospital.clock.advance(by: .minutes(11))
    return codes
  }

  /// Prepares the second step of a role, and gives what is typed as its code.
  private func typed(_ role: Role, _ which: Case) throws -> String {
    switch which {
    case .noStep: return ""
    case .noStepWithCode: return "123456"
    case .appWithout, .appWrong, .appRight, .appRecovery:
      let (secret, recovery) = try enrolApp(role)
      let right = try code(secret)
      return switch which {
      case .appWithout: " "
      case .appRight: right
      case .appRecovery: recovery[3].shown
      default: right == "000000" ? "111111" : "000000"
      }
    case .mailWithout, .mailWrong, .mailSent, .mailRecovery:
      let recovery = try enrolMail(role)
      if which == .mailRecovery { return recovery[5].shown }
      guard which != .mailWithout else { return "" }
      do {
        _ = try SignInService(hospital.workplace).signIn(
          username: role.rawValue, password: "password of \(role.rawValue)", terminal: "ward")
      } catch let needed as SecondStepNeeded {
        try SignInService(hospital.workplace).sendCode(for: needed.pending)
      }
      let right = try sentCode()
      return which == .mailSent ? right : right == "000000" ? "111111" : "000000"
    }
  }

  private func signature(_ role: Role, _ code: String, password: String? = nil) -> SecondSignature {
    SecondSignature(
      username: role.rawValue, password: password ?? "password of \(role.rawValue)", code: code)
  }

  private func count(_ signature: SecondSignature, _ counted: Int? = nil) throws -> Refusal? {
    let level = try #require(try hospital.level(of: lot))
    return try refusal {
      try StockService(hospital.session(.pharmacist)).count(
        counted ?? level, of: lot, seen: level, because: "", signedBy: signature)
    }
  }

  @Test("at the pharmacy, role by role", arguments: [Role.nurse, .headNurse, .doctor, .headDoctor], Case.allCases)
  func atThePharmacy(role: Role, which: Case) throws {
    let typed = try typed(role, which)
    #expect(try count(signature(role, typed))?.code == which.refusal)
    #expect(try hospital.read { try $0.pharmacy.lot(lot) } != nil)
  }

  @Test("when prescribing, role by role", arguments: [Role.headDoctor, .pharmacist], Case.allCases)
  func prescribing(role: Role, which: Case) throws {
    let typed = try typed(role, which)
    let items = try ["methotrexate", "trimethoprim"].map { try hospital.item($0) }
    let refused = try refusal {
      try PrescribingService(hospital.session(.doctor)).prescribe(
        hospital.order(items, for: hospital.samples.patients[1]), because: "no other",
        signed: signature(role, typed))
    }
    #expect(refused?.code == which.refusal)
    #expect(try hospital.prescriptions(of: hospital.samples.patients[1]).isEmpty == (refused != nil))
  }

  @Test(
    "those who may not sign may not with a code either", arguments: [Role.cashier, .administrator],
    [Case.noStep, .appRight])
  func others(role: Role, which: Case) throws {
    let typed = try typed(role, which)
    #expect(try count(signature(role, typed))?.code == "dispense.secondRole")
  }

  @Test("each code signs once; so does a recovery code, and it is counted")
  func once() throws {
    let (secret, recovery) = try enrolApp(.nurse)
    let typed = try code(secret)
    #expect(try count(signature(.nurse, typed)) == nil)
    #expect(try count(signature(.nurse, typed)) == .codeFailed)
    #expect(try count(signature(.nurse, recovery[0].shown)) == nil)
    #expect(try own(.nurse).step()?.recoveryCodes == 9)
    #expect(try count(signature(.nurse, recovery[0].shown)) == .codeFailed)
  }

  @Test("what is refused for another reason uses no code up")
  func unused() throws {
    let (secret, _) = try enrolApp(.nurse)
    let typed = try code(secret)
    #expect(try count(signature(.nurse, typed), 3)?.code == "bed.reason", "a correction has a reason")
    #expect(try count(signature(.nurse, typed)) == nil)
  }

  @Test("a wrong code counts as a failure to sign in, is in the trail, and slows the next down; no code does not count")
  func failures() throws {
    let (secret, _) = try enrolApp(.nurse)
    func failed() throws -> Int { try hospital.read { try $0.rows(in: "sign_in_failure") } }
    #expect(try count(signature(.nurse, ""))?.field == "code")
    #expect(try failed() == 0)
    for _ in 0...LockOut.ofName.free { #expect(try count(signature(.nurse, "000000")) == .codeFailed) }
    #expect(try failed() == LockOut.ofName.free + 1)
    let newest = try hospital.read { try $0.audit.newest(1) }.first
    #expect(newest?.action == .refused && newest?.reason == "second signature, second step")
    #expect(try count(signature(.nurse, try code(secret)))?.code == "access.signInTooSoon")
    hospital.clock.advance(by: .minutes(20))
    #expect(try count(signature(.nurse, try code(secret))) == nil)
  }

  @Test("a wrong password is told before any code is looked at")
  func password() throws {
    let (secret, _) = try enrolApp(.nurse)
    let typed = try code(secret)
    #expect(try count(signature(.nurse, typed, password: "wrong")) == .signInFailed)
    #expect(try count(signature(.nurse, typed)) == nil)
  }

  @Test("codes by e-mail are not waited for: one sentence says what to do")
  func mail() throws {
    _ = try enrolMail(.nurse)
    let said = try #require(try count(signature(.nurse, "")))
    #expect(said.sentence.contains("type a recovery code, or ask somebody else"))
  }
}

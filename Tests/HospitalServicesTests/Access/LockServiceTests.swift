import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// The PIN and the password at the lock, and the drafts behind it (H4).
struct LockServiceTests {
  let hospital: TestHospital
  let nurse: Session
  let password: String

  init() throws {
    hospital = try TestHospital()
    nurse = hospital.session(.nurse)
    password = "password of nurse"
  }

  private var lock: LockService { LockService(nurse) }

  private func actions() throws -> [String] {
    try hospital.read { records in
      try records.transaction.rows(
        "SELECT action, subject_kind, subject_id FROM audit_entry WHERE account_id = \(nurse.account.id) ORDER BY id"
      ).map { "\(try $0.text("action")) \(try $0.text("subject_kind")) \(try $0.text("subject_id"))" }
    }
  }

  @Test("a PIN is set by its owner with their password, kept as a hash, and unlocks; the audit trail says both")
  func setAndUnlock() throws {
    #expect(throws: Refusal.passwordWrong, "it counts as at the sign-in") {
      try lock.setPIN("7391", password: "another")
    }
    #expect(throws: InvalidEntry.self) { try lock.setPIN("1234", password: password) }
    try lock.setPIN("7391", password: password)
    let hash = try #require(try hospital.read { try $0.pins.find(nurse.account.id)?.hash })
    #expect(hash == "not a hash, for tests alone: 7391")
    try lock.unlock(pin: "7391", signedInAt: hospital.clock.now)
    #expect(try actions() == ["update terminal pin", "execute terminal unlock"])
  }

  @Test("five wrong tries, at whatever terminal, leave the password alone; it sets the PIN right again")
  func tries() throws {
    try lock.setPIN("7391", password: password)
    let elsewhere = LockService(hospital.session(.nurse, terminal: "elsewhere"))
    for left in [4, 3, 2, 1, 0] {
      let service = left % 2 == 0 ? lock : elsewhere
      #expect(throws: Refusal.wrongPIN(left: left)) { try service.unlock(pin: "0573", signedInAt: hospital.clock.now) }
    }
    #expect(throws: Refusal.pinSpent) { try lock.unlock(pin: "7391", signedInAt: hospital.clock.now) }
    hospital.clock.advance(by: .seconds(1))
    try lock.unlock(password: password)
    try lock.unlock(pin: "7391", signedInAt: hospital.clock.now)
  }

  @Test("a PIN that is right does not make wrong tries forgotten")
  func rightBetween() throws {
    try lock.setPIN("7391", password: password)
    for _ in 0..<4 { #expect(throws: Refusal.self) { try lock.unlock(pin: "0573", signedInAt: hospital.clock.now) } }
    try lock.unlock(pin: "7391", signedInAt: hospital.clock.now)
    #expect(throws: Refusal.wrongPIN(left: 0)) { try lock.unlock(pin: "0573", signedInAt: hospital.clock.now) }
  }

  @Test("after 30 minutes the right PIN does not unlock, and costs no try")
  func tooLate() throws {
    try lock.setPIN("7391", password: password)
    let signedIn = hospital.clock.now
    hospital.clock.advance(by: .minutes(30) + .milliseconds(1))
    #expect(throws: Refusal.pinTooLate) { try lock.unlock(pin: "7391", signedInAt: signedIn) }
    #expect(try lock.standing()?.failures == 0)
  }

  @Test("wrong passwords at the lock are slowed down like those at the sign-in")
  func slowed() throws {
    for _ in 0..<5 { #expect(throws: Refusal.wrongPassword) { try lock.unlock(password: "nonsense") } }
    #expect { try lock.unlock(password: password) } throws: { ($0 as? Refusal)?.code == "access.signInTooSoon" }
    hospital.clock.advance(by: .minutes(16))
    try lock.unlock(password: password)
  }

  @Test("who was locked out by an administrator does not unlock, neither way")
  func standing() throws {
    try lock.setPIN("7391", password: password)
    try AccountService(hospital.session(.administrator)).setLocked(true, "nurse", because: "lost card")
    #expect(throws: Refusal.accountLocked) { try lock.unlock(pin: "7391", signedInAt: hospital.clock.now) }
    #expect(throws: Refusal.accountLocked) { try lock.unlock(password: password) }
  }

  private func keep(_ text: String, as id: String = "d1") throws {
    try DraftService(nurse).keep(
      Draft(
        id: Identifier(id), form: "registration", subject: "s-\(text)", title: "t-\(text)", content: "c-\(text)",
        savedAt: hospital.clock.now))
  }

  @Test("a draft is its owner's alone: sealed in the file, and opened in no other row and for nobody else")
  func sealed() throws {
    try keep("DUARTE")
    let row = try #require(try hospital.engine.read { try $0.row("SELECT * FROM draft") })
    #expect(try !row.text("sealed").contains("DUARTE") && row.text("sealed").hasPrefix("x1:"))
    #expect(try DraftService(nurse).drafts().map(\.title) == ["t-DUARTE"])
    #expect(try DraftService(hospital.session(.doctor)).drafts().isEmpty)
    // Copied to another's row by hand, it does not open.
    try hospital.execute(
      """
      INSERT INTO draft (id, account_id, sealed, saved_at)
      SELECT 'stolen', \(hospital.account(.doctor)), sealed, saved_at FROM draft
      """)
    #expect(try DraftService(hospital.session(.doctor)).drafts().isEmpty)
  }

  @Test("somebody else neither discards a draft nor writes over it")
  func othersHands() throws {
    try keep("DUARTE")
    let doctor = DraftService(hospital.session(.doctor))
    try doctor.discard(Identifier("d1"))
    try doctor.keep(
      Draft(id: Identifier("d1"), form: "", subject: "", title: "mine", content: "", savedAt: hospital.clock.now))
    #expect(try DraftService(nurse).drafts().map(\.title) == ["t-DUARTE"])
  }
}

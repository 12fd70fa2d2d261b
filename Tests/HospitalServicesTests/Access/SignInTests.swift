import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Synchronization
import Testing

/// Signing in with a name and a password (H3).
struct SignInTests {
  let hospital: TestHospital

  init() throws { hospital = try TestHospital() }

  @discardableResult private func signIn(
    _ username: String, _ password: String? = nil, at terminal: String = "ward"
  ) throws -> Session {
    try SignInService(hospital.workplace).signIn(
      username: username, password: password ?? "password of \(username)", terminal: terminal)
  }

  private func fail(_ username: String, at terminal: String = "elsewhere", times: Int) throws {
    for _ in 0..<times { _ = try refusal { try signIn(username, "wrong", at: terminal) } }
  }

  private func newestEntries(_ count: Int) throws -> [AuditEntry] { try hospital.read { try $0.audit.newest(count) } }

  @Test("nothing tells which part was wrong: the same words for an unknown name, a wrong password, a locked account")
  func noHint() throws {
    try AccountService(hospital.session(.administrator)).setLocked(true, "cashier", because: "a test")
    #expect(try refusal { try signIn("nurse", "wrong") } == .signInFailed)
    #expect(try refusal { try signIn("nobody", "wrong") } == .signInFailed)
    #expect(try refusal { try signIn("cashier") } == .signInFailed)
    #expect(try refusal { try signIn("not a name at all", "wrong") } == .signInFailed)
  }

  @Test("a hash is looked at for every try: for a name that is not there, for what can be no name, and while one waits")
  func alwaysHashed() throws {
    let looked = Mutex<[String]>([])
    let passwords = PasswordHashing(hash: { $0 }) { _, hash in
      looked.withLock { $0.append(hash) }
      return false
    }
    let work = hospital.workplace
    let workplace = Workplace(
      engine: work.engine, clock: work.clock, localTime: work.localTime, ids: work.ids, passwords: passwords)
    for name in ["nurse", "nobody", "no name", "nobody"] + Array(repeating: "nurse", count: 12) {
      _ = try refusal {
        try SignInService(workplace).signIn(username: name, password: "wrong", terminal: "ward")
      }
    }
    #expect(looked.withLock(\.count) == 16)
    #expect(looked.withLock { $0.allSatisfy { !$0.isEmpty } })
    #expect(looked.withLock { $0[1] }.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"), "as costly as a real one")
  }

  @Test("every refused sign-in is in the audit trail; what can be no name, perhaps a password, is not")
  func audited() throws {
    _ = try refusal { try signIn("nurse", "wrong") }
    _ = try refusal { try signIn("nobody", "wrong") }
    _ = try refusal { try signIn("correct horse battery", "wrong") }
    let entries = try newestEntries(3)
    #expect(entries.map(\.action) == [.refused, .refused, .refused])
    #expect(entries.map(\.actor) == ["(no user name)", "nobody", "nurse"])
    #expect(entries.allSatisfy { $0.terminal == "ward" && $0.account == nil })
    try fail("nurse", times: 10)
    #expect(try newestEntries(13).filter { $0.action == .refused && $0.terminal == "elsewhere" }.count == 10)
    let stored = try hospital.read {
      try $0.transaction.rows("SELECT username FROM sign_in_failure").map { try $0.text("username") }
    }
    #expect(!stored.contains { $0.contains("horse") })
  }

  @Test("an attacker waits longer and longer, even with the right password, where the person never worked")
  func attackerWaits() throws {
    try fail("nurse", times: 4)
    #expect(try refusal { try signIn("nurse", "wrong", at: "elsewhere") } == .signInFailed)
    #expect(
      try refusal { try signIn("nurse", at: "elsewhere") } == .signInTooSoon(wait: .seconds(2)))
    hospital.clock.advance(by: .seconds(2))
    #expect(try refusal { try signIn("nurse", "wrong", at: "elsewhere") } == .signInFailed)
    #expect(try refusal { try signIn("nurse", at: "elsewhere") } == .signInTooSoon(wait: .seconds(4)))
    hospital.clock.advance(by: .seconds(4))
    #expect(throws: Never.self) { try signIn("nurse", at: "elsewhere") }
  }

  @Test("who worked at a terminal before gets in there, whatever is tried elsewhere")
  func attackElsewhere() throws {
    try signIn("nurse", at: "ward")
    try fail("nurse", times: 60)
    #expect(throws: Never.self) { try signIn("nurse", at: "ward") }
    #expect(try refusal { try signIn("nurse", at: "a third place") } != nil)
  }

  @Test("nobody locks a ward out from its own terminal: whoever worked there gets in")
  func attackAtTheWard() throws {
    for role in ["nurse", "headnurse", "doctor"] { try signIn(role, at: "ward") }
    for name in ["nurse", "reception", "doctor", "nobody", "admin"] { try fail(name, at: "ward", times: 15) }
    #expect(try refusal { try signIn("cashier", at: "ward") } != nil, "who never worked there waits")
    for role in ["nurse", "headnurse", "doctor"] { #expect(throws: Never.self) { try signIn(role, at: "ward") } }
  }

  @Test("one name at a terminal of its own is slowed as well, after many failures")
  func guessingAtTheWard() throws {
    try signIn("nurse", at: "ward")
    try fail("nurse", at: "ward", times: 20)
    #expect(throws: Never.self) { try signIn("nurse", at: "ward") }
    try fail("nurse", at: "ward", times: 26)
    #expect(try refusal { try signIn("nurse", at: "ward") } != nil)
    hospital.clock.advance(by: .seconds(60))
    #expect(throws: Never.self) { try signIn("nurse", at: "ward") }
  }

  @Test("while one waits, the answer is the same whether the name is known at the terminal or not")
  func sameAnswerWhileWaiting() throws {
    try signIn("nurse", at: "ward")
    for number in 1...13 { try fail("stranger\(number)", at: "ward", times: 1) }
    let answers = try ["nurse", "nobody", "cashier", "never heard of"].map { name in
      try (0..<3).map { _ in try refusal { try signIn(name, "wrong", at: "ward") } }
    }
    #expect(Set(answers).count == 1)
    #expect(answers[0] == [Refusal](repeating: .signInTooSoon(wait: .seconds(2)), count: 3))
  }

  @Test("tries while one waits make nobody wait longer")
  func hammering() throws {
    try fail("nurse", times: 5)
    for _ in 0..<100 { _ = try refusal { try signIn("nurse", "wrong", at: "elsewhere") } }
    hospital.clock.advance(by: .seconds(2))
    #expect(throws: Never.self) { try signIn("nurse", at: "elsewhere") }
  }

  @Test("an administrator who unlocks an account ends the wait")
  func unlocking() throws {
    try fail("nurse", times: 30)
    try AccountService(hospital.session(.administrator)).setLocked(false, "nurse", because: "known")
    #expect(throws: Never.self) { try signIn("nurse", at: "elsewhere") }
  }

  @Test("a terminal is forgotten after ninety days")
  func forgotten() throws {
    try signIn("nurse", at: "ward")
    hospital.clock.advance(by: .days(91))
    try fail("nurse", times: 10)
    #expect(try refusal { try signIn("nurse", at: "ward") } != nil)
  }

  @Test("the list of common passwords that is shipped is looked at when a password is set")
  func commonPasswords() throws {
    let accounts = AccountService(hospital.session(.administrator))
    for password in ["correcthorsebatterystaple", "Sunshine2026!", "hospitalhospital", "1qaz2wsx3edc"] {
      #expect(throws: InvalidEntry.self) { try accounts.reset("nurse", password: password) }
    }
    #expect(throws: Never.self) { try accounts.reset("nurse", password: "four words do well") }
  }
}

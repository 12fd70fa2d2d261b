import DatabaseKit
import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// A terminal that a ward shares (H4): the lock, the PIN, another user, parked work, hidden names.
@Suite("A terminal that is shared (H4)")
struct SharedTerminalTests {
  let station: Workstation
  private var hospital: TestHospital { station.hospital }
  private var terminal: ScriptedTerminal { station.terminal }

  init() throws {
    station = try Workstation(.reception)
  }

  private func pass(_ time: Duration) {
    hospital.clock.advance(by: time)
    terminal.passTime(to: hospital.clock.now.milliseconds)
  }

  private func beginForm() {
    terminal.press("3")
    terminal.type("QUOKKA")
  }

  /// Unlocks, or signs in at the lock, as somebody.
  private func enter(_ user: String, _ secret: String? = nil) {
    terminal.press(.function(6))
    terminal.type(user)
    terminal.press(.enter)
    terminal.type(secret ?? "password of \(user)")
    terminal.press(.enter)
  }

  @Test("the lock shows who holds the seat and nothing that was on the screen", arguments: screenSizes)
  func lockScreen(columns: Int, rows: Int) throws {
    let station = try Workstation(.reception, columns: columns, rows: rows)
    station.terminal.press("3")
    station.terminal.type("QUOKKA")
    station.terminal.press(.control("k"))
    #expect(station.frame.shows("LOCKED") && station.frame.shows("Test receptionist, since 14:02"))
    #expect(station.frame.shows("User") && station.frame.shows("Password"))
    #expect(!station.frame.shows("QUOKKA") && !station.frame.shows("Family name"))
    station.terminal.type("password of reception")
    station.terminal.press(.enter)
    #expect(station.frame.shows("[QUOKKA") && !station.frame.shows("LOCKED"))
  }

  @Test("it locks itself after three minutes, not a moment before, and the form is as it was with its cursor")
  func idle() {
    beginForm()
    pass(.minutes(3) - .milliseconds(1))
    #expect(!station.frame.shows("LOCKED"))
    pass(.milliseconds(1))
    #expect(station.frame.shows("LOCKED"))
    terminal.type("password of reception")
    terminal.press(.enter)
    terminal.type("s")
    #expect(station.frame.shows("[QUOKKAs"))
  }

  @Test("the time is set by role")
  func times() {
    station.desk.lockTimes = LockTimes(usual: 1, byRole: [.reception: 10])
    pass(.minutes(9))
    #expect(!station.frame.shows("LOCKED"))
    pass(.minutes(1))
    #expect(station.frame.shows("LOCKED"))
  }

  @Test("the PIN is set on the own account's screen and unlocks for 30 minutes; then the password")
  func pin() {
    terminal.press(":")
    terminal.type("your account")
    terminal.press(.enter)
    #expect(station.frame.shows("none; p sets one") && station.frame.shows("after 3 min without a key"))
    terminal.press("p")
    station.fillIn("password of reception", "1234", "1234")
    terminal.press(.control("s"))
    #expect(station.frame.shows("it is one of the first that are tried"))
    terminal.press(.control("u"))
    station.fillIn("7391")
    terminal.press(.control("u"))
    station.fillIn("7391")
    terminal.press(.control("s"))
    #expect(station.frame.shows("OK  Your PIN unlocks from now on"))
    terminal.press(.control("k"))
    #expect(station.frame.shows("PIN") && station.frame.shows("or the password"))
    terminal.type("0573")
    terminal.press(.enter)
    #expect(station.frame.shows("That PIN is wrong; 4 tries are left"))
    terminal.type("7391")
    terminal.press(.enter)
    #expect(!station.frame.shows("LOCKED"))
    hospital.clock.advance(by: .minutes(31))
    terminal.press(.control("k"))
    #expect(station.frame.shows("Password") && station.frame.shows("PIN: for 30 min after a sign-in"))
    terminal.type("7391")
    terminal.press(.enter)
    #expect(station.frame.shows("A PIN unlocks for 30 minutes after a sign-in"))
    terminal.type("password of reception")
    terminal.press(.enter)
    #expect(!station.frame.shows("LOCKED"))
  }

  @Test("another user signs in at once; each finds their own pane, form and cursor again, and nothing of the other's")
  func parked() throws {
    beginForm()
    terminal.press(.control("k"))
    enter("headnurse")
    #expect(station.frame.line(0).contains("head nurse") && !station.frame.shows("QUOKKA"))
    terminal.press("2")
    #expect(station.frame.shows("4A-01"))
    terminal.press("u", "m")
    #expect(!station.frame.shows("QUOKKA"))
    terminal.press(.escape, .control("k"))
    #expect(station.frame.shows("The work of one other user is parked here too."))
    enter("reception")
    #expect(station.frame.line(0).contains("reception") && station.frame.shows("[QUOKKA"))
    terminal.type("s")
    #expect(station.frame.shows("[QUOKKAs"))
    terminal.press(.control("k"))
    enter("headnurse")
    #expect(station.frame.shows("[2 Beds]"))
  }

  @Test("parked work is found from any other terminal as a draft, by its owner alone")
  func parkedElsewhere() throws {
    beginForm()
    terminal.press(.control("k"))
    enter("headnurse")
    let other = try Workstation(.reception, in: hospital)
    #expect(other.frame.shows("QUOKKA"))
    let stranger = try Workstation(.nurse, in: hospital)
    #expect(!stranger.frame.shows("QUOKKA"))
  }

  @Test("a reason that is half written lies over the screen again after the lock")
  func box() throws {
    let world = try FormWorld()
    let form = try #require(try world.form(.waiver))
    let station = FormStation(.waiver, form, in: world.hospital)
    station.terminal.type("has tabl")
    station.terminal.press(.control("k"))
    #expect(!station.terminal.frame.shows("has tabl") && !station.terminal.frame.shows("DUARTE"))
    station.terminal.type("password of cashier")
    station.terminal.press(.enter)
    #expect(station.terminal.frame.shows("has tabl"))
    station.terminal.type("ets at home")
    #expect(station.terminal.frame.shows("has tablets at home"))
  }

  @Test("after 15 minutes locked the person is signed out; the draft stays, and the audit trail says why")
  func overdue() throws {
    beginForm()
    pass(.minutes(3))
    pass(.minutes(15))
    #expect(station.frame.shows("LOCKED"))
    pass(.milliseconds(1))
    #expect(!station.frame.shows("LOCKED") && station.frame.shows("Signed out after 15 minutes locked"))
    #expect(station.desk.person == nil)
    #expect(try DraftService(hospital.session(.reception)).drafts().map(\.title) == ["QUOKKA"])
    let entry = try hospital.engine.read { try $0.row("SELECT * FROM audit_entry ORDER BY id DESC LIMIT 1") }
    #expect(try entry?.text("action") == "sign-out" && entry?.text("reason").contains("15 minutes") == true)
  }

  @Test("parked work is signed out after 15 minutes too, while the other user works on")
  func overdueParked() throws {
    beginForm()
    terminal.press(.control("k"))
    enter("headnurse")
    for _ in 0..<16 {
      pass(.minutes(1))
      terminal.press(.down)
    }
    #expect(station.frame.line(0).contains("head nurse"))
    terminal.press(.control("k"))
    #expect(!station.frame.shows("is parked here too"))
    enter("reception")
    #expect(station.frame.shows("YOUR DRAFTS") && station.frame.shows("QUOKKA"))
  }

  @Test("^X at the lock signs out who holds the seat; whose work is parked finds it after a full sign-in")
  func signOutBehindLock() {
    beginForm()
    terminal.press(.control("k"))
    enter("headnurse")
    terminal.press(.control("k"), .control("x"))
    #expect(!station.frame.shows("LOCKED") && station.frame.shows("Sign in as") == false)
    terminal.type("reception")
    terminal.press(.enter)
    terminal.type("password of reception")
    terminal.press(.enter)
    #expect(station.frame.shows("[QUOKKA"))
  }

  @Test("somebody whose rights were taken away meanwhile finds nothing of before")
  func changedMeanwhile() throws {
    beginForm()
    terminal.press(.control("k"))
    enter("headnurse")
    try AccountService(hospital.session(.administrator)).setRole(.cashier, of: "reception", because: "moved")
    terminal.press(.control("k"))
    enter("reception")
    #expect(!station.frame.shows("[QUOKKA"))
  }

  @Test("a dropped line keeps the forms of everybody who is behind the lock")
  func hangUp() throws {
    beginForm()
    terminal.press(.control("k"))
    enter("headnurse")
    terminal.press("3", "i")
    terminal.type("s")
    terminal.hangUp()
    #expect(try DraftService(hospital.session(.reception)).drafts().count == 1)
    #expect(try DraftService(hospital.session(.headNurse)).drafts().count == 1)
  }

  @Test("nobody gets in with another's PIN, a wrong name or nothing at all")
  func strangers() throws {
    try LockService(hospital.session(.reception)).setPIN("7391", password: "password of reception")
    terminal.press(.control("k"), .enter)
    #expect(station.frame.shows("LOCKED") && station.frame.shows("Type your PIN"))
    enter("headnurse", "7391")
    #expect(station.frame.shows("LOCKED"))
    enter("nobody", "password of reception")
    #expect(station.frame.shows("LOCKED") && station.frame.shows("do not go together"))
  }
}

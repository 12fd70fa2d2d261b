import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// A person whose account is locked, or is another now, is signed out with one clear sentence; what they typed is kept (H2,
/// H4).
struct DismissalTests {
  let hospital: TestHospital
  let desk: Desk

  init() throws {
    hospital = try TestHospital(.file)
    desk = Desk(workplace: hospital.workplace, terminal: "test") {}
  }

  private func open(_ role: Role) -> ScriptedTerminal {
    desk.begin(hospital.session(role))
    let terminal = ScriptedTerminal()
    terminal.start(Shell(host: HospitalHost(desk)))
    return terminal
  }

  private func lock(_ username: String) throws {
    try AccountService(hospital.session(.administrator)).setLocked(true, username, because: "lost card")
  }

  @Test("the next key ends the session; the sentence stands on the sign-in, and the draft is kept for its owner")
  func nextKey() async throws {
    let terminal = open(.reception)
    terminal.press("3")
    if !terminal.frame.shows("Family name") { terminal.press("n") }
    terminal.type("Murphy")
    try lock("reception")
    while desk.dismissal == nil { await Task.yield() }
    terminal.press("x")
    #expect(desk.person == nil)
    #expect(terminal.frame.shows("Note  Your account was locked; ask an administrator to open it again."))
    #expect(terminal.frame.shows("Password") && !terminal.frame.shows("Murphy"))
    #expect(try DraftService(hospital.session(.reception)).drafts().count == 1)
    terminal.type("reception")
    terminal.press(.tab)
    terminal.type("password of reception")
    terminal.press(.enter)
    #expect(terminal.frame.shows("do not go together") && !terminal.frame.shows("was locked"))
  }

  @Test(
    "who only watches a board hears of whatever ends the session: it is announced with the change itself",
    arguments: ["access.accountLocked", "access.passwordReset", "access.holderLeft"])
  func announced(_ code: String) async throws {
    let member = hospital.samples.staff[1]
    let accounts = AccountService(hospital.session(.administrator))
    try accounts.setEmployee(.staff(member), of: "headnurse", because: "theirs")
    let session = hospital.session(.headNurse)
    desk.begin(session)
    switch code {
    case "access.accountLocked": try lock("headnurse")
    case "access.passwordReset": try accounts.reset("headnurse", password: "three green boats")
    default:
      let people = StaffService(hospital.session(.humanResources))
      try people.leave(try #require(try people.staff().first { $0.id == member }), because: "retired")
    }
    while desk.dismissal == nil { await Task.yield() }
    #expect(session.end.reason?.code == code)
  }

  @Test("a person who only watches is signed out when the wake-up rings", arguments: [Role.nurse, .humanResources])
  func watching(_ role: Role) async throws {
    let terminal = open(role)
    try AccountService(hospital.session(.administrator)).setRole(.headNurse, of: role.rawValue, because: "promoted")
    while desk.dismissal == nil { await Task.yield() }
    terminal.wake()
    #expect(terminal.frame.shows("Note  You are a head nurse from now on; sign in again."))
    #expect(desk.person == nil)
  }

  @Test("a locked terminal of such a person becomes one that nobody sits at")
  func lockedTerminal() async throws {
    let terminal = open(.nurse)
    terminal.press(.control("k"))
    #expect(terminal.frame.shows("LOCKED"))
    try lock("nurse")
    while desk.dismissal == nil { await Task.yield() }
    terminal.wake()
    #expect(!terminal.frame.shows("LOCKED") && terminal.frame.shows("Your account was locked"))
  }
}

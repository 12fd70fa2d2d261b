import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// What is done to an account reaches the sessions that are open with it, in this process and in others (H2, H3).
struct SessionStandingTests {
  let hospital: TestHospital
  private var room: RoomID { hospital.samples.rooms[0] }

  init() throws { hospital = try TestHospital(.file) }

  private func accounts() -> AccountService { AccountService(hospital.session(.administrator)) }

  private func hold(_ session: Session) throws -> DoneAct {
    try BedService(session).hold(room, for: nil, note: "a transfer", until: hospital.clock.now + .hours(1))
  }

  /// Gives the head nurse's account to an employee who then leaves.
  private func leave() throws {
    try accounts().setEmployee(.staff(hospital.samples.staff[1]), of: "headnurse", because: "theirs")
    let people = StaffService(hospital.session(.humanResources))
    let member = try people.staff().first { $0.id == hospital.samples.staff[1] }
    try people.leave(try #require(member), because: "retired")
  }

  @Test("a session ends with the next act or look, once its account is locked, another, or its holder has left")
  func ends() throws {
    let cases: [(String, () throws -> Void)] = [
      ("access.accountLocked", { try accounts().setLocked(true, "headnurse", because: "lost card") }),
      ("access.roleChanged", { try accounts().setRole(.nurse, of: "headnurse", because: "as asked") }),
      ("access.passwordReset", { try accounts().reset("headnurse", password: "three green boats") }),
      ("access.holderLeft", leave),
    ]
    for (code, act) in cases {
      let (here, elsewhere) = (hospital.session(.headNurse), try hospital.separateSession(.headNurse))
      #expect(throws: Never.self) { try BedService(here).board() }
      try act()
      #expect(try refusal { try hold(here) }?.code == code)
      #expect(try refusal { try BedService(elsewhere).board() }?.code == code)
      #expect(here.end.reason?.code == code && elsewhere.end.reason?.code == code)
      try hospital.write { records in
        guard let account = try records.accounts.find(username: "headnurse")?.account else { return }
        try records.accounts.setLocked(false, of: account.id, because: "a test")
        try records.accounts.setRole(.headNurse, of: account.id, because: "a test")
        try records.accounts.setPasswordHash(
          "not a hash, for tests alone: password of headnurse", of: account.id, because: "a test")
      }
    }
    #expect(try hospital.read { try $0.board.row(room) }?.hold == nil, "nothing was done")
  }

  @Test("what does not concern the session, such as whose account it is, leaves it alone")
  func goesOn() throws {
    let session = hospital.session(.headNurse)
    try accounts().setEmployee(.staff(hospital.samples.staff[1]), of: "headnurse", because: "theirs")
    try accounts().setLocked(true, "nurse", because: "another's")
    #expect(throws: Never.self) { try hold(session) }
    #expect(session.end.reason == nil)
  }

  @Test("H4: a draft of one whose session has ended is kept all the same")
  func draft() throws {
    let session = hospital.session(.headNurse)
    try accounts().setLocked(true, "headnurse", because: "lost card")
    let drafts = DraftService(session)
    let draft = Draft(
      id: drafts.newIdentifier(), form: "registration", subject: "", title: "HAUGEN, Liv", content: "{}",
      savedAt: hospital.clock.now)
    try drafts.keep(draft)
    #expect(try DraftService(hospital.session(.headNurse)).drafts().map(\.title) == ["HAUGEN, Liv"])
  }

  @Test("H3: who has left does not sign in, and is told no more than anybody; who is back does")
  func leaver() throws {
    func signIn() throws -> Session {
      try SignInService(hospital.workplace).signIn(
        username: "headnurse", password: "password of headnurse", terminal: "test")
    }
    #expect(throws: Never.self) { try signIn() }
    try leave()
    #expect(try refusal { try signIn() } == .signInFailed)
    #expect(try accounts().accounts().first { $0.username == "headnurse" }?.standingTitle == "left")
    try hospital.execute("UPDATE staff SET left_at = NULL, version = version + 1, change_reason = 'back'")
    #expect(throws: Never.self) { try signIn() }
  }

  @Test("nobody records their own leaving")
  func ownLeaving() throws {
    try accounts().setEmployee(.staff(hospital.samples.staff[1]), of: "hr", because: "theirs")
    let session = try SignInService(hospital.workplace).signIn(
      username: "hr", password: "password of hr", terminal: "test")
    let people = StaffService(session)
    let own = try people.staff().first { $0.id == hospital.samples.staff[1] }
    #expect(try refusal { try people.leave(try #require(own), because: "retired") } == .ownLeaving)
  }
}

import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

@Suite("What can be done to rooms from the board (A3, A7, B5)")
struct BedBoardActsTests {
  let hospital: TestHospital

  init() throws { hospital = try TestHospital() }

  private func screen(_ role: Role) throws -> BedBoardScreen {
    let session = hospital.session(role)
    return BedBoardScreen(
      session: session, directory: BedDirectory(session),
      board: BoardRooms(try BedService(hospital.session(.nurse)).board()),
      at: hospital.clock.now)
  }

  private var rooms: [RoomID] { hospital.samples.rooms }

  @Test(
    "each act is refused to those who may not, with who can",
    arguments: [
      (BedAct.admit, Role.nurse, "receptionists"), (.hold, .nurse, "head nurses and receptionists"),
      (.transfer, .reception, "nurses and head nurses"), (.cleaned, .reception, "nurses and head nurses"),
      (.block, .nurse, "head nurses and administrators"), (.isolate, .doctor, "nurses and head nurses"),
      (.leave, .reception, "nurses, head nurses and head doctors"), (.assign, .nurse, "head nurses and head doctors"),
      (.planDischarge, .nurse, "head nurses"),
    ])
  func permissions(act: BedAct, role: Role, who: String) throws {
    var screen = try screen(role)
    #expect(screen.refusal(of: act)?.hasPrefix("You may not \(act.permission.title)") == true)
    #expect(screen.refusal(of: act)?.contains(who) == true)
    let form = screen.open(act)
    #expect(form == nil)
  }

  @Test("an act that the room's state forbids says why and what to do")
  func states() throws {
    try hospital.admit(hospital.samples.patients[0], to: rooms[0])
    var nurse = try screen(.headNurse)
    #expect(nurse.refusal(of: .block)?.contains("DUARTE, Inês") == true)
    #expect(nurse.refusal(of: .cleaned) != nil)
    #expect(nurse.refusal(of: .transfer) == nil)
    let reception = try screen(.reception)
    #expect(reception.refusal(of: .admit) == "4A-01 is taken by DUARTE, Inês; choose another room.")
    nurse.select(rooms[1])
    #expect(nurse.refusal(of: .transfer) == "4A-02 is free; choose a room with a patient.")
    #expect(nurse.refusal(of: .letGo) == "4A-02 is not held; there is nothing to let go.")
  }

  @Test("admitting fills the room, says so, and u takes it back (A3)")
  func admit() throws {
    var screen = try screen(.reception)
    var form = try screen.opened(.admit)
    form.form.fill("patient", with: "Oyelaran")
    form.form.fill("doctor", with: "Lind")
    form.form.fill("staff", with: "Okafor")
    form.form.fill("complaint", with: "chest pain")
    screen.expectDone(&form)
    #expect(screen.selectedRow?.occupancy?.patient.name.family == "Oyelaran")
    let said = screen.said()
    #expect(said == ["OYELARAN, Tunde is admitted to 4A-01."])
    screen.undo()
    #expect(screen.selectedRow?.occupancy == nil)
    #expect(screen.past.undoRefusal != nil)
  }

  @Test("somebody was faster: the form stays as typed with the sentence, and the board shows who has the room (B4)")
  func race() throws {
    var screen = try screen(.reception)
    var form = try screen.opened(.admit)
    form.form.fill("patient", with: "Oyelaran")
    form.form.fill("doctor", with: "Lind")
    form.form.fill("staff", with: "Okafor")
    form.form.fill("complaint", with: "chest pain")
    try hospital.admit(hospital.samples.patients[2], to: rooms[0])
    screen.expectRefused(&form)
    #expect(form.form.message?.sentence == "4A-01 is taken by KOVAC, Ana; choose another room.")
    #expect(form.form.text("complaint") == "chest pain")
    #expect(screen.selectedRow?.occupancy?.patient.name.family == "Kovac")
  }

  @Test("a man in a ward for women needs a written reason, asked for beside its field")
  func genderRule() throws {
    var screen = try screen(.reception)
    screen.select(rooms[3])
    var form = try screen.opened(.admit)
    form.form.fill("patient", with: "Oyelaran")
    form.form.fill("doctor", with: "Mbeki")
    form.form.fill("staff", with: "Tanaka")
    form.form.fill("complaint", with: "appendicitis")
    screen.expectRefused(&form)
    #expect(form.form.focused.id == "reason")
    #expect(form.form.focused.problem?.contains("for women") == true)
    form.form.fill("reason", with: "no other bed, screen set up")
    screen.expectDone(&form)
  }

  @Test("the staff of the room's department come first in the list (B5)")
  func staffOrder() throws {
    let directory = BedDirectory(hospital.session(.reception))
    #expect(directory.staff(hospital.samples.medical).map(\.title) == ["OKAFOR, Ngozi", "TANAKA, Yui"])
    #expect(directory.staff(hospital.samples.surgical).map(\.title) == ["TANAKA, Yui", "OKAFOR, Ngozi"])
  }

  @Test(
    "a time that the rule of the act forbids is told as soon as its field is left",
    arguments: [
      (BedAct.hold, "until", "T-1 0900", "A hold lasts at least"),
      (.hold, "until", "T+9 0900", "A hold lasts at most 72 h"),
      (.block, "reopens", "T-1 0900", "The expected reopening is past"),
      (.admit, "expected", "T-1 0900", "The expected discharge is before the admission"),
      (.hold, "until", "in an hour", "type a date and time"),
    ])
  func pastTimes(act: BedAct, field: String, typed: String, problem: String) throws {
    var screen = try screen(act == .admit ? .reception : .headNurse)
    var form = try screen.opened(act)
    form.form.focus(on: field)
    form.form.fill(field, with: typed)
    form.form.next()
    #expect(form.form[field]?.problem?.hasPrefix(problem) == true, "\(form.form[field]?.problem ?? "none")")
    form.form.focus(on: field)
    form.form.fill(field, with: "+4h")
    form.form.next()
    #expect(form.form[field]?.problem == nil)
  }

  @Test("holding asks for a patient or a note; the hold can be let go and taken back")
  func hold() throws {
    var screen = try screen(.reception)
    var form = try screen.opened(.hold)
    form.form.fill("until", with: "+4h")
    screen.expectRefused(&form)
    #expect(form.form.focused.id == "patient")
    form.form.fill("note", with: "transfer from Mercy")
    screen.expectDone(&form)
    #expect(screen.lines[0].code == .held)
    screen.act(.letGo)
    #expect(screen.lines[0].code == .free)
    screen.undo()
    #expect(screen.lines[0].code == .held)
    screen.redo()
    #expect(screen.lines[0].code == .free)
  }

  @Test("a transfer offers free rooms first and says of the others why not")
  func transfer() throws {
    try hospital.admit(hospital.samples.patients[0], to: rooms[0])
    try hospital.admit(hospital.samples.patients[1], to: rooms[1])
    var screen = try screen(.nurse)
    var form = try screen.opened(.transfer)
    let targets = RoomTargets(
      for: RoomGuest(in: try #require(screen.selectedRow)), among: screen.list.rows, at: screen.moment)
    #expect(targets.choices.first?.title == "4A-03")
    #expect(targets.choices.last?.detail == "no: occupied by OYELARAN, Tunde")
    form.form.fill("room", with: "4A-02")
    screen.expectRefused(&form)
    #expect(form.form.focused.problem == "occupied by OYELARAN, Tunde; choose another room")
    form.form.fill("room", with: "4A-03")
    screen.expectDone(&form)
    #expect(screen.list.row(rooms[2])?.occupancy?.patient.name.family == "Duarte")
    #expect(screen.list.row(rooms[0])?.service.state == .housekeeping)
  }

  @Test("leaving asks for the room number first and sends the room to be cleaned")
  func leave() throws {
    try hospital.admit(hospital.samples.patients[0], to: rooms[0])
    try hospital.orderDischarge(from: rooms[0])
    var screen = try screen(.nurse)
    var form = try screen.opened(.leave)
    #expect(form.confirmation?.typed == "4A-01")
    #expect(form.confirmation?.lines.first == "DUARTE, Inês")
    let banner = try #require(form.banner)
    #expect(banner.name == "DUARTE, Inês")
    #expect(banner.allergies == "Penicillin (rash)")
    screen.expectDone(&form)
    #expect(screen.lines[0].code == .housekeeping)
    screen.undo()
    #expect(screen.lines[0].code == .occupied)
  }

  @Test("isolation, expected discharge and assigned staff change what the detail says")
  func patientActs() throws {
    try hospital.admit(hospital.samples.patients[0], to: rooms[0])
    var screen = try screen(.headNurse)
    var isolation = try screen.opened(.isolate)
    isolation.form.fill("reason", with: "MRSA")
    screen.expectDone(&isolation)
    var expected = try screen.opened(.planDischarge)
    expected.form.fill("expected", with: "2026/11/24 11:00")
    screen.expectDone(&expected)
    var staff = try screen.opened(.assign)
    staff.form.fill("staff", with: "Tanaka")
    screen.expectDone(&staff)
    let lines = try #require(screen.detail).sections.flatMap(\.lines)
    #expect(lines.contains { $0.caption == "Isolation" && $0.value == "contact" && $0.isAlert })
    #expect(lines.contains { $0.caption == "Leaves" && $0.value.hasPrefix("2026/11/24 11:00") })
    #expect(lines.contains { $0.caption == "Assigned" && $0.value == "TANAKA, Yui" })
    screen.act(.endIsolation)
    #expect(screen.lines[0].code == .occupied)
  }
}

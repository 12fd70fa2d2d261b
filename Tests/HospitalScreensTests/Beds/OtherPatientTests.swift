import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

/// What was meant for one patient never touches another who is in the room by now (A3, A7, B5).
@Suite("Another patient is in the room by now")
struct OtherPatientTests {
  let hospital: TestHospital
  private var rooms: [RoomID] { hospital.samples.rooms }
  private var patients: [PatientID] { hospital.samples.patients }

  /// DUARTE in 4A-01.
  init() throws {
    hospital = try TestHospital()
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    hospital.clock.advance(by: .hours(1))
  }

  private func screen() throws -> BedBoardScreen {
    let session = hospital.session(.headNurse)
    return BedBoardScreen(
      session: session, directory: BedDirectory(session), board: BoardRooms(try BedService(session).board()),
      at: hospital.clock.now)
  }

  /// DUARTE goes, and KOVAC comes into the room.
  private func exchange(in room: RoomID, isOrdered: Bool = false) throws {
    hospital.clock.advance(by: .minutes(5))
    if isOrdered {
      _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
      _ = try BedService(hospital.session(.nurse)).cleaned(room)
    } else {
      try hospital.discharge(from: room)
    }
    hospital.clock.advance(by: .minutes(5))
    try hospital.admit(patients[2], to: room)
  }

  private func occupancy(_ room: RoomID) throws -> RoomBoardRow.Occupancy? {
    try BedService(hospital.session(.nurse)).room(room).occupancy
  }

  @Test(
    "a form that was opened for one patient does nothing to another, says who is there, and keeps what was typed",
    arguments: [
      (BedAct.transfer, "room", "4A-03"), (.isolate, "reason", "MRSA"),
      (.planDischarge, "expected", "2026/11/24 11:00"),
      (.assign, "staff", "Tanaka"), (.leave, "disposition", "home"),
    ])
  func forms(act: BedAct, field: String, text: String) throws {
    if act == .leave { try hospital.orderDischarge(from: rooms[0]) }
    var screen = try screen()
    var form = try screen.opened(act)
    form.form.fill(field, with: text)
    try exchange(in: rooms[0], isOrdered: act == .leave)
    try hospital.orderDischarge(from: rooms[0])
    let before = try occupancy(rooms[0])
    screen.expectRefused(&form)
    #expect(
      form.form.message?.sentence.contains("DUARTE, Inês is not in 4A-01 any more; KOVAC, Ana is there now") == true)
    #expect(form.form.text(field).isEmpty == false)
    #expect(try occupancy(rooms[0]) == before)
  }

  @Test("ending an isolation as the board showed it does not end that of another patient")
  func staleAct() throws {
    var screen = try screen()
    var isolation = try screen.opened(.isolate)
    isolation.form.fill("reason", with: "MRSA")
    screen.expectDone(&isolation)
    _ = screen.said()
    try exchange(in: rooms[0])
    var other = try self.screen()
    var second = try other.opened(.isolate)
    second.form.fill("reason", with: "flu")
    other.expectDone(&second)
    screen.act(.endIsolation)
    let said = screen.said()
    #expect(said.first?.contains("DUARTE, Inês is not in 4A-01 any more; KOVAC, Ana is there now") == true)
    #expect(try occupancy(rooms[0])?.isolation == .contact)
  }

  @Test("undoing a transfer does not move whoever lies in the room now; a patient who moved on stays where they are")
  func undoneTransfer() throws {
    var screen = try screen()
    var form = try screen.opened(.transfer)
    form.form.fill("room", with: "4A-02")
    screen.expectDone(&form)
    _ = screen.said()
    var other = try self.screen()
    other.select(rooms[1])
    var onward = try other.opened(.transfer)
    onward.form.fill("room", with: "4A-03")
    other.expectDone(&onward)
    _ = try BedService(hospital.session(.nurse)).cleaned(rooms[1])
    try hospital.admit(patients[2], to: rooms[1])
    screen.undo()
    let said = screen.said()
    #expect(said.first?.contains("DUARTE, Inês is not in 4A-02 any more; KOVAC, Ana is there now") == true)
    #expect(try occupancy(rooms[1])?.patient.id == patients[2])
    #expect(try occupancy(rooms[2])?.patient.id == patients[0])
    #expect(try occupancy(rooms[0]) == nil)
  }

  @Test(
    "undoing an isolation, an expected discharge or an assignment does not touch another patient",
    arguments: [
      (BedAct.isolate, "reason", "MRSA"), (.planDischarge, "expected", "2026/11/24 11:00"),
      (.assign, "staff", "Tanaka"),
    ])
  func undoneActs(act: BedAct, field: String, text: String) throws {
    var screen = try screen()
    var form = try screen.opened(act)
    form.form.fill(field, with: text)
    screen.expectDone(&form)
    _ = screen.said()
    try exchange(in: rooms[0])
    var other = try self.screen()
    var again = try other.opened(act)
    again.form.fill(field, with: text)
    other.expectDone(&again)
    let before = try occupancy(rooms[0])
    screen.undo()
    let said = screen.said()
    #expect(said.first?.contains("DUARTE, Inês is not in 4A-01 any more; KOVAC, Ana is there now") == true)
    #expect(try occupancy(rooms[0]) == before)
  }
}

import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

@Suite("What was typed into a form of the board comes back for the same patient and rooms (H4)")
struct BedDraftTests {
  let hospital: TestHospital
  let desk: Desk
  var screen: BedBoardScreen
  private var rooms: [RoomID] { hospital.samples.rooms }

  init() throws {
    hospital = try TestHospital()
    desk = hospital.desk(.headNurse)
    let session = hospital.session(.headNurse)
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    hospital.clock.advance(by: .hours(1))
    screen = BedBoardScreen(
      session: session, board: BoardRooms(try BedService(session).board()), at: hospital.clock.now)
  }

  private func draft(of form: BedForm) -> Draft {
    Draft(
      id: Identifier("draft"), form: form.draftName.text, subject: form.draftSubject, title: "",
      content: form.form.draft.description,
      savedAt: hospital.clock.now)
  }

  @Test("a draft about a patient follows them to the room they are in now, and opens on nobody else")
  mutating func followsPatient() throws {
    screen.select(rooms[0])
    var form = try screen.opened(.isolate)
    form.form.fill("reason", with: "MRSA")
    let draft = draft(of: form)
    _ = try BedService(hospital.session(.nurse)).transfer(hospital.bedside(rooms[0]), to: rooms[1])
    hospital.clock.advance(by: .minutes(5))
    _ = try BedService(hospital.session(.nurse)).cleaned(rooms[0])
    try hospital.admit(hospital.samples.patients[1], to: rooms[0])
    screen.refresh()
    let opened = try screen.open(draft)
    #expect(opened.rooms.map(\.id) == [rooms[1]])
    try hospital.discharge(from: rooms[1])
    screen.refresh()
    let gone = #expect(throws: Refusal.self) { try screen.open(draft) }
    #expect(gone?.sentence == "The patient of that draft has left.")
  }

  @Test("a draft about many rooms opens on those rooms, whatever the cursor and the filter show")
  mutating func manyRooms() throws {
    screen.chooseWard(at: 1)
    screen.select(rooms[1])
    screen.toggleMark()
    screen.toggleMark()
    var form = try screen.opened(.block)
    form.form.fill("reason", with: "painting")
    let (draft, wanted) = (draft(of: form), form.rooms.map(\.id))
    #expect(wanted.count == 2)
    _ = screen.clearFilter()
    screen.chooseWard(at: 2)
    let opened = try screen.open(draft)
    #expect(opened.rooms.map(\.id) == wanted)
  }

  @Test("what was typed for many rooms comes back for those that are left, when one is gone or only one is left")
  mutating func roomsGone() throws {
    screen.chooseWard(at: 1)
    screen.select(rooms[1])
    screen.toggleMark()
    screen.toggleMark()
    var form = try screen.opened(.block)
    form.form.fill("reason", with: "painting")
    let (draft, wanted) = (draft(of: form), form.rooms.map(\.id))
    try RoomService(hospital.session(.administrator)).retire(wanted[0], because: "rebuilt")
    screen.refresh()
    let opened = try screen.open(draft)
    #expect(opened.rooms.map(\.id) == [wanted[1]] && opened.form.text("reason") == "painting")
    try RoomService(hospital.session(.administrator)).retire(wanted[1], because: "rebuilt")
    screen.refresh()
    let gone = #expect(throws: Refusal.self) { try screen.open(draft) }
    #expect(gone?.sentence == "The rooms of that draft are no longer in use.")
  }

  @Test("undoing many goes on past the one that is refused, and says which")
  mutating func partialUndo() throws {
    screen.chooseWard(at: 1)
    screen.filter("4A-0")
    screen.closeFilter()
    screen.toggleAllMarks()
    screen.act(.needsCleaning)
    _ = screen.said()
    _ = try BedService(hospital.session(.nurse)).cleaned(rooms[2])
    try hospital.admit(hospital.samples.patients[1], to: rooms[2])
    screen.refresh()
    screen.undo()
    let said = screen.said()
    #expect(
      said.last?.hasPrefix(
        "1 of 2 taken back: 4A-02 is in service again. 4A-03 is taken by OYELARAN, Tunde") == true)
    #expect(try BedService(hospital.session(.nurse)).room(rooms[1]).service.state == .inService)
  }
}

import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

@Suite("Acts on many marked rooms (A3)")
struct ManyRoomsTests {
  let hospital: TestHospital
  var screen: BedBoardScreen

  init() throws {
    hospital = try TestHospital()
    let session = hospital.session(.headNurse)
    screen = BedBoardScreen(
      session: session, board: BoardRooms(try BedService(session).board()), at: hospital.clock.now)
  }

  @Test("blocking all that are shown asks once and says it once; u opens all of them again")
  mutating func block() throws {
    screen.filter("4A-0")
    screen.closeFilter()
    screen.toggleAllMarks()
    var form = try screen.opened(.block)
    #expect(form.form.title == "Block 3 rooms")
    form.form.fill("reason", with: "painting")
    screen.expectDone(&form)
    let said = screen.said()
    #expect(said == ["3 rooms are closed: 4A-01, 4A-02 and 4A-03."])
    #expect(screen.marked.isEmpty)
    screen.undo()
    #expect(screen.lines.allSatisfy { $0.code == .free })
    screen.redo()
    #expect(screen.lines.allSatisfy { $0.code == .closed })
  }

  @Test("rooms that refuse stay marked, and the refusals are collected in one message")
  mutating func refusals() throws {
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[1])
    screen.refresh()
    screen.filter("4A-0")
    screen.toggleAllMarks()
    screen.act(.needsCleaning)
    let said = screen.said()
    #expect(said.count == 1)
    #expect(
      said[0].hasPrefix("2 of 3 rooms are in housekeeping. 4A-02 cannot be sent to housekeeping while DUARTE, Inês"))
    #expect(screen.marked == [hospital.samples.rooms[1]])
    #expect(screen.refusal(of: .cleaned) != nil)
  }

  @Test("nothing is done to a marked room that the filter hides; how many are hidden is said")
  mutating func hiddenMarks() throws {
    screen.toggleAllMarks()
    #expect(screen.markText == "6 marked")
    screen.chooseWard(at: 2)
    #expect(screen.markText == "6 marked, 5 hidden")
    screen.act(.needsCleaning)
    screen.chooseWard(at: 1)
    #expect(screen.lines.count == 5)
    #expect(screen.lines.allSatisfy { $0.code == .free && $0.isMarked })
    #expect(screen.markText == "5 marked")
  }

  @Test("a contaminated room is free only after the terminal clean, which is another act than the clean")
  mutating func terminalClean() throws {
    let room = hospital.samples.rooms[0]
    try hospital.write {
      _ = try $0.rooms.setService(.contaminated, from: .inService, of: room, because: "MRSA", reopensAt: nil)
    }
    screen.refresh()
    screen.select(room)
    #expect(screen.refusal(of: .cleaned)?.contains("terminal clean") == true)
    screen.act(.cleaned)
    #expect(screen.selectedRow?.service.state == .contaminated)
    screen.act(.terminallyCleaned)
    #expect(screen.selectedRow?.service.state == .inService)
    #expect(try hospital.read { try $0.audit.newest(1).first }?.reason == "terminal clean")
    screen.undo()
    #expect(screen.selectedRow?.service.state == .contaminated)
  }
}

import HospitalDomain
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

@Suite("Forecast, expected discharges and assignments (A5, A7)")
struct ForecastScreenTests {
  @Test("free rooms come first, then the soonest, with the reason; those of which nobody knows last")
  func rooms() throws {
    let screen = ForecastScreen(try SampleBoard.screen())
    #expect(screen.lines.prefix(3).map(\.number) == ["4A-1", "4B-1", "4A-10"])
    #expect(screen.lines[0].when == "now")
    #expect(screen.lines[0].reason.isEmpty)
    let held = try #require(screen.lines.first { $0.number == "4A-12" })
    #expect(held.when == "14:32")
    #expect(held.reason.contains("held for transfer from Mercy"))
    #expect(screen.lines.last?.number == "4A-11")
    #expect(screen.lines.last?.when == "not known")
  }

  @Test("the counts of the wards grow with the time ahead")
  func wards() throws {
    let screen = ForecastScreen(try SampleBoard.screen())
    #expect(screen.wards.map(\.name) == ["All wards", "4A Medical", "4B Surgical"])
    for ward in screen.wards { #expect(ward.free == ward.free.sorted()) }
    #expect(screen.wards[0].free[0] == 2)
    #expect(screen.wards[0].meanStay == "0.0")
  }

  @Test("how far it looks narrows the list; a ward narrows it further")
  func horizon() throws {
    var screen = ForecastScreen(try SampleBoard.screen())
    screen.nextHorizon()
    #expect(screen.lines.map(\.number) == ["4A-1", "4B-1"])
    screen.nextArea()
    screen.move(by: 2)
    #expect(screen.lines.map(\.number) == ["4B-1"])
    #expect(screen.wardName == "4B Surgical")
  }

  @Test("patients stand by when they leave, those who are late marked")
  func discharges() throws {
    var screen = ForecastScreen(try SampleBoard.screen())
    screen.nextView()
    #expect(screen.lines.map(\.who) == ["KOVAC, Ana", "DUARTE, Inês", "OYELARAN, Tunde"])
    #expect(screen.lines.map(\.isLate) == [true, false, false])
    #expect(screen.lines[1].stay == "day 1")
  }

  @Test("a live change leaves the cursor on its room")
  func live() throws {
    var screen = ForecastScreen(try SampleBoard.screen())
    screen.move(by: 2)
    #expect(screen.selected == RoomID("4A-10"))
    screen.apply(
      board: SampleBoard.mixed.map {
        $0.number == "4A-1" ? SampleBoard.room("4A-1", state: .closed, reason: "paint") : $0
      },
      at: SampleBoard.now)
    #expect(screen.selected == RoomID("4A-10"))
    #expect(screen.cursor == 1)
  }

  @Test("every employee of a department is listed with rooms and patients, those with none too (A5)")
  func assignments() throws {
    let hospital = try TestHospital()
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    try hospital.admit(hospital.samples.patients[1], to: hospital.samples.rooms[1])
    let session = hospital.session(.nurse)
    let board = BedBoardScreen(
      session: session, board: BoardRooms(try BedService(session).board()), at: hospital.clock.now)
    var screen = AssignmentsScreen(board)
    #expect(screen.department?.name == "4A Medical")
    #expect(screen.lines.map(\.name) == ["LINDQVIST, Maja", "", "OKAFOR, Ngozi", ""])
    #expect(screen.lines.map(\.roomNumber) == ["4A-01", "4A-02", "4A-01", "4A-02"])
    #expect(screen.countText == "2 employees, 2 with patients")
    screen.nextArea()
    screen.move(by: 1)
    #expect(screen.department?.name == "4B Surgical")
    #expect(screen.lines.map(\.name) == ["MBEKI, Thabo", "TANAKA, Yui"])
    #expect(screen.lines.allSatisfy { $0.room == nil })
  }

  @Test("those who may not see the board are told who can", arguments: [Role.humanResources, .auditor])
  func permission(role: Role) throws {
    let board = BedBoardScreen(session: try TestHospital().session(role), board: [], at: SampleBoard.now)
    #expect(AssignmentsScreen(board).problem?.sentence.hasPrefix("You may not see the bed board") == true)
  }
}

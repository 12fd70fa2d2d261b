import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

@testable import HospitalScreens

@Suite("Taking back what was done to many rooms (A3)")
struct UndoOfManyTests {
  let hospital: TestHospital
  var screen: BedBoardScreen
  private var rooms: [RoomID] { hospital.samples.rooms }

  /// 4A-01, 4A-02 and 4A-03 were sent to housekeeping in one act.
  init() throws {
    hospital = try TestHospital()
    let session = hospital.session(.headNurse)
    screen = BedBoardScreen(
      session: session, board: BoardRooms(try BedService(session).board()), at: hospital.clock.now)
    screen.filter("4A-0")
    screen.closeFilter()
    screen.toggleAllMarks()
    screen.act(.needsCleaning)
    _ = screen.said()
  }

  private func state(_ room: Int) throws -> RoomServiceState {
    try BedService(hospital.session(.nurse)).room(rooms[room]).service.state
  }

  /// 4A-02 is cleaned and taken.
  private func take() throws {
    _ = try BedService(hospital.session(.nurse)).cleaned(rooms[1])
    try hospital.admit(hospital.samples.patients[0], to: rooms[1])
  }

  @Test("what was taken back and what was not, and why, is said as a warning; the rest can be undone once it allows it")
  mutating func rest() throws {
    try take()
    screen.undo()
    let news = screen.takeNews()
    #expect(news.map(\.level) == [.warning])
    #expect(
      news.first?.sentence
        == "2 of 3 taken back: 4A-01 is in service again; 4A-03 is in service again. 4A-02 is taken by DUARTE, Inês; "
        + "choose another room.")
    #expect(try state(0) == .inService && state(2) == .inService)
    #expect(screen.past.undoRefusal == nil)
    try hospital.discharge(from: rooms[1])
    try hospital.write {
      _ = try $0.rooms.setService(.housekeeping, from: .inService, of: rooms[1], because: "left")
    }
    screen.undo()
    #expect(try state(1) == .inService)
    #expect(screen.past.undoRefusal != nil)
  }

  @Test("what was taken back is done again by redo, without the rest")
  mutating func redo() throws {
    try take()
    screen.undo()
    screen.redo()
    #expect(try state(0) == .housekeeping && state(1) == .inService && state(2) == .housekeeping)
  }

  @Test("a redo that goes only part of the way says so too")
  mutating func partialRedo() throws {
    screen.undo()
    _ = screen.said()
    try hospital.admit(hospital.samples.patients[0], to: rooms[1])
    screen.redo()
    let said = screen.said()
    #expect(said.last?.hasPrefix("2 of 3 done again: ") == true && said.last?.contains("DUARTE, Inês") == true)
    #expect(try state(0) == .housekeeping && state(1) == .inService)
  }

  @Test("a rest that is refused again is forgotten, so that what was done before can be undone")
  mutating func refusedAgain() throws {
    try take()
    screen.undo()
    screen.undo()
    let said = screen.said()
    #expect(said.last == "4A-02 is taken by DUARTE, Inês; choose another room.")
    #expect(screen.past.undoRefusal != nil)
  }

  @Test("a fault half way is said too, and what it kept from being undone can be undone later")
  mutating func fault() throws {
    try hospital.execute(
      """
      CREATE TRIGGER fault BEFORE UPDATE ON room WHEN NEW.number = '4A-02' BEGIN SELECT RAISE(ABORT, 'the disk'); END
      """)
    screen.undo()
    let news = screen.takeNews()
    #expect(news.map(\.level) == [.warning] && news.first?.sentence.hasPrefix("2 of 3 taken back: ") == true)
    #expect(try state(0) == .inService && state(1) == .housekeeping && state(2) == .inService)
    try hospital.execute("DROP TRIGGER fault")
    screen.undo()
    #expect(try state(1) == .inService)
  }

  @Test("when none can be taken back, every reason is said and nothing is changed")
  mutating func none() throws {
    for (room, patient) in zip(rooms.prefix(3), hospital.samples.patients) {
      _ = try BedService(hospital.session(.nurse)).cleaned(room)
      try hospital.admit(patient, to: room)
    }
    screen.undo()
    let said = screen.said()
    #expect(said.count == 1)
    for name in ["DUARTE", "OYELARAN", "KOVAC"] { #expect(said[0].contains(name)) }
  }
}

import HospitalDomain
import HospitalServices
import Testing

@testable import HospitalScreens

@Suite("Live changes of the board (A2)")
struct BedBoardLiveTests {
  /// The sample board with one row otherwise.
  private func board(_ row: RoomBoardRow, edition: Int64 = 0) -> BoardReading {
    BoardReading(
      rooms: BoardRooms(SampleBoard.mixed.map { $0.number == row.number ? row : $0 }), edition: edition,
      readAt: SampleBoard.now)
  }

  @Test("never move the cursor to another room, whatever goes or comes above it")
  func cursor() throws {
    var screen = try SampleBoard.screen()
    screen.nextStates()
    #expect(screen.numbers == ["4A-1", "4B-1"])
    screen.select(RoomID("4B-1"))
    screen.apply(board(SampleBoard.room("4A-10")), at: SampleBoard.now)
    #expect(screen.numbers == ["4A-1", "4A-10", "4B-1"])
    #expect(screen.number == "4B-1")
    #expect(screen.cursor == 2)
  }

  @Test("a room under the cursor that no longer fits the filter stays until the cursor leaves it")
  func keptRoom() throws {
    var screen = try SampleBoard.screen()
    screen.nextStates()
    let taken = SampleBoard.room("4A-1", patient: SampleBoard.patient(7, "Murphy", "Seán", sex: .male))
    screen.apply(board(taken), at: SampleBoard.now)
    #expect(screen.number == "4A-1")
    #expect(screen.numbers == ["4A-1", "4B-1"])
    let said = screen.said()
    #expect(said == ["4A-1, under the cursor, is occupied by MURPHY, Seán now."])
    #expect(screen.refusal(of: .block)?.contains("MURPHY, Seán") == true)
    screen.move(by: 1)
    #expect(screen.numbers == ["4B-1"])
  }

  @Test("the line of a room that did not change follows what else it says: namesakes, marks, changes and the time")
  func linesFollow() throws {
    var screen = try SampleBoard.screen()
    func line() throws -> RoomLine { try #require(screen.lines.first { $0.number == "4A-2" }) }
    func cleaning() throws -> String { try #require(screen.lines.first { $0.number == "4A-10" }).elapsed }
    #expect(try line().namesakes == 1 && cleaning() == "12 min")
    let namesake = SampleBoard.patient(9, "Duarte", "Inês", born: "1950/01/02")
    screen.apply(board(SampleBoard.room("4A-1", patient: namesake)), at: SampleBoard.now)
    #expect(try line().namesakes == 2, "another room made it so")
    #expect(try !line().isChanged && !line().isMarked)
    screen.select(RoomID("4A-2"))
    screen.toggleMark()
    #expect(try line().isMarked)
    screen.tick(SampleBoard.now + .minutes(3))
    #expect(try cleaning() == "15 min")
    screen.apply(board(SampleBoard.room("4A-1")), at: SampleBoard.now + .minutes(3))
    #expect(try line().namesakes == 1)
  }

  @Test("a board that was read before an act does not take the act off the screen")
  func olderBoard() throws {
    var screen = try SampleBoard.screen()
    let taken = SampleBoard.room("4A-1", patient: SampleBoard.patient(7, "Murphy", "Seán", sex: .male))
    let own = BoardReading(rooms: [taken], edition: 5, readAt: SampleBoard.now)
    screen.apply(changed: own, at: SampleBoard.now)
    // The feed's reading began before the act: it knows of another room, not of this one.
    screen.apply(board(SampleBoard.room("4A-10"), edition: 4), at: SampleBoard.now)
    #expect(screen.list.row(RoomID("4A-1"))?.occupancy != nil)
    #expect(screen.list.row(RoomID("4A-10"))?.code(at: SampleBoard.now) == .free)
    // The next reading knows both; after it an older one is no news at all.
    screen.apply(board(taken, edition: 6), at: SampleBoard.now)
    screen.apply(board(SampleBoard.room("4A-1"), edition: 3), at: SampleBoard.now)
    #expect(screen.list.row(RoomID("4A-1"))?.occupancy != nil)
    // What others do later counts for the room again.
    screen.apply(board(SampleBoard.room("4A-1"), edition: 7), at: SampleBoard.now)
    #expect(screen.list.row(RoomID("4A-1"))?.occupancy == nil)
  }

  @Test("leave what is being typed as it is")
  func typing() throws {
    var screen = try SampleBoard.screen()
    screen.filter("4A-1")
    screen.editFilter { $0.left() }
    let entry = screen.entry
    screen.apply(board(SampleBoard.room("4A-10")), at: SampleBoard.now)
    #expect(screen.entry == entry)
  }

  @Test("are marked for a minute by the clock that is passed in, with what was before")
  func marks() throws {
    var screen = try SampleBoard.screen()
    screen.apply(board(SampleBoard.room("4A-10")), at: SampleBoard.now)
    let line = { (screen: BedBoardScreen) in screen.lines.first { $0.number == "4A-10" }! }
    #expect(line(screen).isChanged)
    #expect(line(screen).note == "was housekeeping")
    screen.select(RoomID("4A-10"))
    #expect(screen.detail?.sections.flatMap(\.lines).first?.value == "in the last minute, was housekeeping")
    #expect(screen.wakesAt == SampleBoard.now + .seconds(60))
    screen.tick(SampleBoard.now + .seconds(59))
    #expect(line(screen).isChanged)
    screen.tick(SampleBoard.now + .seconds(60))
    #expect(!line(screen).isChanged)
  }

  @Test("a clock that jumps back takes the marks away and breaks nothing")
  func clockBack() throws {
    var screen = try SampleBoard.screen()
    screen.apply(board(SampleBoard.room("4A-10")), at: SampleBoard.now)
    screen.tick(SampleBoard.now - .hours(3))
    #expect(screen.lines.allSatisfy { !$0.isChanged })
  }

  @Test("a hold ends by the clock alone, and the room is told to be free")
  func holdEnds() throws {
    var screen = try SampleBoard.screen()
    #expect(screen.wakesAt == SampleBoard.now + .minutes(30))
    screen.tick(SampleBoard.now + .minutes(30))
    #expect(screen.lines.first { $0.number == "4A-12" }?.code == .free)
    let said = screen.said()
    #expect(said == ["4A-12 became free."])
    screen.tick(SampleBoard.now + .minutes(29))
    #expect(screen.lines.first { $0.number == "4A-12" }?.code == .held, "the clock was set back")
    #expect(screen.wakesAt != nil)
  }

  @Test("wait while the board is paused, are counted, and come in at once when it goes on")
  func pause() throws {
    var screen = try SampleBoard.screen()
    screen.togglePause()
    screen.apply(board(SampleBoard.room("4A-10")), at: SampleBoard.now)
    #expect(screen.lines.first { $0.number == "4A-10" }?.code == .housekeeping)
    #expect(screen.waitingCount == 1)
    _ = screen.said()
    screen.togglePause()
    #expect(screen.lines.first { $0.number == "4A-10" }?.code == .free)
    let said = screen.said()
    #expect(said == ["The board is live again: 1 room changed meanwhile."])
  }

  @Test("a room that is retired takes the cursor to its neighbour, and its mark with it")
  func retired() throws {
    var screen = try SampleBoard.screen()
    screen.select(RoomID("4A-10"))
    screen.toggleMark()
    screen.select(RoomID("4A-10"))
    screen.apply(
      BoardReading(rooms: BoardRooms(SampleBoard.mixed.filter { $0.number != "4A-10" }), readAt: SampleBoard.now),
      at: SampleBoard.now)
    #expect(screen.number == "4A-11")
    #expect(screen.marked.isEmpty)
  }
}

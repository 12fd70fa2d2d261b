import HospitalDomain
import HospitalServices
import Testing

@testable import HospitalScreens

@Suite("The rows of the board, chosen and in order (A1)")
struct BoardListTests {
  @Test("stand by department and number, 4A-2 before 4A-10, however they come")
  func naturalOrder() throws {
    let screen = try SampleBoard.screen(SampleBoard.mixed.reversed())
    #expect(screen.numbers == ["4B-1", "4B-2", "4A-1", "4A-2", "4A-10", "4A-11", "4A-12", "4A-13"])
  }

  @Test("the counts of every ward equal the states of its rows")
  func counts() throws {
    var screen = try SampleBoard.screen()
    func check() {
      for ward in screen.list.wards {
        #expect(ward.counts == BoardCounts(SampleBoard.mixedNow(screen, in: ward), at: screen.now))
      }
    }
    check()
    let taken = SampleBoard.room("4A-1", patient: SampleBoard.patient(9, "New", "One"))
    screen.apply(changed: BoardReading(rooms: [taken], readAt: SampleBoard.now), at: SampleBoard.now)
    check()
    screen.tick(SampleBoard.now + .minutes(31))
    check()
    #expect(screen.list.wards[0].counts.held == 0)
  }

  @Test(
    "each order, forwards and backwards, with rows that have nothing to sort by last",
    arguments: [
      (BoardSort.state, false, ["4A-1", "4B-1", "4A-10", "4A-12", "4A-2", "4B-2", "4A-11", "4A-13"]),
      (.patient, false, ["4A-2", "4B-2", "4A-11", "4A-1", "4A-10", "4A-12", "4A-13", "4B-1"]),
      (.patient, true, ["4A-11", "4B-2", "4A-2", "4A-1", "4A-10", "4A-12", "4A-13", "4B-1"]),
      (.leaving, false, ["4B-2", "4A-2", "4A-1", "4A-10", "4A-11", "4A-12", "4A-13", "4B-1"]),
      (.room, true, ["4B-2", "4B-1", "4A-13", "4A-12", "4A-11", "4A-10", "4A-2", "4A-1"]),
    ])
  func orders(sort: BoardSort, isReversed: Bool, expected: [String]) throws {
    var list = BoardList()
    _ = list.take(BoardRooms(SampleBoard.mixed), at: SampleBoard.now)
    list.sort(BoardOrder(sort: sort, isReversed: isReversed))
    #expect(list.shown.map { list.rows[$0].number } == expected)
  }

  @Test(
    "rows that change one after the other stand where sorting everything anew would put them",
    arguments: BoardSort.allCases)
  func settling(sort: BoardSort) {
    var list = BoardList()
    var rows = (0..<200).map { SampleBoard.room("5A-\($0)", since: SampleBoard.now - .minutes($0 * 7 % 90)) }
    _ = list.take(BoardRooms(rows), at: SampleBoard.now)
    list.sort(BoardOrder(sort: sort))
    list.choose(BoardChoice(ward: nil, states: .soon, filter: BoardFilter()))
    for step in 0..<300 {
      let place = step * 37 % rows.count
      rows[place] = Self.variant(step, of: rows[place].number)
      _ = list.take(changed: [rows[place]], at: SampleBoard.now)
      var fresh = list
      fresh.arrange()
      #expect(list.shown == fresh.shown, "after change \(step)")
    }
  }

  private static func variant(_ step: Int, of number: String) -> RoomBoardRow {
    switch step % 4 {
    case 0: SampleBoard.room(number, since: SampleBoard.now - .minutes(step % 50))
    case 1: SampleBoard.room(number, patient: SampleBoard.patient(Int64(step + 1), "Name \(step % 13)", "A"))
    case 2: SampleBoard.room(number, state: .housekeeping, since: SampleBoard.now - .minutes(step % 17))
    default: SampleBoard.room(number, state: .closed, reason: "paint")
    }
  }

  @Test("a whole board with nothing new changes nothing; one with a room more is taken as it is")
  func wholeBoards() {
    var list = BoardList()
    let boards = [
      SampleBoard.mixed, SampleBoard.mixed, SampleBoard.mixed + [SampleBoard.room("4B-3", ward: "4B Surgical")],
    ]
    let changes = boards.map { list.take(BoardRooms($0), at: SampleBoard.now) }
    #expect(changes == [nil, [], nil])
    #expect(list.rows.count == 9)
  }
}

extension SampleBoard {
  /// The rows of a ward as the screen holds them.
  static func mixedNow(_ screen: BedBoardScreen, in ward: WardLine) -> [RoomBoardRow] {
    Array(screen.list.rows[ward.places])
  }
}

import HospitalDomain
import Testing

@testable import HospitalScreens

@Suite("Every ward as tiles (A1)")
struct BoardTilesTests {
  /// Two wards with seven and three rooms, three tiles in a row:
  /// 4A 1 2 3 / 4 5 6 / 7   4B 1 2 3
  private func screen() throws -> BedBoardScreen {
    try SampleBoard.screen(
      (1...7).map { SampleBoard.room("4A-\($0)") } + (1...3).map { SampleBoard.room("4B-\($0)", ward: "4B Surgical") })
  }

  @Test(
    "the cursor goes to the tile beside, above and below, into the next ward at the edge",
    arguments: [
      ("4A-1", 1, 0, "4A-2"), ("4A-3", 1, 0, "4A-4"), ("4A-1", -1, 0, "4A-1"), ("4A-7", 1, 0, "4B-1"),
      ("4A-2", 0, 1, "4A-5"), ("4A-5", 0, 1, "4A-7"), ("4A-7", 0, 1, "4B-1"), ("4B-3", 0, -1, "4A-7"),
      ("4B-2", 0, 1, "4B-2"), ("4A-2", 0, -1, "4A-2"), ("4A-5", 0, -9, "4A-2"), ("4A-2", 0, 9, "4B-2"),
    ])
  func moves(from: String, right: Int, down: Int, to: String) throws {
    var screen = try screen()
    screen.select(RoomID(from))
    screen.moveTile(right: right, down: down, columns: 3)
    #expect(screen.number == to)
  }

  @Test("Tab goes from ward to ward, round the end")
  func wards() throws {
    var screen = try screen()
    screen.select(RoomID("4A-5"))
    screen.nextWardOfTiles()
    #expect(screen.number == "4B-1")
    screen.nextWardOfTiles()
    #expect(screen.number == "4A-1")
  }

  @Test("the filter leaves out wards that have no room like it")
  func filtered() throws {
    var screen = try screen()
    screen.filter("4B")
    #expect(screen.tiles.map(\.ward.name) == ["4B Surgical"])
  }
}

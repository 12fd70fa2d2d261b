import HospitalDomain
import Testing

/// The rooms of a board in blocks: what a list of them does, and what a feed asks of them (A2).
struct BoardRoomsTests {
  private let rows = (0..<70).map { SampleBoard.row("4A-\($0)") }

  @Test("every room stands where it stood, over the seams of the blocks too", arguments: [0, 1, 31, 32, 33, 64, 70])
  func order(count: Int) {
    let rooms = BoardRooms(Array(rows.prefix(count)))
    #expect(rooms.count == count)
    #expect(rooms.map(\.number) == rows.prefix(count).map(\.number))
    #expect(rooms.reversed().map(\.number) == rows.prefix(count).reversed().map(\.number))
  }

  @Test("a room that changes is told by its position alone; who still looks at the board before sees it as it was")
  func change() {
    let before = BoardRooms(rows)
    var after = before
    for position in [31, 32, 69] { after[position] = SampleBoard.row(rows[position].number, .housekeeping) }
    let places = Array(rows.indices)
    #expect(after.positions(unlike: rows, at: places) == [31, 32, 69])
    #expect(before.positions(unlike: rows, at: places).isEmpty)
    #expect(before[32].service.state == .inService && after[32].service.state == .housekeeping)
  }

  @Test("where the rooms stand in another order there, each is compared with its own")
  func places() {
    var rooms = BoardRooms(rows)
    rooms[3] = SampleBoard.row("4A-3", .contaminated)
    #expect(rooms.positions(unlike: rows.reversed(), at: rows.indices.reversed()) == [3])
  }
}

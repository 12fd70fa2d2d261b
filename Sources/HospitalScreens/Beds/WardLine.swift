import HospitalDomain

/// A ward of the board with its counts (A1).
package struct WardLine: Hashable, Sendable, Identifiable {
  package let id: DepartmentID
  /// The department's name, such as `4A Medical`.
  package let name: String
  /// The places of its rooms in the rows of the board.
  package let places: Range<Int>
  /// How many of its rooms are in each state.
  package private(set) var counts: BoardCounts

  /// The wards of rows that stand by department.
  static func all(_ rows: [RoomBoardRow], _ codes: [BedCode]) -> [WardLine] {
    var wards: [WardLine] = []
    var start = 0
    for place in rows.indices
    where place == rows.count - 1 || rows[place + 1].department.id != rows[place].department.id {
      let places = start..<(place + 1)
      wards.append(
        WardLine(
          id: rows[place].department.id, name: rows[place].department.name, places: places,
          counts: BoardCounts(codes[places])))
      start = place + 1
    }
    return wards
  }

  /// Counts its rooms again.
  mutating func count(_ codes: [BedCode]) { counts = BoardCounts(codes[places]) }
}

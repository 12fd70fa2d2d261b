import Testing

@testable import HospitalTerminal

@Suite("How the rooms of all wards stand as tiles (A1)")
struct BedTilingTests {
  /// The rooms of the wards of the demonstration.
  private let wards = [10, 8, 12, 24, 22, 14]

  @Test("every ward is seen, and tiles are as wide as that lets them be", arguments: [39, 45, 54, 70, 120])
  func widest(rows: Int) {
    let tiling = BedTiling(wards, columns: 93, rows: rows, number: 7)
    #expect(tiling.rows(of: wards) <= rows)
    #expect(tiling.height == 2 || tiling.width - 1 - 4 - 7 >= 18, "a long name has room: \(tiling)")
  }

  @Test("where not every ward can be seen the page scrolls, with tiles of one row")
  func scrolls() {
    let tiling = BedTiling(Array(repeating: 40, count: 30), columns: 93, rows: 39, number: 7)
    #expect(tiling.height == 1 && tiling.rows(of: [40]) > 1)
  }

  @Test("a tile is never wider than the room that there is", arguments: [20, 60, 93, 200])
  func fits(columns: Int) {
    for rows in [10, 39, 60, 200] {
      let tiling = BedTiling(wards, columns: columns, rows: rows, number: 7)
      #expect(tiling.columns >= 1 && tiling.columns * tiling.width <= columns)
    }
  }
}

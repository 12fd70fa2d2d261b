import HospitalScreens
import TerminalKit

/// How the rooms of every ward stand as tiles: a pure function of the room that there is and of how many rooms each ward
/// has. The most generous way in which all wards are seen at once is taken; where none is, the page scrolls.
struct BedTiling: Hashable, Sendable {
  /// Rows of a tile: two, with who is there under the number; or one.
  let height: Int
  /// Whether a blank line stands between wards.
  let hasGaps: Bool
  /// How many tiles stand in a row.
  let columns: Int
  /// Columns from one tile to the next.
  let width: Int
  /// Columns of a room number.
  let number: Int

  private init(height: Int, hasGaps: Bool, room: Int, number: Int) {
    self.height = height
    self.hasGaps = hasGaps
    self.number = number
    columns = max(1, room / (height == 2 ? max(15, number + 9) : number + 16))
    width = room / columns
  }

  /// The tiling of wards with so many rooms each.
  init(_ wards: [Int], columns: Int, rows: Int, number: Int) {
    let ways = [(2, true), (2, false), (1, true), (1, false)].map {
      BedTiling(height: $0.0, hasGaps: $0.1, room: columns, number: number)
    }
    self = ways.first { $0.rows(of: wards) <= rows } ?? ways[2]
  }

  /// The rows that a page of wards takes, without a gap after the last.
  func rows(of wards: [Int]) -> Int {
    wards.reduce(hasGaps ? -1 : 0) { $0 + rows(ofWard: $1) }
  }

  /// The rows that one ward takes, its heading and the gap after it included.
  func rows(ofWard rooms: Int) -> Int {
    1 + (rooms + columns - 1) / columns * height + (hasGaps ? 1 : 0)
  }
}

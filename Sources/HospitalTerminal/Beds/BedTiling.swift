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

  private init(height: Int, hasGaps: Bool, columns: Int, room: Int, number: Int) {
    self.height = height
    self.hasGaps = hasGaps
    self.number = number
    self.columns = columns
    width = room / columns
  }

  /// The tiling of wards with so many rooms each.
  ///
  /// Tiles are as wide as lets every ward be seen, up to what a long name needs: no name is cut for a blank line.
  init(_ wards: [Int], columns room: Int, rows: Int, number: Int) {
    func most(_ width: Int) -> Int { max(1, room / width) }
    let tight = most(max(15, number + 9))
    let line = most(number + 16)
    let high = (min(tight, most(Self.longName))...tight).map { (2, true, $0) } + [(2, false, tight)]
    let low = (min(line, most(number + Self.longName))...line).flatMap { [(1, true, $0), (1, false, $0)] }
    let tilings = (high + low).map {
      BedTiling(height: $0.0, hasGaps: $0.1, columns: $0.2, room: room, number: number)
    }
    self = tilings.first { $0.rows(of: wards) <= rows } ?? tilings[tilings.count - 2]
  }

  /// The columns that a long name takes.
  private static let longName = 30

  /// The rows that a page of wards takes, without a gap after the last.
  func rows(of wards: [Int]) -> Int {
    wards.reduce(hasGaps ? -1 : 0) { $0 + rows(ofWard: $1) }
  }

  /// The rows that one ward takes, its heading and the gap after it included.
  func rows(ofWard rooms: Int) -> Int {
    1 + (rooms + columns - 1) / columns * height + (hasGaps ? 1 : 0)
  }
}

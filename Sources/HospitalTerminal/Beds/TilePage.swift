import HospitalScreens
import TerminalKit

/// The tiles of every ward as a page: how they stand, which part is seen, and how that part was drawn.
struct TilePage: Sendable {
  /// Everything that a page depends on but the cursor.
  struct Kind: Equatable, Sendable {
    let look: BoardLook
    let size: Size
    let glyphs: GlyphSet
  }

  let kind: Kind
  let groups: [BoardTiles]
  let tiling: BedTiling
  let layout: TileLayout
  /// The first row that is seen.
  private(set) var top: Int
  /// The part that is seen, without the cursor; nil until it is drawn.
  var sheet: Canvas?

  /// A page that is not drawn yet, of which the part from `top` on was seen before.
  init(_ kind: Kind, of screen: BedBoardScreen, from top: Int = 0) {
    self.kind = kind
    self.top = top
    groups = screen.tiles
    tiling = BedTiling(
      groups.map(\.positions.count), columns: kind.size.columns - 2, rows: kind.size.rows,
      number: screen.list.longestNumber)
    layout = TileLayout(groups, tiling)
  }

  /// Brings the tile under the cursor into sight.
  mutating func scroll(keeping cursor: Int?) {
    let wanted = layout.top(keeping: cursor, from: top, rows: kind.size.rows)
    if wanted != top { sheet = nil }
    top = wanted
  }

  /// Where the tile of a position stands on the screen; nil for one that is not seen.
  func area(of position: Int) -> Area? {
    guard let place = layout.places[position], (top..<top + kind.size.rows).contains(place.row) else { return nil }
    return Area(
      column: 1 + place.column * tiling.width, row: place.row - top, columns: tiling.width - 1, rows: tiling.height)
  }
}

/// Where wards and tiles stand in a page.
struct TileLayout: Sendable {
  /// The row of each ward's heading.
  private(set) var starts: [Int] = []
  /// The row of each position's tile, and which tile of that row it is.
  private(set) var places: [Int: (row: Int, column: Int)] = [:]
  private var rows = 0
  private let height: Int

  init(_ groups: [BoardTiles], _ tiling: BedTiling) {
    height = tiling.height
    for group in groups {
      starts.append(rows)
      for (index, position) in group.positions.enumerated() {
        let (row, column) = index.quotientAndRemainder(dividingBy: tiling.columns)
        places[position] = (rows + 1 + row * tiling.height, column)
      }
      rows += tiling.rows(ofWard: group.positions.count)
    }
  }

  /// The position whose tile stands so many pages below the tile of another, or nearest to there.
  func position(_ pages: Int, pagesFrom cursor: Int, rows visible: Int) -> Int? {
    guard let from = places[cursor] else { return nil }
    let wanted = from.row + pages * max(height, visible - height)
    return places.min { one, other in
      let (a, b) = (abs(one.value.row - wanted), abs(other.value.row - wanted))
      let (c, d) = (abs(one.value.column - from.column), abs(other.value.column - from.column))
      return (a, c, one.key) < (b, d, other.key)
    }?.key
  }

  /// The first row that is seen, so that the room under the cursor is, and as little as possible moves.
  func top(keeping cursor: Int?, from top: Int, rows visible: Int) -> Int {
    guard let row = cursor.flatMap({ places[$0]?.row }) else { return 0 }
    var top = min(max(0, top), max(0, rows - visible))
    // The first row of tiles keeps its ward's heading in sight.
    if row - 1 < top { top = row - 1 }
    if row + height > top + visible { top = row + height - visible }
    return max(0, top)
  }
}

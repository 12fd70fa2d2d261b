import HospitalDomain

/// The rooms of one ward that are shown as tiles, on a screen with room for every ward at once.
package struct BoardTiles: Hashable, Sendable {
  /// The ward.
  package let ward: WardLine
  /// The positions of its rooms among those that are shown.
  package let positions: [Int]

  /// One group for each ward with rooms that are shown, in the order of the wards.
  static func all(_ screen: BedBoardScreen) -> [BoardTiles] {
    let wards = screen.list.wards
    var positions: [[Int]] = Array(repeating: [], count: wards.count)
    for (position, place) in screen.list.shown.enumerated() {
      if let ward = screen.list.ward(ofPlace: place) { positions[ward].append(position) }
    }
    return zip(wards, positions).compactMap { $1.isEmpty ? nil : BoardTiles(ward: $0, positions: $1) }
  }

  /// How many rows of tiles it takes with so many in a row.
  package func rows(columns: Int) -> Int { (positions.count + columns - 1) / max(1, columns) }
}

extension BedBoardScreen {
  /// Moves the cursor among tiles that stand `columns` in a row: sideways to the next room, up and down to the tile above
  /// and below, into the next ward at the edge of one.
  package mutating func moveTile(right: Int = 0, down: Int = 0, columns: Int) {
    let groups = tiles
    guard let cursor, let group = groups.firstIndex(where: { $0.positions.contains(cursor) }),
      let index = groups[group].positions.firstIndex(of: cursor)
    else { return select(at: 0) }
    if right != 0 {
      let all = groups.flatMap(\.positions)
      let place = (all.firstIndex(of: cursor) ?? 0) + right
      if all.indices.contains(place) { select(at: all[place]) }
      return
    }
    var (wanted, row) = (group, index / columns + down)
    while row < 0, wanted > 0 {
      wanted -= 1
      row += groups[wanted].rows(columns: columns)
    }
    while row >= groups[wanted].rows(columns: columns), wanted < groups.count - 1 {
      row -= groups[wanted].rows(columns: columns)
      wanted += 1
    }
    row = min(max(0, row), groups[wanted].rows(columns: columns) - 1)
    let positions = groups[wanted].positions
    select(at: positions[min(row * columns + index % columns, positions.count - 1)])
  }

  /// Goes to the first tile of the next ward, round the end; of the one before if `forward` is false.
  package mutating func nextWardOfTiles(forward: Bool = true) {
    let groups = tiles
    guard !groups.isEmpty else { return }
    let group = groups.firstIndex { $0.positions.contains(cursor ?? 0) } ?? 0
    select(at: groups[(group + (forward ? 1 : -1) + groups.count) % groups.count].positions[0])
  }
}

import HospitalDomain

/// The rooms that are shown, as lines that are made when they are asked for.
package struct BoardLines: RandomAccessCollection, Sendable {
  private let screen: BedBoardScreen

  init(_ screen: BedBoardScreen) { self.screen = screen }

  package var startIndex: Int { 0 }
  package var endIndex: Int { screen.list.shown.count }
  package subscript(position: Int) -> RoomLine { screen.line(at: position) }
}

extension BedBoardScreen {
  /// The rooms that are shown, in order.
  package var lines: BoardLines { BoardLines(self) }

  /// The rooms that are shown, by ward: the name of each ward with the positions of its rooms.
  package var tiles: [BoardTiles] { BoardTiles.all(self) }

  /// Everything known of the room under the cursor.
  package var detail: RoomDetail? {
    guard let selected, let place = list.place(of: selected) else { return nil }
    let row = list.rows[place]
    return RoomDetail(
      row, code: list.codes[place], was: changes.formerCode(of: selected), namesakes: list.namesakes(at: place),
      hidesNames: hidesNames, toCollect: toCollect[row.number] ?? [], now: now, clock: clock)
  }

  /// The room under the cursor in one line; nil where there is none.
  package var summary: String? {
    guard let row = selectedRow else { return nil }
    return RoomDetailWriter(row: row, now: now, clock: clock, hidesNames: hidesNames)
      .summary(toCollect: toCollect[row.number] ?? [])
  }
}

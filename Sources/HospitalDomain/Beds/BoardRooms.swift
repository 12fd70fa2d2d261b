/// The rooms of a board, in its order. They are kept in blocks: a feed that changes one room while screens still look at the
/// board makes one block anew, not the board.
package struct BoardRooms: RandomAccessCollection, Sendable, ExpressibleByArrayLiteral {
  private static let blockSize = 32
  private var blocks: [[RoomBoardRow]] = []
  package let endIndex: Int

  /// The rooms of a board.
  package init(_ rows: [RoomBoardRow]) {
    endIndex = rows.count
    blocks = stride(from: 0, to: rows.count, by: Self.blockSize).map {
      Array(rows[$0..<Swift.min($0 + Self.blockSize, rows.count)])
    }
  }

  package init(arrayLiteral rows: RoomBoardRow...) { self.init(rows) }

  package var startIndex: Int { 0 }

  package subscript(position: Int) -> RoomBoardRow {
    get { blocks[position / Self.blockSize][position % Self.blockSize] }
    set { blocks[position / Self.blockSize][position % Self.blockSize] = newValue }
  }

  /// The positions at which the board does not share what another says of the room; `places` tells where each of its rooms
  /// stands there. Looks at nothing but whether they share it, so that thousands of rows cost next to nothing.
  package func positions(unlike former: [RoomBoardRow], at places: [Int]) -> [Int] {
    var positions: [Int] = []
    var position = 0
    for block in blocks {
      for row in block {
        if !row.isShared(with: former[places[position]]) { positions.append(position) }
        position += 1
      }
    }
    return positions
  }
}

import HospitalDomain

/// What a row of the board is sorted by, worked out once for a row and an order.
enum BoardSortKey: Hashable, Sendable {
  /// The row has nothing to sort by and comes last.
  case nothing
  case number(Int64)
  case text(String)
}

/// The order of the board: a column, forwards or backwards. Rows that are equal in it stand by department and number.
package struct BoardOrder: Hashable, Sendable {
  /// The column.
  package var sort = BoardSort.room
  /// Whether it runs the other way round; rows with nothing to sort by still come last.
  package var isReversed = false

  /// The order in words: `room`, `since, reversed`.
  package var title: String { isReversed ? "\(sort.title), reversed" : sort.title }

  /// What a row is sorted by.
  func key(of row: RoomBoardRow, code: BedCode, at now: Timestamp) -> BoardSortKey {
    switch sort {
    case .room: .nothing
    case .state: .number(Int64(Self.soonest.firstIndex(of: code) ?? 0))
    case .patient: row.occupancy.map { .text(TextFolding.fold($0.patient.name.listed)) } ?? .nothing
    case .since: .number(row.since(at: now).milliseconds)
    case .leaving: row.occupancy?.expectedDischarge.map { .number($0.milliseconds) } ?? .nothing
    }
  }

  /// Whether one row stands before another, each given by its key and its place by department and number.
  func precedes(_ one: (key: BoardSortKey, place: Int), _ other: (key: BoardSortKey, place: Int)) -> Bool {
    if sort == .room { return isReversed ? one.place > other.place : one.place < other.place }
    switch (one.key, other.key) {
    case (.number(let a), .number(let b)) where a != b: return isReversed ? a > b : a < b
    case (.text(let a), .text(let b)) where a != b: return isReversed ? a > b : a < b
    case (.nothing, .number), (.nothing, .text): return false
    case (.number, .nothing), (.text, .nothing): return true
    default: return one.place < other.place
    }
  }

  /// What can be used soonest stands first.
  private static let soonest: [BedCode] = [.free, .housekeeping, .contaminated, .held, .occupied, .isolated, .closed]
}

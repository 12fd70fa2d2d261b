/// The order of the board's rows. Rows that are equal in it stand by room number.
package enum BoardSort: String, CaseIterable, Hashable, Sendable {
  case room, state, patient, since, leaving

  /// The column's name for the screen.
  package var title: String {
    switch self {
    case .room: "room"
    case .state: "state"
    case .patient: "patient"
    case .since: "since"
    case .leaving: "leaves next"
    }
  }

  /// The next column, for the key that changes the order.
  package var next: BoardSort {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }

  /// The rows in this order.
  /// - Parameter reversed: the other way round; rows that have nothing to sort by still come last.
  package func sorted(_ rooms: [RoomBoardRow], at now: Timestamp, reversed: Bool = false) -> [RoomBoardRow] {
    switch self {
    case .room: return byNumber(rooms, reversed: reversed)
    case .state: return by(rooms, reversed) { Self.stateOrder.firstIndex(of: $0.code(at: now)) }
    case .patient: return by(rooms, reversed) { $0.occupancy.map { TextFolding.fold($0.patient.name.listed) } }
    case .since: return by(rooms, reversed) { $0.since(at: now) }
    case .leaving: return by(rooms, reversed) { $0.occupancy?.expectedDischarge }
    }
  }

  /// What can be used soonest stands first.
  private static let stateOrder: [BedCode] = [
    .free, .housekeeping, .contaminated, .held, .occupied, .isolated, .closed,
  ]

  private func byNumber(_ rooms: [RoomBoardRow], reversed: Bool) -> [RoomBoardRow] {
    rooms.sorted {
      reversed ? NaturalOrder.precedes($1.number, $0.number) : NaturalOrder.precedes($0.number, $1.number)
    }
  }

  private func by<Key: Comparable>(_ rooms: [RoomBoardRow], _ reversed: Bool, key: (RoomBoardRow) -> Key?)
    -> [RoomBoardRow]
  {
    let keyed = byNumber(rooms, reversed: false).enumerated().map { (room: $1, key: key($1), place: $0) }
    return keyed.sorted { left, right in
      switch (left.key, right.key) {
      case (let one?, let two?) where one != two: return reversed ? two < one : one < two
      case (nil, .some): return false
      case (.some, nil): return true
      default: return left.place < right.place
      }
    }
    .map(\.room)
  }
}

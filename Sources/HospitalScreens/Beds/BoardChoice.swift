import HospitalDomain

/// Which rows of the board are shown: those of one ward or of all, in some states, that match what was typed.
package struct BoardChoice: Hashable, Sendable {
  /// The ward; nil for all.
  package var ward: DepartmentID?
  /// The quick choice of states.
  package var states = BoardStates.all
  /// What was typed after `/`, as it was understood.
  package var filter = BoardFilter()

  /// Whether a row is shown.
  func shows(_ row: RoomBoardRow, code: BedCode, at now: Timestamp) -> Bool {
    if let ward, row.department.id != ward { return false }
    return states.contains(code) && (filter.isEmpty || filter.shows(row, at: now))
  }

  /// Whether nothing is shown that another choice leaves out.
  func narrows(_ other: BoardChoice) -> Bool {
    guard ward == other.ward || other.ward == nil, states == other.states || other.states == .all else { return false }
    let (mine, its) = (filter, other.filter)
    return mine.states == its.states && mine.wards == its.wards && mine.kinds == its.kinds
      && mine.words.count >= its.words.count && zip(mine.words, its.words).allSatisfy { $0.hasPrefix($1) }
  }

  /// Whether some rows may be left out for another reason than the ward.
  package var isNarrowed: Bool { states != .all || !filter.isEmpty }

  /// The choice in words, without the ward: `free, housekeeping · okafor`.
  package var title: String {
    let parts = [states == .all ? "" : states.title, filter.isEmpty ? "" : filter.description]
    return isNarrowed ? parts.filter { !$0.isEmpty }.joined(separator: " · ") : "all rooms"
  }
}

/// The states that people look for most, in the order in which a key goes through them.
package enum BoardStates: CaseIterable, Hashable, Sendable {
  case all, free, soon, cleaning, occupied, isolated, held, shut

  /// The states in words.
  package var title: String {
    switch self {
    case .all: "all rooms"
    case .free: "free"
    case .soon: "free, housekeeping"
    case .cleaning: "housekeeping"
    case .occupied: "occupied"
    case .isolated: "isolated"
    case .held: "held"
    case .shut: "closed"
    }
  }

  func contains(_ code: BedCode) -> Bool {
    switch self {
    case .all: true
    case .free: code == .free
    case .soon: code == .free || code == .housekeeping
    case .cleaning: code == .housekeeping || code == .contaminated
    case .occupied: code.isOccupied
    case .isolated: code == .isolated
    case .held: code == .held
    case .shut: code == .closed
    }
  }

  /// The next in order, or the one before; round the end.
  package func next(by step: Int) -> BoardStates {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + step + all.count) % all.count]
  }
}

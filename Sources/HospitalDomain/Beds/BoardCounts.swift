/// How many rooms are in each state. The sums are taken from the derived codes, so that they always agree with the
/// rows of the board (domain.md, what other systems get wrong, 5).
package struct BoardCounts: Hashable, Sendable {
  /// Rooms that can take a patient now.
  package private(set) var free = 0
  /// Rooms with a patient, the isolated ones among them.
  package private(set) var occupied = 0
  /// Rooms that are being cleaned, ordinarily or terminally.
  package private(set) var housekeeping = 0
  /// Rooms that are held for someone.
  package private(set) var held = 0
  /// Rooms out of service.
  package private(set) var shut = 0
  /// Rooms under isolation; they are counted as occupied too.
  package private(set) var isolated = 0

  /// The counts of these codes.
  package init(_ codes: ArraySlice<BedCode> = []) {
    for code in codes { add(code) }
  }

  /// The counts of these rooms at a moment.
  package init(_ rooms: some Sequence<RoomBoardRow>, at now: Timestamp) {
    for room in rooms { add(room.code(at: now)) }
  }

  /// Every room: free, occupied, housekeeping, held and shut.
  package var total: Int { free + occupied + housekeeping + held + shut }

  /// The share of rooms with a patient in whole percent, rounded; 0 for no rooms.
  package var percentOccupied: Int { total == 0 ? 0 : (occupied * 200 + total) / (total * 2) }

  private mutating func add(_ code: BedCode) {
    switch code {
    case .free: free += 1
    case .occupied: occupied += 1
    case .isolated:
      occupied += 1
      isolated += 1
    case .housekeeping, .contaminated: housekeeping += 1
    case .held: held += 1
    case .closed: shut += 1
    }
  }
}

/// The counts of one ward, for the upper part of the board.
package struct WardCounts: Hashable, Sendable {
  /// The ward.
  package let department: RoomBoardRow.DepartmentLabel
  /// How many of its rooms are in each state.
  package let counts: BoardCounts

  /// The counts of every ward that has rooms, in the order of their names.
  package static func all(_ rooms: [RoomBoardRow], at now: Timestamp) -> [WardCounts] {
    Dictionary(grouping: rooms, by: \.department)
      .map { WardCounts(department: $0, counts: BoardCounts($1, at: now)) }
      .sorted { NaturalOrder.precedes($0.department.name, $1.department.name) }
  }
}

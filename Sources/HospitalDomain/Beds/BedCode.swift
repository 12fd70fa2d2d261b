/// The state of a room as the board shows it: HL7 v2 table 0116, and `R` for a hold, which is no code of the table.
/// It is derived from what is stored and never stored itself. The raw value is the letter.
package enum BedCode: String, CaseIterable, Hashable, Sendable, Codable {
  case free = "U"
  case occupied = "O"
  case housekeeping = "H"
  case contaminated = "K"
  case closed = "C"
  /// Occupied under isolation.
  case isolated = "I"
  /// Held for someone until a time.
  case held = "R"

  /// The word for the screen.
  package var title: String {
    switch self {
    case .free: "free"
    case .occupied: "occupied"
    case .housekeeping: "housekeeping"
    case .contaminated: "contaminated"
    case .closed: "closed"
    case .isolated: "isolated"
    case .held: "held"
    }
  }

  /// Whether a patient is in the room.
  package var isOccupied: Bool { self == .occupied || self == .isolated }

  /// The code of a room: an open stay counts first, then the service state, then a live hold.
  package static func derive(
    openStay: Bool, isolated: Bool, service: RoomServiceState, liveHold: Bool
  ) -> BedCode {
    if openStay { return isolated ? .isolated : .occupied }
    switch service {
    case .housekeeping: return .housekeeping
    case .contaminated: return .contaminated
    case .closed: return .closed
    case .inService: return liveHold ? .held : .free
    }
  }

  /// Reads a letter, a word or the beginning of one, in the words people use for it: `U`, `free`, `clean`, `occ`.
  package init(entry text: String) throws(Misentry) {
    let typed = text.trimmed.lowercased()
    if let code = Self.allCases.first(where: { $0.rawValue.lowercased() == typed }) {
      self = code
      return
    }
    let matches = Self.allCases.filter { code in code.words.contains { $0.hasPrefix(typed) } }
    guard !typed.isEmpty, matches.count == 1 else {
      throw Misentry("type \(Listing.or(Self.allCases.map(\.title)))")
    }
    self = matches[0]
  }

  private var words: [String] {
    switch self {
    case .free: [title, "unoccupied", "vacant", "empty"]
    case .occupied: [title, "taken", "full"]
    case .housekeeping: [title, "hsk", "cleaning"]
    case .contaminated: [title, "terminal", "dirty"]
    case .closed: [title, "blocked", "shut"]
    case .isolated: [title, "isolation"]
    case .held: [title, "reserved"]
    }
  }
}

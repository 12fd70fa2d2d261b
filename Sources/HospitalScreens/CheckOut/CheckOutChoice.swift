/// Whom the check-out list shows, in the order in which a key goes through them.
package enum CheckOutChoice: CaseIterable, Hashable, Sendable {
  case everyone, inHouse, ordered, prescriptions, onLeave, left

  /// The choice in words; empty for everyone.
  package var title: String {
    switch self {
    case .everyone: ""
    case .inHouse: "in the house"
    case .ordered: "ordered"
    case .prescriptions: "prescriptions open"
    case .onLeave: "on leave"
    case .left: "left, papers open"
    }
  }

  /// Whether a patient is among them.
  package func contains(_ line: CheckOutLine) -> Bool {
    switch self {
    case .everyone: true
    case .inHouse: line.stage != .left
    case .ordered: line.stage == .ordered
    case .prescriptions: !line.prescriptions.isEmpty
    case .onLeave: line.stage == .onLeave
    case .left: line.stage == .left
    }
  }

  /// The next in order; round the end.
  package var next: CheckOutChoice {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

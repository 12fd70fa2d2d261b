/// What a room is made for. The raw value is the stored code.
package enum RoomKind: String, CaseIterable, Hashable, Sendable, Codable {
  case general
  case `private`
  /// A bed space of a bay with several.
  case semiPrivate = "semi-private"
  case intensiveCare = "icu"
  case highDependency = "hdu"
  case isolation
  case maternity
  /// A newborn's place, linked to the mother's stay.
  case cot
  case paediatric
  case dayCase = "day-case"
  case emergency
  case recovery

  /// The words for the screen.
  package var title: String {
    switch self {
    case .intensiveCare: "intensive care"
    case .highDependency: "high dependency"
    case .dayCase: "day case"
    default: rawValue
    }
  }

  /// Reads a code, a title or the beginning of one: `icu`, `intensive care`, `mat`.
  package init(entry text: String) throws(Misentry) {
    let typed = text.trimmed.lowercased()
    let exact = Self.allCases.first { $0.rawValue == typed || $0.title == typed }
    let beginning = Self.allCases.filter { $0.rawValue.hasPrefix(typed) || $0.title.hasPrefix(typed) }
    if let exact {
      self = exact
    } else if beginning.count == 1, !typed.isEmpty {
      self = beginning[0]
    } else {
      throw Misentry("type one of \(Listing.or(Self.allCases.map(\.rawValue)))")
    }
  }
}

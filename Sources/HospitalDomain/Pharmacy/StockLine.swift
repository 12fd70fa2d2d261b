/// A line of the list of stock: a lot, or something of which nothing is left.
package struct StockLine: Hashable, Sendable, Identifiable {
  /// Where it is kept.
  package let pharmacy: PharmacyID
  package let pharmacyName: String
  package let item: StockItemID
  /// What it is called: `ibuprofen 400 mg tablet`.
  package let title: String
  package let isControlled: Bool
  /// The lot; nil where nothing is left.
  package let lot: StockLot?
  /// How much of the item may be given out at the pharmacy, all lots together.
  package let available: Int
  /// The level at which more is ordered; nil where nobody set one.
  package let minimum: Int?
  /// The record of that level; nil where nobody set one.
  package let minimumID: StockMinimumID?

  package init(
    pharmacy: PharmacyID, pharmacyName: String, item: StockItemID, title: String, isControlled: Bool, lot: StockLot?,
    available: Int, minimum: Int?, minimumID: StockMinimumID? = nil
  ) {
    self.pharmacy = pharmacy
    self.pharmacyName = pharmacyName
    self.item = item
    self.title = title
    self.isControlled = isControlled
    self.lot = lot
    self.available = available
    self.minimum = minimum
    self.minimumID = minimumID
  }

  package var id: String { lot?.id.text ?? "\(pharmacy)/\(item.text)" }

  /// What somebody has to do something about, the most pressing first.
  package func warnings(on day: CalendarDate) -> [StockWarning] {
    var warnings: [StockWarning] = []
    if let lot, lot.isExpired(on: day) { warnings.append(.expired) }
    if available == 0 {
      warnings.append(.out)
    } else if available <= minimum ?? -1 {
      warnings.append(.low)
    }
    if let lot, !lot.isExpired(on: day), lot.expires <= day.adding(days: StockWarning.daysAhead) {
      warnings.append(.expiring)
    }
    return warnings
  }
}

/// What is wrong with something in stock.
package enum StockWarning: String, CaseIterable, Hashable, Sendable {
  case expired, out, low, expiring

  /// A lot is told of so many days before it expires.
  package static let daysAhead = 60

  /// The word for the screen.
  package var title: String { self == .out ? "none left" : rawValue }

  /// Whether nothing can be given out.
  package var isPressing: Bool { self == .expired || self == .out }
}

/// The list of stock.
package struct StockReport: Hashable, Sendable {
  package let lines: [StockLine]
  /// Whether there is more than these; the lots that expire first are among them.
  package let isCut: Bool

  package init(_ lines: [StockLine], isCut: Bool) {
    self.lines = lines
    self.isCut = isCut
  }
}

/// A movement of a lot as the ledger tells it.
package struct StockMovement: Hashable, Sendable, Identifiable {
  package let id: StockMovementID
  package let kind: StockMovementKind
  /// What it added; negative for what went out.
  package let change: Int
  /// How much was there then.
  package let level: Int
  package let reason: String
  package let recorded: Recorded
  /// Who signed with who did it; nil for nobody.
  package let second: String?

  package init(
    id: StockMovementID, kind: StockMovementKind, change: Int, level: Int, reason: String, recorded: Recorded,
    second: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.change = change
    self.level = level
    self.reason = reason
    self.recorded = recorded
    self.second = second
  }
}

/// Which lines of the list are shown.
package enum StockChoice: String, CaseIterable, Hashable, Sendable {
  case all, warnings, low, expiring, expired, controlled, supplies

  package var title: String {
    switch self {
    case .all: "all"
    case .warnings: "needs attention"
    case .low: "low or none left"
    case .expiring: "expiring"
    case .expired: "expired"
    case .controlled: "controlled"
    case .supplies: "supplies"
    }
  }

  /// The next one; round at the ends.
  package func next(by step: Int = 1) -> StockChoice {
    let all = Self.allCases
    let place = ((all.firstIndex(of: self) ?? 0) + step) % all.count
    return all[place < 0 ? place + all.count : place]
  }

  /// Whether a line is shown.
  package func contains(_ line: StockLine, on day: CalendarDate) -> Bool {
    switch self {
    case .all: true
    case .warnings: !line.warnings(on: day).isEmpty
    case .low: !line.warnings(on: day).filter { $0 == .low || $0 == .out }.isEmpty
    case .expiring: line.warnings(on: day).contains(.expiring)
    case .expired: line.warnings(on: day).contains(.expired)
    case .controlled: line.isControlled
    case .supplies: line.item.supply != nil
    }
  }
}

/// The order of the list.
package enum StockSort: String, CaseIterable, Hashable, Sendable {
  case name, expiry, level, shelf

  package var next: StockSort {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  package func sorted(_ lines: [StockLine]) -> [StockLine] {
    func expiry(_ line: StockLine) -> Int { line.lot?.expires.dayNumber ?? Int.min }
    func shelf(_ line: StockLine) -> String { line.lot?.shelf.nonEmptyShelf ?? "\u{10FFFF}" }
    let keyed = lines.map { (line: $0, name: TextFolding.fold($0.title)) }
    return keyed.sorted { one, other in
      let tail = (one.name, one.line.pharmacyName, expiry(one.line), one.line.id)
      let otherTail = (other.name, other.line.pharmacyName, expiry(other.line), other.line.id)
      switch self {
      case .name: return tail < otherTail
      case .expiry:
        return expiry(one.line) == expiry(other.line) ? tail < otherTail : expiry(one.line) < expiry(other.line)
      case .level:
        let levels = (one.line.lot?.quantity ?? 0, other.line.lot?.quantity ?? 0)
        return levels.0 == levels.1 ? tail < otherTail : levels.0 < levels.1
      case .shelf:
        let shelves = (shelf(one.line), shelf(other.line))
        return shelves.0 == shelves.1 ? tail < otherTail : shelves.0 < shelves.1
      }
    }.map(\.line)
  }
}

extension String {
  fileprivate var nonEmptyShelf: String? { isEmpty ? nil : self }
}

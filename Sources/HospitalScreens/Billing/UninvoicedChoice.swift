import HospitalDomain

/// Which services without an invoice are shown.
package enum UninvoicedChoice: Hashable, Sendable {
  case all
  /// Those of patients who have left the house: nothing more is expected before they are billed.
  case left
  case only(UninvoicedItem.Reason)

  /// In the order in which a key goes through them.
  package static let inTurn: [UninvoicedChoice] = [.all, .left] + UninvoicedItem.Reason.allCases.map(Self.only)

  /// The choice in words.
  package var title: String {
    switch self {
    case .all: "all"
    case .left: "patient has left"
    case .only(let reason): reason.title
    }
  }

  /// Whether a service is among them.
  package func contains(_ item: UninvoicedItem) -> Bool {
    switch self {
    case .all: true
    case .left: item.standing == .discharged || item.standing == .completed
    case .only(let reason): item.reason == reason
    }
  }

  /// The next in order, or the one before; round the end.
  package func next(by step: Int = 1) -> UninvoicedChoice {
    let place = Self.inTurn.firstIndex(of: self) ?? 0
    return Self.inTurn[(place + step + Self.inTurn.count) % Self.inTurn.count]
  }
}

/// The orders of the services without an invoice.
package enum UninvoicedOrder: String, CaseIterable, Hashable, Sendable {
  case oldest, largest, patient, reason

  /// The order in words.
  package var title: String { rawValue }

  /// The next in turn.
  package var next: UninvoicedOrder {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// Services in this order; those that are equal in it stand by day.
  package func sorted(_ items: [UninvoicedItem]) -> [UninvoicedItem] {
    switch self {
    case .oldest: items.sorted { Self.day($0) < Self.day($1) }
    case .largest: items.sorted { ($1.amount, Self.day($0)) < ($0.amount, Self.day($1)) }
    case .patient:
      items.map { (TextFolding.fold($0.patient.name.listed), $0) }
        .sorted { ($0.0, Self.day($0.1)) < ($1.0, Self.day($1.1)) }.map(\.1)
    case .reason:
      items.sorted { (Self.place(of: $0.reason), Self.day($0)) < (Self.place(of: $1.reason), Self.day($1)) }
    }
  }

  private static func place(of reason: UninvoicedItem.Reason) -> Int {
    UninvoicedItem.Reason.allCases.firstIndex(of: reason) ?? 0
  }

  /// What orders services by the day: a pair that can be compared.
  private static func day(_ item: UninvoicedItem) -> Day { Day(servedOn: item.servedOn, id: item.id) }

  private struct Day: Comparable {
    let servedOn: CalendarDate
    let id: String

    static func < (one: Day, other: Day) -> Bool { (one.servedOn, one.id) < (other.servedOn, other.id) }
  }
}

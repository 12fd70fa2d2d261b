import HospitalDomain

/// The states of invoices that people look for, in the order in which a key goes through them.
package enum InvoiceChoice: CaseIterable, Hashable, Sendable {
  case all, open, draft, issued, partPaid, overdue, paid, cancelled

  /// The states in words.
  package var title: String {
    switch self {
    case .all: "all"
    case .open: "open"
    case .draft: "draft"
    case .issued: "issued"
    case .partPaid: "part paid"
    case .overdue: "overdue"
    case .paid: "paid"
    case .cancelled: "cancelled"
    }
  }

  /// Whether an invoice in a state is among them.
  package func contains(_ state: InvoiceState) -> Bool {
    switch (self, state) {
    case (.all, _), (.draft, .draft), (.issued, .issued), (.partPaid, .partPaid), (.overdue, .overdue), (.paid, .paid),
      (.cancelled, .cancelled), (.cancelled, .struckOut):
      true
    case (.open, _): state.isOpen
    default: false
    }
  }

  /// Whether there are closed invoices among them.
  package var hasClosed: Bool { self == .all || self == .paid || self == .cancelled }

  /// The next in order, or the one before; round the end.
  package func next(by step: Int = 1) -> InvoiceChoice {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + step + all.count) % all.count]
  }
}

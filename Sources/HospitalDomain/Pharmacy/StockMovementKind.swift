/// What a movement of the ledger was. The raw value is the stored code.
package enum StockMovementKind: String, CaseIterable, Hashable, Sendable {
  /// What was there when the ledger began.
  case opening
  /// Goods that came in.
  case receipt
  /// Given out against a prescription.
  case dispense
  /// What was dispensed and came back unopened.
  case `return`
  /// Given out to a ward.
  case issue
  /// A count, and the correction that it brought; zero when the level was right.
  case count
  /// Broken, lost, expired: no longer there.
  case writeOff = "write-off"
  /// Sent back to the supplier.
  case supplierReturn = "supplier-return"
  /// Sent to another pharmacy.
  case transferOut = "transfer-out"
  /// Come from another pharmacy.
  case transferIn = "transfer-in"
  /// Laid on another shelf; nothing more or less is there.
  case shelved

  /// The word for the screen.
  package var title: String {
    switch self {
    case .opening: "opening"
    case .receipt: "received"
    case .dispense: "dispensed"
    case .return: "put back"
    case .issue: "to a ward"
    case .count: "counted"
    case .writeOff: "written off"
    case .supplierReturn: "to supplier"
    case .transferOut: "sent on"
    case .transferIn: "came over"
    case .shelved: "shelf"
    }
  }

  /// Whether it may take from a lot that has expired: only what brings it away from where it could be given to somebody.
  package var mayTouchExpired: Bool {
    switch self {
    case .dispense, .issue, .transferOut, .transferIn, .receipt: false
    case .opening, .return, .count, .writeOff, .supplierReturn, .shelved: true
    }
  }

  /// Whether it counts as use, for what is used in a week; a return counts against it.
  package var isUse: Bool { self == .dispense || self == .issue || self == .return }

  /// Whether a reason has to be written.
  package var needsReason: Bool { self == .writeOff || self == .supplierReturn }
}

/// What stock is taken for.
package enum StockPurpose: Hashable, Sendable {
  /// An item of a prescription (M4).
  case prescription(PrescriptionItemID)
  /// A ward, named.
  case ward(String)

  /// The kind of movement that it makes.
  package var kind: StockMovementKind {
    switch self {
    case .prescription: .dispense
    case .ward: .issue
    }
  }
}

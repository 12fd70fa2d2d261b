/// A service that was delivered and stands on no invoice that was issued (B6).
package struct UninvoicedItem: Hashable, Sendable, Identifiable {
  /// Why it stands on none, in the order in which somebody has to do something about it. The raw value is its code in
  /// tables.
  package enum Reason: String, CaseIterable, Hashable, Sendable {
    /// A night that was spent and that nobody has charged yet.
    case night
    /// It is charged, and waits for an invoice.
    case charged
    /// It stands on a draft that was not issued.
    case drafted
    /// Its invoice was taken back by a credit note after the account was closed: it is billed again, or cancelled.
    case takenBack = "taken-back"
    /// It was set aside by name, with a reason.
    case waived

    /// The word for the screen.
    package var title: String {
      switch self {
      case .night: "not charged"
      case .charged: "not billed"
      case .drafted: "on a draft"
      case .takenBack: "taken back"
      case .waived: "waived"
      }
    }
  }

  package let id: String
  package let reason: Reason
  package let patient: RoomBoardRow.PatientLine
  /// The stay that it was delivered in; nil for a line of a draft that is of no stay.
  package let admission: AdmissionID?
  /// How far that stay is; nil where there is none.
  package let standing: AdmissionStatus?
  /// The day of the service; the first evening of nights.
  package let servedOn: CalendarDate
  /// The code in the price list.
  package let code: String
  package let item: String
  package let quantity: Int
  /// What it comes to before tax, discounts taken off.
  package let amount: Money
  /// Who recorded or waived it, and why it was waived; empty for a night.
  package let about: String

  /// What the records tell of it.
  package init(
    id: String, reason: Reason, patient: RoomBoardRow.PatientLine, admission: AdmissionID?, standing: AdmissionStatus?,
    servedOn: CalendarDate, code: String, item: String, quantity: Int, amount: Money, about: String
  ) {
    self.id = id
    self.reason = reason
    self.patient = patient
    self.admission = admission
    self.standing = standing
    self.servedOn = servedOn
    self.code = code
    self.item = item
    self.quantity = quantity
    self.amount = amount
    self.about = about
  }
}

/// The services without an invoice, oldest first.
package struct UninvoicedReport: Hashable, Sendable {
  package let items: [UninvoicedItem]
  /// Whether there are more than were read.
  package let isCut: Bool
  /// The codes of the nights that are spent now and cost nothing because no price is set for their kind of room, in order.
  package let unpriced: [String]

  /// A report of services; they are put in order.
  package init(_ items: [UninvoicedItem], isCut: Bool = false, unpriced: [String] = []) {
    self.unpriced = unpriced
    self.items = items.sorted { ($0.servedOn, $0.id) < ($1.servedOn, $1.id) }
    self.isCut = isCut
  }

  /// The services that were delivered within some days, both included; nil for no end.
  package func within(_ first: CalendarDate?, _ last: CalendarDate?) -> UninvoicedReport {
    UninvoicedReport(
      items.filter { $0.servedOn >= first ?? .earliest && (last == nil || $0.servedOn <= last ?? $0.servedOn) },
      isCut: isCut, unpriced: unpriced)
  }

  /// That nights are given away, and what to do; nil where every kind of room in use has a price.
  package var unpricedWarning: String? {
    unpriced.isEmpty ? nil : "no price for \(Listing.and(unpriced)): the nights are not charged until Prices has one"
  }
}

/// What services without an invoice come to together; the parts make the total to the cent.
package struct UninvoicedSums: Hashable, Sendable {
  package let count: Int
  package let total: Money
  /// What those of each reason come to; only of those that occur.
  package let parts: [UninvoicedItem.Reason: Money]

  /// The sums of services; refused when they are too large to be kept.
  package init(_ items: some Collection<UninvoicedItem>) throws(Refusal) {
    count = items.count
    var parts: [UninvoicedItem.Reason: Money] = [:]
    for item in items { parts[item.reason] = try (parts[item.reason] ?? .zero) + item.amount }
    total = try Money.total(parts.values)
    self.parts = parts
  }

  /// The parts in words, in the order of their reasons: `not billed 150.00`, `waived 22.25`.
  package var inWords: [String] {
    UninvoicedItem.Reason.allCases.compactMap { reason in parts[reason].map { "\(reason.title) \($0)" } }
  }
}

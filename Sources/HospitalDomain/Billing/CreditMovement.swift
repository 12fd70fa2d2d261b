/// What made the money that is kept for a patient more or less. The sum of the amounts is what is kept.
package struct CreditMovement: Hashable, Sendable {
  /// What happened.
  package enum Kind: String, Sendable {
    /// Paid before there was an invoice.
    case deposit
    /// Paid beyond what an invoice asked for.
    case overpayment
    /// Set free by a credit note on an invoice that was paid.
    case creditNote = "credit-note"
    /// Used on an invoice.
    case use
    /// Promised or paid back to the patient.
    case refund

    /// The word for it on the account.
    package var title: String {
      switch self {
      case .deposit: "deposit"
      case .overpayment: "paid beyond"
      case .creditNote: "credit note on"
      case .use: "used on"
      case .refund: "refund"
      }
    }
  }

  package let kind: Kind
  package let at: Timestamp
  /// USD; negative for what went out.
  package let amount: Money
  /// How it came in or goes out; nil for what only changed its place.
  package let method: PaymentMethod?
  /// The invoice that it came from or went to; empty for none.
  package let invoice: String
  /// What was written about it: a terminal's reference, the reason of a refund; may be empty.
  package let words: String
  /// The full name of who recorded it.
  package let by: String

  package init(
    kind: Kind, at: Timestamp, amount: Money, method: PaymentMethod?, invoice: String, words: String, by: String
  ) {
    self.kind = kind
    self.at = at
    self.amount = amount
    self.method = method
    self.invoice = invoice
    self.words = words
    self.by = by
  }
}

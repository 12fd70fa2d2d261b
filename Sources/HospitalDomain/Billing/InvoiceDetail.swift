/// What an invoice is made of, and what was paid on it.
package struct InvoiceDetail: Hashable, Sendable {
  /// Its lines, by position.
  package let lines: [InvoiceLine]
  /// Its payments, oldest first.
  package let payments: [InvoicePayment]

  /// What the records tell of it.
  package init(lines: [InvoiceLine], payments: [InvoicePayment]) {
    self.lines = lines
    self.payments = payments
  }
}

/// One line of an invoice: quantity × unit price − discount.
package struct InvoiceLine: Hashable, Sendable {
  /// Its place on the invoice, from 1.
  package let position: Int
  /// The day of the service.
  package let servedOn: CalendarDate
  /// The code in the price list, such as `LAB-CBC`.
  package let code: String
  /// What was done or given, in words.
  package let item: String
  /// How many, from 1.
  package let quantity: Int
  /// The price of one.
  package let unit: Money
  /// What it comes to, the discount taken off.
  package let amount: Money

  /// What the records tell of it.
  package init(
    position: Int, servedOn: CalendarDate, code: String, item: String, quantity: Int, unit: Money, amount: Money
  ) {
    self.position = position
    self.servedOn = servedOn
    self.code = code
    self.item = item
    self.quantity = quantity
    self.unit = unit
    self.amount = amount
  }
}

/// One payment on an invoice; never changed.
package struct InvoicePayment: Hashable, Sendable {
  /// When the money came.
  package let receivedAt: Timestamp
  /// `cash`, `card`, `transfer` or `insurer`.
  package let method: String
  /// How much, in US dollars; above zero.
  package let amount: Money
  /// The payer's or the gateway's reference; empty for none.
  package let reference: String
  /// Who took it.
  package let receivedBy: String

  /// What the records tell of it.
  package init(receivedAt: Timestamp, method: String, amount: Money, reference: String, receivedBy: String) {
    self.receivedAt = receivedAt
    self.method = method
    self.amount = amount
    self.reference = reference
    self.receivedBy = receivedBy
  }
}

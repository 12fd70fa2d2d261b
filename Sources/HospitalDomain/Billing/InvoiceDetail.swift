/// What an invoice is made of, and what was paid on it.
package struct InvoiceDetail: Hashable, Sendable {
  /// Its lines, by position.
  package let lines: [InvoiceLine]
  /// Its payments, oldest first.
  package let payments: [InvoicePayment]
  /// Its credit notes, oldest first.
  package let creditNotes: [CreditNote]

  /// What the records tell of it.
  package init(lines: [InvoiceLine], payments: [InvoicePayment], creditNotes: [CreditNote] = []) {
    self.lines = lines
    self.payments = payments
    self.creditNotes = creditNotes
  }
}

/// One line of an invoice: quantity × unit price − discount.
package struct InvoiceLine: Hashable, Sendable, Identifiable {
  package let id: Identifier<InvoiceLine>
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
  /// What it comes to before tax, the discount taken off.
  package let amount: Money
  /// The tax on it.
  package let tax: Money
  /// What the insurer pays of amount and tax.
  package let insurer: Money
  /// What credit notes took back of it.
  package let credited: Money

  /// What the records tell of it.
  package init(
    id: Identifier<InvoiceLine>, position: Int, servedOn: CalendarDate, code: String, item: String, quantity: Int,
    unit: Money, amount: Money, tax: Money = .zero, insurer: Money = .zero, credited: Money = .zero
  ) {
    self.id = id
    self.position = position
    self.servedOn = servedOn
    self.code = code
    self.item = item
    self.quantity = quantity
    self.unit = unit
    self.amount = amount
    self.tax = tax
    self.insurer = insurer
    self.credited = credited
  }

  /// The amount with its tax.
  package var total: Money { Money(cents: amount.cents + tax.cents) }
  /// What can still be taken back of it.
  package var creditable: Money { Money(cents: total.cents - credited.cents) }
}

/// A credit note: it takes back what an issued invoice should not have asked for.
package struct CreditNote: Hashable, Sendable {
  /// Its number as printed, such as `CN-2026-0003`.
  package let number: String
  package let issuedAt: Timestamp
  package let total: Money
  package let reason: String
  /// Who issued it.
  package let issuedBy: String

  /// What the records tell of it.
  package init(number: String, issuedAt: Timestamp, total: Money, reason: String, issuedBy: String) {
    self.number = number
    self.issuedAt = issuedAt
    self.total = total
    self.reason = reason
    self.issuedBy = issuedBy
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

/// The account of one stay: what was charged and is on no invoice, what is still expected, and the invoices.
package struct StayAccount: Hashable, Sendable {
  package let admission: Admission
  package let patient: RoomBoardRow.PatientLine
  /// Who insures the patient; empty for nobody.
  package let insurer: String
  /// Charges that stand on no invoice, oldest first.
  package let charges: [Charge]
  /// Nights that were spent and are not charged yet, and those until the expected discharge: an estimate.
  package let expected: [Charge]
  /// The invoices of the stay, oldest first.
  package let invoices: [PatientInvoice]
  /// What is set for new invoices.
  package let rates: BillingRates
  /// What is kept for the patient: deposits, and what was paid too much.
  package let kept: Money
  /// How it came to that, oldest first.
  package let movements: [CreditMovement]

  /// What the records tell of it.
  package init(
    admission: Admission, patient: RoomBoardRow.PatientLine, insurer: String, charges: [Charge], expected: [Charge],
    invoices: [PatientInvoice], rates: BillingRates, kept: Money = .zero,
    movements: [CreditMovement] = []
  ) {
    self.admission = admission
    self.patient = patient
    self.insurer = insurer
    self.charges = charges
    self.expected = expected
    self.invoices = invoices
    self.rates = rates
    self.kept = kept
    self.movements = movements
  }

  /// What can be put on an invoice: every charge that is not waived.
  package var billable: [Charge] { charges.filter { !$0.isWaived } }
  /// What is charged, on no invoice and not waived.
  package var unbilled: Money { sum(billable) }
  /// What is expected besides.
  package var estimate: Money { sum(expected) }
  /// What is due on the invoices that were issued.
  package var due: Money { Money(cents: invoices.reduce(0) { $0 + $1.due.cents }) }

  /// What stands on drafts.
  package var drafted: Money {
    Money(cents: invoices.filter { $0.status == "draft" }.reduce(0) { $0 + $1.total.cents })
  }

  private func sum(_ charges: [Charge]) -> Money { Money(cents: charges.reduce(0) { $0 + $1.amount.cents }) }
}

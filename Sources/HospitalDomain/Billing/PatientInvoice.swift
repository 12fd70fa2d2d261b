/// An invoice as a patient's record shows it.
package struct PatientInvoice: Hashable, Sendable, Identifiable {
  /// The invoice's identifier.
  package let id: String
  /// Its number as printed, such as `INV-2026-0417`; nil for a draft.
  package let number: String?
  /// The stored code, such as `issued`.
  package let status: String
  /// When it was issued; nil for a draft.
  package let issuedAt: Timestamp?
  /// By which day it is to be paid; nil for a draft.
  package let dueOn: CalendarDate?
  /// The sum of the lines with their tax, discounts taken off.
  package let total: Money
  /// What has been paid of it, in US dollars.
  package let paid: Money
  /// What credit notes took back of it.
  package let credited: Money
  /// The stay that it is for; nil for none.
  package let admission: AdmissionID?

  /// What the records tell of it.
  package init(
    id: String, number: String?, status: String, issuedAt: Timestamp?, dueOn: CalendarDate?, total: Money, paid: Money,
    credited: Money = .zero, admission: AdmissionID? = nil
  ) {
    self.id = id
    self.number = number
    self.status = status
    self.issuedAt = issuedAt
    self.dueOn = dueOn
    self.total = total
    self.paid = paid
    self.credited = credited
    self.admission = admission
  }

  /// What is still to pay; negative where too much was paid.
  package var balance: Money { Money(cents: net.cents - paid.cents) }

  /// What it comes to, credit notes taken off.
  package var net: Money { Money(cents: total.cents - credited.cents) }
}

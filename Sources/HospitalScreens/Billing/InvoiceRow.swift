import HospitalDomain

/// An invoice as a line of the list, in words.
package struct InvoiceRow: Hashable, Sendable, Identifiable {
  /// The invoice, and whom it is for.
  package let listed: ListedInvoice
  /// What people call its state today.
  package let state: InvoiceState

  init(_ listed: ListedInvoice, today: CalendarDate) {
    self.listed = listed
    state = listed.invoice.state(on: today)
  }

  package var id: ListedInvoice.ID { listed.id }
  /// `INV-2026-0417`; `draft` for one that has none yet.
  package var number: String { listed.invoice.number ?? "(no number)" }
  /// What is left to pay; empty where nothing is owed because it was not issued, or was taken back.
  package var balance: String {
    state == .draft || !listed.invoice.counts ? "" : listed.invoice.balance.description
  }
}

import HospitalDomain

/// An invoice as a line of the list, in words.
package struct InvoiceRow: Hashable, Sendable, Identifiable {
  /// The invoice, and whom it is for.
  package let listed: ListedInvoice
  /// What people call its state today.
  package let state: InvoiceState

  /// The day on which it was issued; empty for a draft.
  package let issued: String

  init(_ listed: ListedInvoice, today: CalendarDate, clock: LocalTime) {
    self.listed = listed
    state = listed.invoice.state(on: today)
    issued = listed.invoice.issuedAt.map { "\(clock.date(of: $0))" } ?? ""
  }

  package var id: ListedInvoice.ID { listed.id }
  /// `INV-2026-0417`; a draft has none yet.
  package var number: String { listed.invoice.number ?? "(no number)" }
  /// What is left to pay; empty where nothing is owed because it was not issued, or was taken back.
  package var balance: String {
    state == .draft || !listed.invoice.counts ? "" : listed.invoice.balance.description
  }
}

/// An invoice as the list of all invoices shows it: with whom it is for.
package struct ListedInvoice: Hashable, Sendable, Identifiable {
  /// Whom it is for; the one that survives, if their record was merged.
  package let patient: RoomBoardRow.PatientLine
  /// The invoice with its sums.
  package let invoice: PatientInvoice

  /// What the records tell of it.
  package init(patient: RoomBoardRow.PatientLine, invoice: PatientInvoice) {
    self.patient = patient
    self.invoice = invoice
  }

  package var id: String { invoice.id }
}

/// The invoices that a list shows.
package struct InvoiceList: Hashable, Sendable {
  /// Those to be paid by the day they are due, then drafts, then those that are closed; drafts and closed ones newest first.
  package let invoices: [ListedInvoice]
  /// Whether there are open ones that are not among them.
  package let isCut: Bool
  /// Whether there are closed ones that are not among them.
  package let isClosedCut: Bool

  /// A list in the order in which it is shown.
  package init(invoices: [ListedInvoice], isCut: Bool, isClosedCut: Bool) {
    self.invoices = invoices
    self.isCut = isCut
    self.isClosedCut = isClosedCut
  }
}

import HospitalDomain
import HospitalRecords

/// Invoices: what stands on file of them.
package struct InvoiceService: Sendable {
  /// The most open invoices of one status that a list shows.
  package static let mostOpen = 5_000
  /// The most closed invoices that a list shows, the newest.
  package static let mostClosed = 500

  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Every invoice that somebody still has to do something about, and the newest of the others.
  package func list() throws -> InvoiceList {
    try session.look(.seeInvoices) { try $0.invoices.list(mostOpen: Self.mostOpen, mostClosed: Self.mostClosed) }
  }

  /// One invoice as it stands now.
  package func invoice(_ id: ListedInvoice.ID) throws -> ListedInvoice {
    try session.look(.seeInvoices) { try expected(id, in: $0) }
  }

  /// The invoice of a number, however old; nil where there is none.
  package func invoice(year: Int, number: Int) throws -> ListedInvoice? {
    try session.look(.seeInvoices) { records in
      try records.papers.invoice(year: year, number: number).flatMap { try records.invoices.listed($0) }
    }
  }

  func expected(_ id: ListedInvoice.ID, in records: Records) throws -> ListedInvoice {
    guard let invoice = try records.invoices.listed(id) else { throw Refusal.noSuchInvoice }
    return invoice
  }

  func subject(_ invoice: ListedInvoice) -> AuditSubject {
    AuditSubject(kind: "invoice", id: invoice.id, patient: invoice.patient.id)
  }

  var clock: LocalTime { session.workplace.localTime }

  /// Opens an invoice: its lines name what was done to whom, so the opening stands in the audit trail (H5).
  package func open(_ id: ListedInvoice.ID) throws -> InvoiceDetail {
    let subject = subject(try invoice(id))
    return try session.perform(.seeInvoices, on: subject, as: .read) { try $0.invoices.detail(of: id) }
  }

  /// The lines and payments of an invoice that was opened already, or of which no more than their sums are shown.
  package func detail(of id: ListedInvoice.ID) throws -> InvoiceDetail {
    try session.look(.seeInvoices) { try $0.invoices.detail(of: id) }
  }
}

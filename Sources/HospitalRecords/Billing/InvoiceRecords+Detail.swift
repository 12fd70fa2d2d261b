import DatabaseKit
import HospitalDomain

extension InvoiceRecords {
  /// The lines and payments of an invoice of the hospital; none for one that is not there.
  package func detail(of id: ListedInvoice.ID) throws -> InvoiceDetail {
    InvoiceDetail(lines: try lines(of: id), payments: try payments(of: id))
  }

  private func lines(of id: ListedInvoice.ID) throws -> [InvoiceLine] {
    try transaction.rows(
      """
      SELECT invoice_line.* FROM invoice JOIN invoice_line ON invoice_line.invoice_id = invoice.id
      WHERE invoice.id = \(id) AND invoice.hospital_id = \(records.author.hospital) ORDER BY invoice_line.position
      """
    ).map { row in
      let (quantity, unit) = (try row.count("quantity"), Money(cents: try row.integer("unit_cents")))
      return InvoiceLine(
        position: try row.count("position"), servedOn: try row.date("served_on"), code: try row.text("code"),
        item: try row.text("item"), quantity: quantity, unit: unit,
        amount: try unit * quantity - Money(cents: try row.integer("discount_cents")))
    }
  }

  private func payments(of id: ListedInvoice.ID) throws -> [InvoicePayment] {
    try transaction.rows(
      """
      SELECT payment.*, account.full_name FROM invoice JOIN payment ON payment.invoice_id = invoice.id
        JOIN account ON account.id = payment.received_by
      WHERE invoice.id = \(id) AND invoice.hospital_id = \(records.author.hospital)
      ORDER BY payment.received_at, payment.id
      """
    ).map { row in
      InvoicePayment(
        receivedAt: try row.timestamp("received_at"), method: try row.text("method"),
        amount: Money(cents: try row.integer("amount_cents")), reference: try row.text("reference"),
        receivedBy: try row.text("full_name"))
    }
  }
}

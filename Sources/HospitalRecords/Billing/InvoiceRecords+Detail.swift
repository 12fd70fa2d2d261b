import DatabaseKit
import HospitalDomain

extension InvoiceRecords {
  /// The lines and payments of an invoice of the hospital; none for one that is not there.
  package func detail(of id: ListedInvoice.ID) throws -> InvoiceDetail {
    InvoiceDetail(
      lines: try lines(of: id), payments: try payments(of: id), creditNotes: try creditNotes(of: id))
  }

  /// The lines of an invoice, in order.
  package func lines(of id: ListedInvoice.ID) throws -> [InvoiceLine] {
    try transaction.rows(
      """
      SELECT invoice_line.*, (SELECT COALESCE(SUM(amount_cents), 0) FROM credit_note_line
        WHERE credit_note_line.line_id = invoice_line.id) AS credited_cents FROM invoice JOIN invoice_line ON invoice_line.invoice_id = invoice.id
      WHERE invoice.id = \(id) AND invoice.hospital_id = \(records.author.hospital) ORDER BY invoice_line.position
      """
    ).map { row in
      let (quantity, unit) = (try row.count("quantity"), Money(cents: try row.integer("unit_cents")))
      return InvoiceLine(
        id: try row.identifier("id"), position: try row.count("position"), servedOn: try row.date("served_on"),
        code: try row.text("code"),
        item: try row.text("item"), quantity: quantity, unit: unit,
        amount: try unit * quantity - Money(cents: try row.integer("discount_cents")),
        tax: Money(cents: try row.integer("tax_cents")), insurer: Money(cents: try row.integer("insurer_cents")),
        credited: Money(cents: try row.integer("credited_cents")))
    }
  }

  private func payments(of id: ListedInvoice.ID) throws -> [InvoicePayment] {
    try transaction.rows(
      """
      SELECT money.*, account.full_name FROM invoice JOIN (
        SELECT invoice_id, id, received_at, method, amount_cents, reference, received_by FROM payment
          WHERE invoice_id = \(id)
        UNION ALL SELECT invoice_id, id, used_at, 'credit', amount_cents, '', used_by FROM credit_use
          WHERE invoice_id = \(id)
        UNION ALL SELECT invoice_id, id, received_at, 'to credit', -amount_cents, '', received_by FROM patient_credit
          WHERE invoice_id = \(id) AND kind = 'credit-note') AS money ON money.invoice_id = invoice.id
        JOIN account ON account.id = money.received_by
      WHERE invoice.id = \(id) AND invoice.hospital_id = \(records.author.hospital)
      ORDER BY money.received_at, money.id
      """
    ).map { row in
      InvoicePayment(
        receivedAt: try row.timestamp("received_at"), method: try row.text("method"),
        amount: Money(cents: try row.integer("amount_cents")), reference: try row.text("reference"),
        receivedBy: try row.text("full_name"))
    }
  }

  private func creditNotes(of id: ListedInvoice.ID) throws -> [CreditNote] {
    try transaction.rows(
      """
      SELECT credit_note.*, account.full_name FROM credit_note JOIN account ON account.id = credit_note.issued_by
      WHERE credit_note.invoice_id = \(id) AND credit_note.hospital_id = \(records.author.hospital)
      ORDER BY credit_note.issued_at, credit_note.id
      """
    ).map(Self.creditNote)
  }

  /// A credit note, from its own columns and the name of who issued it.
  static func creditNote(_ row: SQLRow) throws -> CreditNote {
    CreditNote(
      number: printed("CN", try row.integer("year"), try row.integer("number")),
      issuedAt: try row.timestamp("issued_at"), total: Money(cents: try row.integer("total_cents")),
      reason: try row.text("reason"), issuedBy: try row.text("full_name"))
  }
}

import DatabaseKit
import HospitalDomain

/// What is printed besides invoices: receipts and credit notes, and where documents are found by their numbers.
package struct PaperRecords {
  let records: Records
  var transaction: any Transaction { records.transaction }

  /// The invoice of a number; nil where there is none.
  package func invoice(year: Int, number: Int) throws -> ListedInvoice.ID? {
    try transaction.row(
      """
      SELECT id FROM invoice
      WHERE hospital_id = \(records.author.hospital) AND year = \(year) AND number = \(number)
      """)?.text("id")
  }

  /// The credit note of a number; nil where there is none.
  package func creditNote(year: Int, number: Int) throws -> Identifier<CreditNote>? {
    try transaction.row(
      """
      SELECT id FROM credit_note
      WHERE hospital_id = \(records.author.hospital) AND year = \(year) AND number = \(number)
      """)?.identifier("id")
  }

  /// The latest stay of a patient for which a discharge is ordered; nil where there is none.
  package func latestDischarge(of number: HospitalNumber) throws -> AdmissionID? {
    let patient: PatientID? = try transaction.row(
      """
      SELECT \(part: MergedRecords.survivor(of: "patient.id")) AS survivor FROM patient WHERE number = \(number.value)
      """)?.identifier("survivor")
    guard let patient else { return nil }
    return try transaction.row(
      """
      SELECT admission.id FROM admission JOIN check_out_stamp AS given
        ON given.admission_id = admission.id AND given.step = 'order' AND given.undone_at IS NULL
      WHERE admission.patient_id IN (\(part: MergedRecords.identifiers(of: patient)))
        AND admission.hospital_id = \(records.author.hospital)
      ORDER BY given.stamped_at DESC, admission.id DESC LIMIT 1
      """)?.identifier("id")
  }

  // MARK: Credit notes

  /// The credit notes of an invoice, oldest first.
  package func creditNotes(of invoice: ListedInvoice.ID) throws -> [CreditNotePaper] {
    try creditNotes("credit_note.invoice_id = \(invoice)")
  }

  /// One credit note.
  package func creditNote(_ id: Identifier<CreditNote>) throws -> CreditNotePaper? {
    try creditNotes("credit_note.id = \(id)").first
  }

  private func creditNotes(_ condition: SQLStatement) throws -> [CreditNotePaper] {
    try transaction.rows(
      """
      SELECT credit_note.*, account.full_name FROM credit_note JOIN account ON account.id = credit_note.issued_by
      WHERE \(part: condition) AND credit_note.hospital_id = \(records.author.hospital)
      ORDER BY credit_note.issued_at, credit_note.id
      """
    ).compactMap { row in
      guard let invoice = try records.invoices.listed(try row.text("invoice_id")) else { return nil }
      let id: Identifier<CreditNote> = try row.identifier("id")
      return CreditNotePaper(
        id: id, note: try InvoiceRecords.creditNote(row), patient: invoice.patient,
        invoice: invoice.invoice.number ?? "", parts: try parts(of: id, on: invoice.id))
    }
  }

  private func parts(of note: Identifier<CreditNote>, on invoice: ListedInvoice.ID) throws -> [CreditNotePaper.Part] {
    let lines = try records.invoices.detail(of: invoice).lines
    let amounts = try transaction.rows(
      "SELECT line_id, amount_cents FROM credit_note_line WHERE credit_note_id = \(note)"
    ).map { (line: try $0.text("line_id"), amount: Money(cents: try $0.integer("amount_cents"))) }
    return lines.flatMap { line in
      amounts.filter { $0.line == line.id.text }.map { CreditNotePaper.Part(line: line, amount: $0.amount) }
    }
  }
}

extension Records {
  /// What is printed.
  package var papers: PaperRecords { PaperRecords(records: self) }
}

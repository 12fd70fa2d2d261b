import DatabaseKit
import HospitalDomain

extension PaperRecords {
  /// The payments on an invoice as receipts, oldest first. What is only moved from the patient's credit has none.
  package func receipts(of invoice: ListedInvoice.ID) throws -> [PaymentReceipt] {
    try payments("payment.invoice_id = \(invoice)")
  }

  /// What was taken in last in the hospital, newest first.
  package func latestReceipts(limit: Int) throws -> [PaymentReceipt] {
    // By when they were taken, not by their identifiers: what is imported today was taken long ago.
    let paid = try payments("payment.id IN (SELECT id FROM payment ORDER BY received_at DESC, id DESC LIMIT \(limit))")
    return Array(
      (paid + (try latestDeposits(limit: limit))).sorted { ($0.receivedAt, $0.id) > ($1.receivedAt, $1.id) }.prefix(
        limit)
    )
  }

  /// The receipts of the deposits that were taken last, newest first.
  package func latestDeposits(limit: Int) throws -> [PaymentReceipt] {
    try deposits(
      """
      patient_credit.id IN (SELECT id FROM patient_credit WHERE kind = 'deposit'
        ORDER BY received_at DESC, id DESC LIMIT \(limit))
      """
    ).sorted { ($0.receivedAt, $0.id) > ($1.receivedAt, $1.id) }
  }

  /// The deposits that were taken under a patient's number as receipts, oldest first.
  package func deposits(of number: HospitalNumber) throws -> [PaymentReceipt] {
    try deposits("patient_credit.patient_id = (SELECT id FROM patient WHERE number = \(number.value))")
  }

  /// The receipt of a payment or a deposit; nil where there is none.
  package func receipt(_ id: Identifier<Receipt>) throws -> PaymentReceipt? {
    try payments("payment.id = \(id)").first ?? deposits("patient_credit.id = \(id)").first
  }

  /// The place of a payment among those on its invoice is part of its number: payments are only ever added.
  private func payments(_ condition: SQLStatement) throws -> [PaymentReceipt] {
    try transaction.rows(
      """
      SELECT payment.*, account.full_name,
        (SELECT COUNT(*) FROM payment AS earlier WHERE earlier.invoice_id = payment.invoice_id
          AND (earlier.received_at < payment.received_at
            OR (earlier.received_at = payment.received_at AND earlier.id <= payment.id))) AS place,
        (SELECT COALESCE(SUM(amount_cents), 0) FROM patient_credit
          WHERE patient_credit.invoice_id = payment.invoice_id AND patient_credit.kind = 'overpayment'
            AND patient_credit.received_at = payment.received_at
            AND patient_credit.received_by = payment.received_by) AS kept_cents
      FROM payment JOIN account ON account.id = payment.received_by
      WHERE \(part: condition) ORDER BY payment.received_at, payment.id
      """
    ).compactMap { row in
      guard let invoice = try records.invoices.listed(try row.text("invoice_id")),
        let number = invoice.invoice.number
      else { return nil }
      let kept = Money(cents: try row.integer("kept_cents"))
      let tendered = try row.optionalInteger("tendered_cents").map { Money(cents: $0 + kept.cents) }
      return PaymentReceipt(
        id: try row.identifier("id"), number: "\(number)/\(try row.count("place"))", patient: invoice.patient,
        invoice: number, receivedAt: try row.timestamp("received_at"), method: try row.code("method"),
        applied: Money(cents: try row.integer("amount_cents")), kept: kept, tendered: tendered,
        reference: try row.text("reference"), receivedBy: try row.text("full_name"))
    }
  }

  private func deposits(_ condition: SQLStatement) throws -> [PaymentReceipt] {
    try transaction.rows(
      """
      SELECT patient_credit.*, account.full_name, \(part: SQLRow.listedPatientColumns),
        (SELECT COUNT(*) FROM patient_credit AS earlier
          WHERE earlier.patient_id = patient_credit.patient_id AND earlier.kind = 'deposit'
          AND (earlier.received_at < patient_credit.received_at
            OR (earlier.received_at = patient_credit.received_at AND earlier.id <= patient_credit.id))) AS place,
        own.number AS own_number
      FROM patient_credit JOIN account ON account.id = patient_credit.received_by
        JOIN patient AS own ON own.id = patient_credit.patient_id
        JOIN patient ON patient.id = \(part: MergedRecords.survivor(of: "patient_credit.patient_id"))
      WHERE \(part: condition) AND patient_credit.kind = 'deposit'
        AND patient_credit.hospital_id = \(records.author.hospital)
      ORDER BY patient_credit.received_at, patient_credit.id
      """
    ).map { row in
      // The number keeps to the record that the deposit was taken under, which a merge does not change.
      PaymentReceipt(
        id: try row.identifier("id"), number: "\(try row.hospitalNumber("own_number"))/D\(try row.count("place"))",
        patient: try records.listedPatient(row), invoice: nil, receivedAt: try row.timestamp("received_at"),
        method: try row.code("method"), applied: .zero, kept: Money(cents: try row.integer("amount_cents")),
        tendered: nil, reference: try row.text("reference"), receivedBy: try row.text("full_name"))
    }
  }
}

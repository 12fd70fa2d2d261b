import DatabaseKit
import HospitalDomain

extension CashRecords {
  /// What made the money that is kept for a patient more or less, oldest first, under records merged into theirs too. A
  /// refund counts from when it is asked for until it is declined.
  package func movements(of patient: PatientID) throws -> [CreditMovement] {
    let records = MergedRecords.identifiers(of: patient)
    return try transaction.rows(
      """
      SELECT moved.*, account.full_name, invoice.year AS invoice_year, invoice.number AS invoice_number FROM (
        SELECT id, kind, received_at AS moved_at, amount_cents, method, invoice_id, reference AS words, received_by AS moved_by
        FROM patient_credit WHERE patient_id IN (\(part: records))
        UNION ALL SELECT id, 'use', used_at, -amount_cents, NULL, invoice_id, '', used_by
        FROM credit_use WHERE patient_id IN (\(part: records))
        UNION ALL SELECT id, 'refund', requested_at, -amount_cents, method, NULL, reason, requested_by
        FROM refund WHERE patient_id IN (\(part: records)) AND (decision IS NULL OR decision = 'approved')
      ) AS moved JOIN account ON account.id = moved.moved_by LEFT JOIN invoice ON invoice.id = moved.invoice_id
      ORDER BY moved.moved_at, moved.id
      """
    ).map { row in
      guard let kind = CreditMovement.Kind(rawValue: try row.text("kind")) else {
        throw DatabaseFault.unexpectedColumn("kind")
      }
      let number = try row.optionalInteger("invoice_number")
      return CreditMovement(
        kind: kind, at: try row.timestamp("moved_at"), amount: Money(cents: try row.integer("amount_cents")),
        method: try row.optionalText("method").flatMap(PaymentMethod.init),
        invoice: try number.map { InvoiceRecords.printed("INV", try row.integer("invoice_year"), $0) } ?? "",
        words: try row.text("words"), by: try row.text("full_name"))
    }
  }
}

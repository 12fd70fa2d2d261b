import DatabaseKit

extension Migration {
  /// What is charged, billed, paid, waived or prescribed on a stay is news of its room: who has its check-out or its account
  /// open sees it (A2, A4).
  static let billingNews = Migration(
    "2026-11-billing-news",
    [
      news(from: "charge", of: "ROW.admission_id"), news(from: "charge_discount", of: ofCharge),
      news(from: "charge_cancellation", of: ofCharge), news(from: "invoice", of: "ROW.admission_id"),
      news(from: "payment", of: ofInvoice), news(from: "credit_use", of: ofInvoice),
      news(from: "credit_note", of: ofInvoice), news(from: "waiver", of: "ROW.admission_id"),
      news(from: "prescription", of: "ROW.admission_id"),
    ])

  private static let ofCharge = "(SELECT admission_id FROM charge WHERE charge.id = ROW.charge_id)"
  private static let ofInvoice = "(SELECT admission_id FROM invoice WHERE invoice.id = ROW.invoice_id)"

  /// A stay whose account is closed has no check-out that anybody waits at.
  private static func news(from table: String, of admission: String) -> MigrationStep {
    .announce(
      "room", from: table,
      keys: """
        SELECT DISTINCT stay.room_id AS key FROM stay JOIN admission ON admission.id = stay.admission_id
        WHERE stay.admission_id = \(admission) AND admission.status IN \(UninvoicedSchema.unsettled)
        """)
  }
}

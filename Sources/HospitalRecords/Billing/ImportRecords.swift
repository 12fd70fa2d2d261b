import DatabaseKit
import HospitalDomain

/// What was taken over from elsewhere, by the identifiers that it had there.
package struct ImportRecords {
  let records: Records
  /// Where it came from, such as `synthea`.
  let source: String
  private var transaction: any Transaction { records.transaction }

  /// What a row became here; nil for one that was not taken over yet.
  ///
  /// - Parameter kind: `department`, `doctor`, `patient` or `admission`.
  package func record<Kind>(_ kind: String, _ sourceID: String) throws -> Identifier<Kind>? {
    try transaction.row(
      """
      SELECT record_id FROM imported_row WHERE hospital_id = \(records.author.hospital) AND source = \(source)
        AND kind = \(kind) AND source_id = \(sourceID)
      """
    )?.identifier("record_id")
  }

  /// Remembers what a row became.
  package func remember<Kind>(_ kind: String, _ sourceID: String, as record: Identifier<Kind>) throws {
    try transaction.execute(
      """
      INSERT INTO imported_row (hospital_id, source, kind, source_id, record_id, imported_at, imported_by)
      VALUES (\(records.author.hospital), \(source), \(kind), \(sourceID), \(record), \(records.now),
        \(records.author.account))
      """)
  }

  /// Whether a claim was taken over already.
  package func hasClaim(_ claim: String) throws -> Bool {
    try transaction.row(
      """
      SELECT 1 AS one FROM imported_claim WHERE hospital_id = \(records.author.hospital) AND source = \(source)
        AND claim_id = \(claim)
      """) != nil
  }

  /// Remembers the invoice of a claim, which comes to what was claimed.
  package func remember(claim: String, _ imported: ImportedClaim, as invoice: ListedInvoice.ID) throws {
    try transaction.execute(
      """
      INSERT INTO imported_claim (hospital_id, source, claim_id, invoice_id, amount_cents, insurer_cents, imported_at,
        imported_by)
      VALUES (\(records.author.hospital), \(source), \(claim), \(invoice), \(imported.claimed.cents),
        \(imported.covered.cents), \(records.now), \(records.author.account))
      """)
  }

  /// What the invoices of all claims of the source come to by their own lines, what insurers pay of it, and what was paid.
  package func claimSums() throws -> ClaimSums {
    let row = try transaction.row(
      """
      SELECT COUNT(*) AS count, COALESCE(SUM(\(part: Self.total)), 0) AS total,
        COALESCE(SUM(\(part: Self.insurer)), 0) AS insurer,
        COALESCE(SUM((SELECT COALESCE(SUM(amount_cents), 0) FROM payment
          WHERE payment.invoice_id = imported_claim.invoice_id)), 0) AS paid
      FROM imported_claim WHERE hospital_id = \(records.author.hospital) AND source = \(source)
      """)
    guard let row else { return ClaimSums() }
    return ClaimSums(
      count: try row.count("count"), total: Money(cents: try row.integer("total")),
      insurer: Money(cents: try row.integer("insurer")), paid: Money(cents: try row.integer("paid")))
  }

  private static let total = SQLStatement(
    trusted: ImportSchema.sum("quantity * unit_cents - discount_cents + tax_cents", of: "imported_claim"))
  private static let insurer = SQLStatement(trusted: ImportSchema.sum("insurer_cents", of: "imported_claim"))
}

extension Records {
  /// What was taken over from a source.
  package func imports(from source: String) -> ImportRecords { ImportRecords(records: self, source: source) }
}

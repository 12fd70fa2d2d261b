import DatabaseKit

extension Migration {
  /// What was taken over from elsewhere, by the identifiers that it had there: a row is taken once, and the invoice of a
  /// claim comes to what the claim asked for.
  static let imports = Migration("2026-11-imports", ImportSchema.rows + ImportSchema.claims)
}

/// Rows and claims that were taken over.
enum ImportSchema {
  static let rows: [MigrationStep] = [
    .define(
      """
      CREATE TABLE imported_row (
        hospital_id TEXT NOT NULL REFERENCES hospital (id),
        source TEXT NOT NULL CHECK (\(Check.said("source", atMost: 40))),
        kind TEXT NOT NULL CHECK (\(Check.oneOf("kind", ["department", "doctor", "patient", "admission"]))),
        source_id TEXT NOT NULL CHECK (\(Check.said("source_id", atMost: 80))),
        record_id TEXT NOT NULL,
        imported_at BIGINT NOT NULL,
        imported_by TEXT NOT NULL REFERENCES account (id),
        PRIMARY KEY (hospital_id, source, kind, source_id))
      """),
    .appendOnly(table: "imported_row"),
    .neverReplaced("imported_row", keys: [.key("hospital_id", "source", "kind", "source_id")], changing: nil),
  ]

  static let claims: [MigrationStep] = [
    .define(
      """
      CREATE TABLE imported_claim (
        hospital_id TEXT NOT NULL REFERENCES hospital (id),
        source TEXT NOT NULL CHECK (\(Check.said("source", atMost: 40))),
        claim_id TEXT NOT NULL CHECK (\(Check.said("claim_id", atMost: 80))),
        invoice_id TEXT NOT NULL UNIQUE REFERENCES invoice (id),
        amount_cents BIGINT NOT NULL CHECK (amount_cents >= 0),
        insurer_cents BIGINT NOT NULL CHECK (insurer_cents BETWEEN 0 AND amount_cents),
        imported_at BIGINT NOT NULL,
        imported_by TEXT NOT NULL REFERENCES account (id),
        PRIMARY KEY (hospital_id, source, claim_id))
      """),
    .appendOnly(table: "imported_claim"),
    .neverReplaced(
      "imported_claim", keys: [.key("hospital_id", "source", "claim_id"), .key("invoice_id")], changing: nil),
    .refuse(
      "imported_claim_as_claimed", on: "imported_claim", .insert,
      when: """
        NOT EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND number IS NOT NULL
          AND hospital_id = NEW.hospital_id)
        OR NEW.amount_cents <> \(sum("quantity * unit_cents - discount_cents + tax_cents", of: "NEW"))
        OR NEW.insurer_cents <> \(sum("insurer_cents", of: "NEW"))
        """,
      saying: "the invoice of a claim comes to what was claimed"),
  ]

  /// The sum over the lines of a claim's invoice.
  static func sum(_ amount: String, of row: String) -> String {
    "(SELECT COALESCE(SUM(\(amount)), 0) FROM invoice_line WHERE invoice_line.invoice_id = \(row).invoice_id)"
  }
}

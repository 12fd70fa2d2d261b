import DatabaseKit

extension Migration {
  /// Invoices, their lines and payments: dollars as whole cents, issued lines frozen, payments never changed (B6, B9, I2).
  static let invoices = Migration(
    "2026-11-invoices",
    MigrationStep.versionedTable(
      "invoice",
      fixed: [
        ("hospital_id", "TEXT NOT NULL REFERENCES hospital (id)"),
        ("patient_id", "TEXT NOT NULL REFERENCES patient (id)"),
        ("admission_id", "TEXT REFERENCES admission (id)"),
      ],
      columns: [
        ("year", "INTEGER CHECK (year BETWEEN 2000 AND 2999)"),
        ("number", "BIGINT CHECK (number > 0)"),
        ("status", "TEXT NOT NULL CHECK (\(Check.oneOf("status", states)))"),
        ("issued_at", "BIGINT"),
        ("due_on", "TEXT CHECK (due_on IS NULL OR (\(Check.date("due_on"))))"),
      ],
      rules: [
        "UNIQUE (hospital_id, year, number)",
        "CHECK ((number IS NULL) = (year IS NULL) AND (number IS NULL) = (issued_at IS NULL))",
        "CHECK (status = 'draft' OR status = 'cancelled' OR status = 'entered-in-error' OR number IS NOT NULL)",
      ]) + lines + payments)

  private static let states = ["draft", "issued", "balanced", "cancelled", "entered-in-error"]

  private static let lines: [MigrationStep] = [
    .define("CREATE INDEX invoice_by_patient ON invoice (patient_id)"),
    .define("CREATE INDEX invoice_by_status ON invoice (status, issued_at)"),
    .define(
      """
      CREATE TABLE invoice_line (
        id TEXT NOT NULL PRIMARY KEY,
        invoice_id TEXT NOT NULL REFERENCES invoice (id),
        position INTEGER NOT NULL CHECK (position > 0),
        served_on TEXT NOT NULL CHECK (\(Check.date("served_on"))),
        code TEXT NOT NULL CHECK (\(Check.said("code", atMost: 40))),
        item TEXT NOT NULL CHECK (\(Check.said("item", atMost: 400))),
        quantity BIGINT NOT NULL CHECK (quantity > 0),
        unit_cents BIGINT NOT NULL CHECK (unit_cents >= 0),
        discount_cents BIGINT NOT NULL DEFAULT 0 CHECK (discount_cents BETWEEN 0 AND quantity * unit_cents),
        UNIQUE (invoice_id, position))
      """),
    frozen(.insert, "NEW"), frozen(.update, "OLD"), frozen(.delete, "OLD"),
  ]

  private static func frozen(_ event: MigrationStep.Guard.Event, _ row: String) -> MigrationStep {
    .refuse(
      "invoice_line_frozen_\(event.rawValue)", on: "invoice_line", event,
      when: "EXISTS (SELECT 1 FROM invoice WHERE id = \(row).invoice_id AND status <> 'draft')",
      saying: "the lines of an issued invoice are frozen: correct it by a credit note")
  }

  private static let payments: [MigrationStep] = [
    .define(
      """
      CREATE TABLE payment (
        id TEXT NOT NULL PRIMARY KEY,
        invoice_id TEXT NOT NULL REFERENCES invoice (id),
        method TEXT NOT NULL CHECK (\(Check.oneOf("method", ["cash", "card", "transfer", "insurer"]))),
        amount_cents BIGINT NOT NULL CHECK (amount_cents > 0),
        received_at BIGINT NOT NULL,
        received_by TEXT NOT NULL REFERENCES account (id),
        reference TEXT NOT NULL)
      """),
    .define("CREATE INDEX payment_by_invoice ON payment (invoice_id)"),
    .appendOnly(table: "payment"),
  ]
}

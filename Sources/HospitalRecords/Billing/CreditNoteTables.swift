import DatabaseKit

extension Migration {
  /// Credit notes, and what an invoice may become (I2).
  static let creditNotes = Migration(
    "2026-11-credit-notes", CreditNoteSchema.notes + CreditNoteSchema.states + CreditNoteSchema.openItems)
}

/// Credit notes correct issued invoices; numbered without gaps, never changed.
enum CreditNoteSchema {
  static let notes: [MigrationStep] = [
    .define(
      """
      CREATE TABLE credit_note (
        id TEXT NOT NULL PRIMARY KEY,
        hospital_id TEXT NOT NULL REFERENCES hospital (id),
        invoice_id TEXT NOT NULL REFERENCES invoice (id),
        year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999),
        number BIGINT NOT NULL CHECK (number > 0),
        total_cents BIGINT NOT NULL CHECK (total_cents > 0),
        line_count INTEGER NOT NULL CHECK (line_count > 0),
        reason TEXT NOT NULL CHECK (\(Check.said("reason", atMost: 2000))),
        issued_at BIGINT NOT NULL,
        issued_by TEXT NOT NULL REFERENCES account (id),
        UNIQUE (hospital_id, year, number))
      """),
    .define("CREATE INDEX credit_note_by_invoice ON credit_note (invoice_id)"),
    .appendOnly(table: "credit_note"),
    .define(
      """
      CREATE TABLE credit_note_line (
        id TEXT NOT NULL PRIMARY KEY,
        credit_note_id TEXT NOT NULL REFERENCES credit_note (id),
        line_id TEXT NOT NULL REFERENCES invoice_line (id),
        amount_cents BIGINT NOT NULL CHECK (amount_cents > 0))
      """),
    .define("CREATE INDEX credit_note_line_by_line ON credit_note_line (line_id)"),
    .define("CREATE INDEX credit_note_line_by_note ON credit_note_line (credit_note_id)"),
    .appendOnly(table: "credit_note_line"),
    .refuse(
      "credit_note_of_issued", on: "credit_note", .insert,
      when: """
        NOT EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND status IN ('issued', 'balanced')
          AND hospital_id = NEW.hospital_id)
        """,
      saying: "only an issued invoice takes a credit note"),
    .refuse(
      "credit_note_within", on: "credit_note", .insert,
      when: """
        NEW.total_cents + (SELECT COALESCE(SUM(total_cents), 0) FROM credit_note WHERE invoice_id = NEW.invoice_id)
          > (SELECT SUM(quantity * unit_cents - discount_cents + tax_cents) FROM invoice_line
             WHERE invoice_id = NEW.invoice_id)
        """,
      saying: "a credit note takes back no more than the invoice asks for"),
    .refuse(
      "credit_note_gapless", on: "credit_note", .insert,
      when: """
        NEW.number > 1 + (SELECT COALESCE(MAX(number), 0) FROM credit_note
          WHERE hospital_id = NEW.hospital_id AND year = NEW.year)
        """,
      saying: "credit notes are numbered without gaps"),
    .refuse(
      "credit_note_line_within", on: "credit_note_line", .insert,
      when: """
        NEW.amount_cents + (SELECT COALESCE(SUM(amount_cents), 0) FROM credit_note_line WHERE line_id = NEW.line_id)
          > (SELECT quantity * unit_cents - discount_cents + tax_cents FROM invoice_line WHERE id = NEW.line_id)
        """,
      saying: "a credit note takes back no more than the line asks for"),
    .refuse(
      "credit_note_line_of_note", on: "credit_note_line", .insert,
      when: """
        NOT EXISTS (SELECT 1 FROM credit_note JOIN invoice_line ON invoice_line.invoice_id = credit_note.invoice_id
          WHERE credit_note.id = NEW.credit_note_id AND invoice_line.id = NEW.line_id)
        OR (SELECT COUNT(*) FROM credit_note_line WHERE credit_note_id = NEW.credit_note_id)
          >= (SELECT line_count FROM credit_note WHERE id = NEW.credit_note_id)
        OR NEW.amount_cents
          + (SELECT COALESCE(SUM(amount_cents), 0) FROM credit_note_line WHERE credit_note_id = NEW.credit_note_id)
          > (SELECT total_cents FROM credit_note WHERE id = NEW.credit_note_id)
        """,
      saying: "the lines of a credit note are those that it was issued with"),
  ]

  static let states: [MigrationStep] = [
    .refuse(
      "invoice_steps", on: "invoice", .update,
      when: """
        NEW.status <> OLD.status AND NOT (
          (OLD.status = 'draft' AND NEW.status IN ('issued', 'cancelled', 'entered-in-error'))
          OR (OLD.status = 'issued' AND NEW.status IN ('balanced', 'cancelled', 'entered-in-error'))
          OR (OLD.status = 'balanced' AND NEW.status = 'cancelled'))
        """,
      saying: "an invoice does not go from that state to this one"),
    .refuse(
      "invoice_gapless", on: "invoice", .update,
      when: """
        OLD.number IS NULL AND NEW.number > 1 + (SELECT COALESCE(MAX(number), 0) FROM invoice
          WHERE hospital_id = NEW.hospital_id AND year = NEW.year)
        """,
      saying: "invoices are numbered without gaps"),
    .refuse(
      "invoice_issued_is_fixed", on: "invoice", .update,
      when: """
        OLD.number IS NOT NULL AND (NEW.number IS NOT OLD.number OR NEW.year IS NOT OLD.year
          OR NEW.issued_at IS NOT OLD.issued_at OR NEW.due_on IS NOT OLD.due_on)
        """,
      saying: "number and dates of an issued invoice are frozen"),
    .refuse(
      "invoice_with_lines", on: "invoice", .update,
      when: """
        OLD.status = 'draft' AND NEW.status = 'issued'
        AND NOT EXISTS (SELECT 1 FROM invoice_line WHERE invoice_id = NEW.id)
        """,
      saying: "an invoice without lines is not issued"),
    .refuse(
      "invoice_cancelled_by_credit", on: "invoice", .update,
      when: """
        OLD.status IN ('issued', 'balanced') AND NEW.status = 'cancelled'
        AND (SELECT COALESCE(SUM(quantity * unit_cents - discount_cents + tax_cents), 0) FROM invoice_line
             WHERE invoice_id = NEW.id)
          <> (SELECT COALESCE(SUM(total_cents), 0) FROM credit_note WHERE invoice_id = NEW.id)
        """,
      saying: "an issued invoice is taken back by a credit note"),
  ]

  /// An invoice is unpaid while what credit notes left of it is more than what was paid.
  static let openItems: [MigrationStep] = [
    .define("DROP VIEW open_item"),
    .view(name: "open_item") { _ in
      """
      \(CheckOutSchema.papers(unpaid: "\(net) > \(CheckOutSchema.paid)"))
      UNION ALL SELECT admission_id, 'charge', id FROM charge WHERE NOT \(ChargeSchema.isFixed("charge.id"))
      """
    },
  ]

  /// What an invoice comes to, credit notes taken off.
  static let net = """
    (\(CheckOutSchema.total(" + tax_cents"))
      - (SELECT COALESCE(SUM(total_cents), 0) FROM credit_note WHERE credit_note.invoice_id = invoice.id))
    """
}

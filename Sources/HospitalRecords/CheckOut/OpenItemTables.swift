import DatabaseKit

extension CheckOutSchema {
  /// What is open, in one place for the screen and for the guard of the close; and what was set aside of it.
  static let openItems: [MigrationStep] = [
    .view(name: "open_item") { _ in papers() },
    .define(
      """
      CREATE TABLE waiver (
        id TEXT NOT NULL PRIMARY KEY,
        admission_id TEXT NOT NULL REFERENCES admission (id),
        kind TEXT NOT NULL CHECK (\(Check.oneOf("kind", ["prescription", "charge", "draft-invoice", "unpaid-invoice"]))),
        item_id TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (\(Check.said("reason", atMost: 2000))),
        waived_at BIGINT NOT NULL,
        waived_by TEXT NOT NULL REFERENCES account (id),
        withdrawn_at BIGINT,
        withdrawn_by TEXT REFERENCES account (id),
        CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
      """),
    .define("CREATE UNIQUE INDEX waiver_one ON waiver (admission_id, kind, item_id) WHERE withdrawn_at IS NULL"),
    .keepForEver(table: "waiver"),
    .refuse(
      "waiver_of_open_item", on: "waiver", .insert,
      when: """
        NOT EXISTS (SELECT 1 FROM open_item WHERE admission_id = NEW.admission_id AND kind = NEW.kind
          AND item_id = NEW.item_id)
        """,
      saying: "only what is open is waived"),
    .refuse(
      "waiver_only_withdrawn", on: "waiver", .update,
      when: """
        OLD.withdrawn_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.admission_id IS NOT OLD.admission_id
        OR NEW.kind IS NOT OLD.kind OR NEW.item_id IS NOT OLD.item_id OR NEW.reason IS NOT OLD.reason
        OR NEW.waived_at IS NOT OLD.waived_at OR NEW.waived_by IS NOT OLD.waived_by
        """,
      saying: "a waiver is withdrawn, and never changed"),
    .refuse(
      "waiver_of_closed_stay", on: "waiver", .update,
      when: "EXISTS (SELECT 1 FROM admission WHERE id = NEW.admission_id AND status = 'completed')",
      saying: "the account is closed: its waivers stand"),
  ]

  /// Prescriptions and invoices of a stay that nobody has dealt with. What was cancelled is not among them.
  ///
  /// - Parameter unpaid: the condition that an issued invoice is not wholly paid.
  static func papers(unpaid: String = "\(total("")) > \(paid)") -> String {
    """
    SELECT admission_id, 'prescription' AS kind, id AS item_id FROM prescription
      WHERE admission_id IS NOT NULL AND status IN ('draft', 'active', 'on-hold')
    UNION ALL SELECT admission_id, 'draft-invoice', id FROM invoice
      WHERE admission_id IS NOT NULL AND status = 'draft'
    UNION ALL SELECT admission_id, 'unpaid-invoice', id FROM invoice
      WHERE admission_id IS NOT NULL AND status = 'issued' AND \(unpaid)
    """
  }

  /// What the lines of an invoice come to, and what else is added to each of them.
  static func total(_ more: String) -> String {
    """
    (SELECT COALESCE(SUM(quantity * unit_cents - discount_cents\(more)), 0) FROM invoice_line
     WHERE invoice_line.invoice_id = invoice.id)
    """
  }

  /// What was paid on an invoice.
  static let paid =
    "(SELECT COALESCE(SUM(amount_cents), 0) FROM payment WHERE payment.invoice_id = invoice.id)"

  /// The condition that something of an admission is open and not waived.
  static func isOpen(_ admission: String) -> String {
    """
    EXISTS (SELECT 1 FROM open_item WHERE open_item.admission_id = \(admission)
      AND NOT EXISTS (SELECT 1 FROM waiver WHERE waiver.admission_id = open_item.admission_id
        AND waiver.kind = open_item.kind AND waiver.item_id = open_item.item_id AND waiver.withdrawn_at IS NULL))
    """
  }
}

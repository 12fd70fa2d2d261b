import DatabaseKit

extension Migration {
  /// Shifts at the till, what is kept for patients, its use and its refund. Payments know their shift.
  static let cash = Migration(
    "2026-11-cash",
    CashSchema.shifts + CashSchema.payments + CashSchema.credits + CashSchema.refunds + CashSchema.openItems)
}

/// Money: taken in, kept, used and given back. None of it is ever changed.
enum CashSchema {
  static let shifts: [MigrationStep] = [
    .define(
      """
      CREATE TABLE cash_shift (
        id TEXT NOT NULL PRIMARY KEY,
        hospital_id TEXT NOT NULL REFERENCES hospital (id),
        account_id TEXT NOT NULL REFERENCES account (id),
        opened_at BIGINT NOT NULL,
        float_cents BIGINT NOT NULL CHECK (float_cents >= 0),
        closed_at BIGINT,
        counted_cents BIGINT CHECK (counted_cents >= 0),
        expected_cents BIGINT,
        explanation TEXT NOT NULL,
        CHECK ((closed_at IS NULL) = (counted_cents IS NULL) AND (closed_at IS NULL) = (expected_cents IS NULL)),
        CHECK (counted_cents IS NULL OR counted_cents = expected_cents OR \(Check.said("explanation", atMost: 2000))))
      """),
    .define("CREATE UNIQUE INDEX cash_shift_one_open ON cash_shift (account_id) WHERE closed_at IS NULL"),
    .define("CREATE INDEX cash_shift_by_close ON cash_shift (hospital_id, closed_at)"),
    .keepForEver(table: "cash_shift"),
    .refuse(
      "cash_shift_only_closed", on: "cash_shift", .update,
      when: """
        OLD.closed_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.hospital_id IS NOT OLD.hospital_id
        OR NEW.account_id IS NOT OLD.account_id OR NEW.opened_at IS NOT OLD.opened_at
        OR NEW.float_cents IS NOT OLD.float_cents
        """,
      saying: "a shift is closed, and never changed"),
  ]

  static let payments: [MigrationStep] = [
    .define("ALTER TABLE payment ADD COLUMN shift_id TEXT REFERENCES cash_shift (id)"),
    .define(
      "ALTER TABLE payment ADD COLUMN tendered_cents BIGINT CHECK (tendered_cents IS NULL OR tendered_cents >= amount_cents)"
    ),
    .define("CREATE INDEX payment_by_shift ON payment (shift_id) WHERE shift_id IS NOT NULL"),
    inOpenShift("payment"),
    .refuse(
      "payment_of_issued", on: "payment", .insert,
      when: "NOT EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND status = 'issued')",
      saying: "only an invoice that was issued and is not paid is paid"),
    .refuse(
      "payment_within", on: "payment", .insert,
      when: "NEW.amount_cents > (SELECT \(net) - \(paid) FROM invoice WHERE invoice.id = NEW.invoice_id)",
      saying: "what is more than due is kept as credit"),
  ]

  static let credits: [MigrationStep] = [
    .define(
      """
      CREATE TABLE patient_credit (
        id TEXT NOT NULL PRIMARY KEY,
        hospital_id TEXT NOT NULL REFERENCES hospital (id),
        patient_id TEXT NOT NULL REFERENCES patient (id),
        kind TEXT NOT NULL CHECK (\(Check.oneOf("kind", ["deposit", "overpayment", "credit-note"]))),
        method TEXT CHECK (\(Check.oneOf("method", ["cash", "card", "transfer", "insurer"]))),
        amount_cents BIGINT NOT NULL CHECK (amount_cents > 0),
        reference TEXT NOT NULL,
        invoice_id TEXT REFERENCES invoice (id),
        shift_id TEXT REFERENCES cash_shift (id),
        received_at BIGINT NOT NULL,
        received_by TEXT NOT NULL REFERENCES account (id),
        CHECK ((kind = 'deposit') = (invoice_id IS NULL)),
        CHECK ((kind = 'credit-note') = (method IS NULL)))
      """),
    .define("CREATE INDEX patient_credit_by_patient ON patient_credit (patient_id)"),
    .define("CREATE INDEX patient_credit_by_invoice ON patient_credit (invoice_id) WHERE invoice_id IS NOT NULL"),
    .define("CREATE INDEX patient_credit_by_shift ON patient_credit (shift_id) WHERE shift_id IS NOT NULL"),
    .appendOnly(table: "patient_credit"),
    inOpenShift("patient_credit"),
    .define(
      """
      CREATE TABLE credit_use (
        id TEXT NOT NULL PRIMARY KEY,
        patient_id TEXT NOT NULL REFERENCES patient (id),
        invoice_id TEXT NOT NULL REFERENCES invoice (id),
        amount_cents BIGINT NOT NULL CHECK (amount_cents > 0),
        used_at BIGINT NOT NULL,
        used_by TEXT NOT NULL REFERENCES account (id))
      """),
    .define("CREATE INDEX credit_use_by_patient ON credit_use (patient_id)"),
    .define("CREATE INDEX credit_use_by_invoice ON credit_use (invoice_id)"),
    .appendOnly(table: "credit_use"),
    .refuse(
      "patient_credit_of_credited", on: "patient_credit", .insert,
      when: """
        NEW.kind = 'credit-note'
        AND NEW.amount_cents > (SELECT \(paid) - \(net) FROM invoice WHERE invoice.id = NEW.invoice_id)
        """,
      saying: "only what is paid beyond a credit note is kept"),
  ]

  static let refunds: [MigrationStep] = [
    .define(
      """
      CREATE TABLE refund (
        id TEXT NOT NULL PRIMARY KEY,
        hospital_id TEXT NOT NULL REFERENCES hospital (id),
        patient_id TEXT NOT NULL REFERENCES patient (id),
        amount_cents BIGINT NOT NULL CHECK (amount_cents > 0),
        method TEXT NOT NULL CHECK (\(Check.oneOf("method", ["cash", "card", "transfer"]))),
        reason TEXT NOT NULL CHECK (\(Check.said("reason", atMost: 2000))),
        requested_at BIGINT NOT NULL,
        requested_by TEXT NOT NULL REFERENCES account (id),
        decision TEXT CHECK (\(Check.oneOf("decision", ["approved", "declined"]))),
        decided_at BIGINT,
        decided_by TEXT REFERENCES account (id),
        decision_reason TEXT,
        paid_at BIGINT,
        paid_by TEXT REFERENCES account (id),
        reference TEXT,
        shift_id TEXT REFERENCES cash_shift (id),
        CHECK (decided_by IS NULL OR decided_by <> requested_by),
        CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
        CHECK (paid_at IS NULL OR (decision = 'approved' AND paid_by IS NOT NULL)))
      """),
    .define("CREATE INDEX refund_by_patient ON refund (patient_id)"),
    .define("CREATE INDEX refund_open ON refund (hospital_id, requested_at) WHERE paid_at IS NULL"),
    .define("CREATE INDEX refund_by_shift ON refund (shift_id) WHERE shift_id IS NOT NULL"),
    .keepForEver(table: "refund"),
    .refuse(
      "refund_begins_undecided", on: "refund", .insert, when: "NEW.decision IS NOT NULL OR NEW.paid_at IS NOT NULL",
      saying: "a refund is asked for before it is decided"),
    .refuse(
      "refund_only_goes_on", on: "refund", .update,
      when: """
        OLD.paid_at IS NOT NULL OR OLD.decision = 'declined' OR NEW.id IS NOT OLD.id
        OR NEW.patient_id IS NOT OLD.patient_id OR NEW.amount_cents IS NOT OLD.amount_cents
        OR NEW.method IS NOT OLD.method OR NEW.reason IS NOT OLD.reason OR NEW.requested_by IS NOT OLD.requested_by
        OR NEW.requested_at IS NOT OLD.requested_at
        OR (OLD.decision IS NULL AND NEW.paid_at IS NOT NULL)
        OR (OLD.decision IS NOT NULL AND (NEW.decision IS NOT OLD.decision OR NEW.decided_by IS NOT OLD.decided_by
          OR NEW.decided_at IS NOT OLD.decided_at))
        """,
      saying: "a refund is decided, then paid, and never changed"),
    .refuse(
      "refund_within", on: "refund", .insert, when: "NEW.amount_cents > \(kept("NEW.patient_id"))",
      saying: "no more is given back than is kept for the patient"),
    .refuse(
      "credit_use_within", on: "credit_use", .insert, when: "NEW.amount_cents > \(kept("NEW.patient_id"))",
      saying: "no more is used than is kept for the patient"),
    .refuse(
      "credit_use_of_issued", on: "credit_use", .insert,
      when: """
        NOT EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND status = 'issued')
        OR NEW.amount_cents > (SELECT \(net) - \(paid) FROM invoice WHERE invoice.id = NEW.invoice_id)
        """,
      saying: "credit is used on what is due of an issued invoice"),
    .refuse(
      "cash_shift_closed_as_counted", on: "cash_shift", .update,
      when: "NEW.closed_at IS NOT NULL AND NEW.expected_cents <> NEW.float_cents + \(cash("NEW.id"))",
      saying: "what is expected in the till is the float, and what came in and went out"),
  ]

  static let openItems: [MigrationStep] = [
    .define("DROP VIEW open_item"),
    .view(name: "open_item") { _ in
      """
      \(CheckOutSchema.papers(unpaid: "\(net) > \(paid)"))
      UNION ALL SELECT admission_id, 'charge', id FROM charge WHERE NOT \(ChargeSchema.isFixed("charge.id"))
      """
    },
  ]

  /// Money of a shift that is not open, or of somebody else's, is refused.
  private static func inOpenShift(_ table: String) -> MigrationStep {
    .refuse(
      "\(table)_in_open_shift", on: table, .insert,
      when: """
        NEW.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cash_shift WHERE id = NEW.shift_id AND closed_at IS NULL
          AND account_id = NEW.received_by)
        """,
      saying: "money is taken in one's own open shift")
  }

  /// What an invoice comes to, credit notes taken off.
  static let net = CreditNoteSchema.net

  /// What was paid on an invoice: payments and credit used, less what went back to the patient's credit.
  static let paid = """
    ((SELECT COALESCE(SUM(amount_cents), 0) FROM payment WHERE payment.invoice_id = invoice.id)
      + (SELECT COALESCE(SUM(amount_cents), 0) FROM credit_use WHERE credit_use.invoice_id = invoice.id)
      - (SELECT COALESCE(SUM(amount_cents), 0) FROM patient_credit
         WHERE patient_credit.invoice_id = invoice.id AND patient_credit.kind = 'credit-note'))
    """

  /// What is kept for a patient and promised to nobody.
  static func kept(_ patient: String) -> String {
    """
    ((SELECT COALESCE(SUM(amount_cents), 0) FROM patient_credit WHERE patient_id = \(patient))
      - (SELECT COALESCE(SUM(amount_cents), 0) FROM credit_use WHERE patient_id = \(patient))
      - (SELECT COALESCE(SUM(amount_cents), 0) FROM refund
         WHERE patient_id = \(patient) AND (decision IS NULL OR decision = 'approved')))
    """
  }

  /// The cash that came in and went out in a shift.
  static func cash(_ shift: String) -> String { "(\(cashIn(shift)) - \(cashOut(shift)))" }

  /// The cash that was taken in a shift.
  static func cashIn(_ shift: String) -> String {
    """
    ((SELECT COALESCE(SUM(amount_cents), 0) FROM payment WHERE shift_id = \(shift) AND method = 'cash')
      + (SELECT COALESCE(SUM(amount_cents), 0) FROM patient_credit WHERE shift_id = \(shift) AND method = 'cash'))
    """
  }

  /// The cash that was paid out in a shift.
  static func cashOut(_ shift: String) -> String {
    "(SELECT COALESCE(SUM(amount_cents), 0) FROM refund WHERE shift_id = \(shift) AND method = 'cash')"
  }
}

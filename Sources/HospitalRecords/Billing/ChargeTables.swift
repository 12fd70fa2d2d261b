import DatabaseKit

extension Migration {
  /// The price list, what is charged to stays, discounts, tax and insurers' shares (I1).
  static let charges = Migration(
    "2026-11-charges",
    ChargeSchema.prices + ChargeSchema.rates + ChargeSchema.charges + ChargeSchema.discounts + ChargeSchema.lines
      + ChargeSchema.openItems)
}

/// Prices and charges. Neither is ever changed: a price is followed by another, a charge is discounted or cancelled.
enum ChargeSchema {
  private static let categories = [
    "room", "consultation", "procedure", "laboratory", "imaging", "medication", "supply", "other",
  ]

  static let prices: [MigrationStep] = [
    .define(
      """
      CREATE TABLE price (
        id TEXT NOT NULL PRIMARY KEY,
        hospital_id TEXT NOT NULL REFERENCES hospital (id),
        code TEXT NOT NULL CHECK (\(Check.said("code", atMost: 40))),
        item TEXT NOT NULL CHECK (\(Check.said("item", atMost: 400))),
        category TEXT NOT NULL CHECK (\(Check.oneOf("category", categories))),
        unit_cents BIGINT CHECK (unit_cents BETWEEN 0 AND 100000000),
        valid_from TEXT NOT NULL CHECK (\(Check.date("valid_from"))),
        reason TEXT NOT NULL,
        set_at BIGINT NOT NULL,
        set_by TEXT NOT NULL REFERENCES account (id))
      """),
    .define("CREATE INDEX price_by_code ON price (hospital_id, code, valid_from)"),
    .appendOnly(table: "price"),
  ]

  /// The tax (kind `tax`, no name) and what insurers pay (kind `insurer`, the insurer's name), in hundredths of a percent.
  static let rates: [MigrationStep] = [
    .define(
      """
      CREATE TABLE billing_rate (
        id TEXT NOT NULL PRIMARY KEY,
        hospital_id TEXT NOT NULL REFERENCES hospital (id),
        kind TEXT NOT NULL CHECK (\(Check.oneOf("kind", ["tax", "insurer"]))),
        name TEXT NOT NULL,
        basis_points INTEGER NOT NULL CHECK (basis_points BETWEEN 0 AND 10000),
        set_at BIGINT NOT NULL,
        set_by TEXT NOT NULL REFERENCES account (id),
        CHECK ((kind = 'tax') = (name = '')))
      """),
    .define("CREATE INDEX billing_rate_by_name ON billing_rate (hospital_id, kind, name, set_at)"),
    .appendOnly(table: "billing_rate"),
  ]

  static let charges: [MigrationStep] = [
    .define(
      """
      CREATE TABLE charge (
        id TEXT NOT NULL PRIMARY KEY,
        admission_id TEXT NOT NULL REFERENCES admission (id),
        served_on TEXT NOT NULL CHECK (\(Check.date("served_on"))),
        code TEXT NOT NULL CHECK (\(Check.said("code", atMost: 40))),
        item TEXT NOT NULL CHECK (\(Check.said("item", atMost: 400))),
        category TEXT NOT NULL CHECK (\(Check.oneOf("category", categories))),
        quantity BIGINT NOT NULL CHECK (quantity BETWEEN 1 AND 999),
        unit_cents BIGINT NOT NULL CHECK (unit_cents BETWEEN 0 AND 100000000),
        stay_id TEXT REFERENCES stay (id),
        first_night INTEGER CHECK (first_night >= 0),
        recorded_at BIGINT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES account (id),
        CHECK ((stay_id IS NULL) = (first_night IS NULL)),
        CHECK ((stay_id IS NULL) = (category <> 'room')))
      """),
    .define("CREATE INDEX charge_by_admission ON charge (admission_id)"),
    .define("CREATE INDEX charge_by_stay ON charge (stay_id) WHERE stay_id IS NOT NULL"),
    .appendOnly(table: "charge"),
    .refuse(
      "charge_night_once", on: "charge", .insert,
      when: """
        NEW.stay_id IS NOT NULL AND EXISTS (SELECT 1 FROM charge AS other WHERE other.stay_id = NEW.stay_id
          AND other.first_night < NEW.first_night + NEW.quantity AND NEW.first_night < other.first_night + other.quantity)
        """,
      saying: "a night is charged once"),
    .refuse(
      "charge_to_open_account", on: "charge", .insert,
      when: """
        EXISTS (SELECT 1 FROM admission WHERE id = NEW.admission_id
          AND status IN ('completed', 'cancelled', 'entered-in-error'))
        """,
      saying: "nothing is charged to a stay whose account is closed"),
  ]

  static let discounts: [MigrationStep] = [
    .define(
      """
      CREATE TABLE charge_discount (
        id TEXT NOT NULL PRIMARY KEY,
        charge_id TEXT NOT NULL REFERENCES charge (id),
        amount_cents BIGINT NOT NULL CHECK (amount_cents > 0),
        reason TEXT NOT NULL CHECK (\(Check.said("reason", atMost: 2000))),
        given_at BIGINT NOT NULL,
        given_by TEXT NOT NULL REFERENCES account (id))
      """),
    .define("CREATE INDEX charge_discount_by_charge ON charge_discount (charge_id)"),
    .appendOnly(table: "charge_discount"),
    .define(
      """
      CREATE TABLE charge_cancellation (
        charge_id TEXT NOT NULL PRIMARY KEY REFERENCES charge (id),
        reason TEXT NOT NULL CHECK (\(Check.said("reason", atMost: 2000))),
        cancelled_at BIGINT NOT NULL,
        cancelled_by TEXT NOT NULL REFERENCES account (id))
      """),
    .appendOnly(table: "charge_cancellation"),
    .refuse(
      "charge_discount_within", on: "charge_discount", .insert,
      when: """
        NEW.amount_cents + (SELECT COALESCE(SUM(amount_cents), 0) FROM charge_discount WHERE charge_id = NEW.charge_id)
          > (SELECT quantity * unit_cents FROM charge WHERE id = NEW.charge_id)
        """,
      saying: "a discount is not more than the charge"),
    .refuse(
      "charge_discount_unbilled", on: "charge_discount", .insert, when: isFixed("NEW.charge_id"),
      saying: "what is on an invoice or cancelled takes no discount"),
    .refuse(
      "charge_cancelled_unbilled", on: "charge_cancellation", .insert,
      when:
        "\(isBilled("NEW.charge_id")) OR EXISTS (SELECT 1 FROM charge WHERE id = NEW.charge_id AND stay_id IS NOT NULL)",
      saying: "what is on an invoice, and a night that was spent, is not cancelled"),
  ]

  /// A line may be of a charge, with its tax and what the insurer pays of it.
  static let lines: [MigrationStep] = [
    .define("ALTER TABLE invoice_line ADD COLUMN charge_id TEXT REFERENCES charge (id)"),
    .define("ALTER TABLE invoice_line ADD COLUMN tax_cents BIGINT NOT NULL DEFAULT 0 CHECK (tax_cents >= 0)"),
    .define("ALTER TABLE invoice_line ADD COLUMN insurer_cents BIGINT NOT NULL DEFAULT 0 CHECK (insurer_cents >= 0)"),
    .define("CREATE INDEX invoice_line_by_charge ON invoice_line (charge_id) WHERE charge_id IS NOT NULL"),
    .refuse(
      "invoice_line_insurer_within", on: "invoice_line", .insert,
      when: """
        NEW.insurer_cents > 0
        AND NEW.insurer_cents > NEW.quantity * NEW.unit_cents - NEW.discount_cents + NEW.tax_cents
        """,
      saying: "an insurer does not pay more than the line"),
    .refuse(
      "invoice_line_charge_once", on: "invoice_line", .insert,
      when: "NEW.charge_id IS NOT NULL AND (\(isFixed("NEW.charge_id")))",
      saying: "a charge stands on one invoice, and a cancelled one on none"),
    .refuse(
      "invoice_line_as_charged", on: "invoice_line", .insert,
      when: """
        NEW.charge_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM charge WHERE id = NEW.charge_id AND code = NEW.code
          AND quantity = NEW.quantity AND unit_cents = NEW.unit_cents AND NEW.discount_cents
            = (SELECT COALESCE(SUM(amount_cents), 0) FROM charge_discount WHERE charge_id = NEW.charge_id))
        """,
      saying: "a line says what was charged"),
  ]

  static let openItems: [MigrationStep] = [
    .define("DROP VIEW open_item"),
    .view(name: "open_item") { _ in
      """
      \(CheckOutSchema.papers(unpaid: "\(CheckOutSchema.total(" + tax_cents")) > \(CheckOutSchema.paid)"))
      UNION ALL SELECT admission_id, 'charge', id FROM charge WHERE NOT \(isFixed("charge.id"))
      """
    },
  ]

  /// The condition that a charge stands on an invoice that counts.
  static func isBilled(_ charge: String) -> String {
    """
    EXISTS (SELECT 1 FROM invoice_line AS billed JOIN invoice AS billing ON billing.id = billed.invoice_id
      WHERE billed.charge_id = \(charge) AND billing.status IN ('draft', 'issued', 'balanced'))
    """
  }

  /// The condition that a charge is billed or cancelled.
  static func isFixed(_ charge: String) -> String {
    """
    (\(isBilled(charge)) OR EXISTS (SELECT 1 FROM charge_cancellation AS gone WHERE gone.charge_id = \(charge)))
    """
  }
}

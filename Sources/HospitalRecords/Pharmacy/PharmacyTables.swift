import DatabaseKit

extension Migration {
  /// Pharmacies and the medications they keep (B7, M5); a patient names the pharmacy that prescriptions go to.
  static let pharmacies = Migration(
    "2026-11-pharmacies",
    MigrationStep.versionedTable(
      "pharmacy",
      fixed: [("number", "BIGINT NOT NULL UNIQUE CHECK (number > 0)")],
      columns: [
        ("name", "TEXT NOT NULL CHECK (\(Check.said("name")))"),
        ("address", "TEXT NOT NULL"),
        ("telephone", "TEXT NOT NULL"),
        ("closed_at", "BIGINT"),
      ]) + [
        .define(
          """
          CREATE TABLE medication (
            id TEXT NOT NULL PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL CHECK (\(Check.said("name"))),
            strength TEXT NOT NULL,
            form TEXT NOT NULL,
            unit_price_cents BIGINT NOT NULL CHECK (unit_price_cents >= 0),
            is_controlled INTEGER NOT NULL CHECK (\(Check.flag("is_controlled"))))
          """),
        .define(
          """
          CREATE TABLE stock_lot (
            id TEXT NOT NULL PRIMARY KEY,
            pharmacy_id TEXT NOT NULL REFERENCES pharmacy (id),
            medication_id TEXT NOT NULL REFERENCES medication (id),
            lot TEXT NOT NULL,
            expires_on TEXT NOT NULL CHECK (\(Check.date("expires_on"))),
            quantity BIGINT NOT NULL CHECK (quantity >= 0),
            UNIQUE (pharmacy_id, medication_id, lot))
          """),
        .define("CREATE INDEX stock_lot_first_to_expire ON stock_lot (medication_id, pharmacy_id, expires_on)"),
      ])
}

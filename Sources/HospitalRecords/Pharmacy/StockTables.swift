import DatabaseKit

extension Migration {
  /// Supplies beside the medications, and the ledger that the level of every lot is the sum of (M4, M5).
  static let stockLedger = Migration(
    "2026-11-stock-ledger",
    StockSchema.supplies + StockSchema.lots + StockSchema.movements + StockSchema.lotGuards + StockSchema.opening)
}

/// Lots and their movements. A movement is never changed; a lot is changed by its movements alone.
enum StockSchema {
  static let supplies =
    MigrationStep.versionedTable(
      "supply",
      fixed: [("code", "TEXT NOT NULL UNIQUE CHECK (\(Check.said("code", atMost: 40)))")],
      columns: [
        ("name", "TEXT NOT NULL CHECK (\(Check.said("name", atMost: 400)))"),
        ("unit", "TEXT NOT NULL CHECK (\(Check.said("unit", atMost: 40)))"),
        ("unit_price_cents", "BIGINT NOT NULL CHECK (unit_price_cents BETWEEN 0 AND 100000000)"),
        ("retired_at", "BIGINT"),
      ]) + [
      .neverReplaced("supply", keys: [.key("id"), .key("code")], changing: []),
      .neverReplaced("supply_version", keys: [.key("supply_id", "version")], changing: nil),
    ]

  static let lots: [MigrationStep] = [
    .define("DROP INDEX stock_lot_first_to_expire"),
    .define("ALTER TABLE stock_lot RENAME TO stock_lot_before_ledger"),
    .define(
      """
      CREATE TABLE stock_lot (
        id TEXT NOT NULL PRIMARY KEY,
        pharmacy_id TEXT NOT NULL REFERENCES pharmacy (id),
        medication_id TEXT REFERENCES medication (id),
        supply_id TEXT REFERENCES supply (id),
        lot TEXT NOT NULL CHECK (\(Check.said("lot", atMost: 40))),
        expires_on TEXT NOT NULL CHECK (\(Check.date("expires_on"))),
        shelf TEXT NOT NULL CHECK (length(shelf) <= 40),
        quantity BIGINT NOT NULL CHECK (quantity >= 0),
        CHECK ((medication_id IS NULL) <> (supply_id IS NULL)),
        UNIQUE (pharmacy_id, medication_id, lot, expires_on),
        UNIQUE (pharmacy_id, supply_id, lot, expires_on))
      """),
    .define(
      """
      INSERT INTO stock_lot (id, pharmacy_id, medication_id, supply_id, lot, expires_on, shelf, quantity)
      SELECT id, pharmacy_id, medication_id, NULL, CASE WHEN \(Check.said("lot", atMost: 40)) THEN lot ELSE 'lot ' || substr(id, 1, 36) END, expires_on, '', 0
      FROM stock_lot_before_ledger
      """),
    .define(
      """
      CREATE INDEX stock_lot_first_to_expire ON stock_lot (medication_id, pharmacy_id, expires_on) WHERE quantity > 0
      """),
    .define(
      "CREATE INDEX stock_lot_of_supply ON stock_lot (supply_id, pharmacy_id, expires_on) WHERE quantity > 0"),
    .define("CREATE INDEX stock_lot_by_expiry ON stock_lot (expires_on) WHERE quantity > 0"),
  ]

  static let lotGuards: [MigrationStep] = [
    .keepForEver(table: "stock_lot"),
    .neverReplaced(
      "stock_lot",
      keys: [
        .key("id"), .key("pharmacy_id", "medication_id", "lot", "expires_on"),
        .key("pharmacy_id", "supply_id", "lot", "expires_on"),
      ], changing: []),
    .refuse(
      "stock_lot_fixed", on: "stock_lot", .update,
      when: ["id", "pharmacy_id", "medication_id", "supply_id", "lot", "expires_on"]
        .map { "NEW.\($0) IS NOT OLD.\($0)" }.joined(separator: " OR "),
      saying: "what names a lot never changes: write it off, and receive it anew"),
    .refuse(
      "stock_lot_begins_empty", on: "stock_lot", .insert, when: "NEW.quantity <> 0",
      saying: "a lot begins empty: a movement fills it"),
    .refuse(
      "stock_lot_follows_ledger", on: "stock_lot", .update,
      when: """
        NEW.quantity IS NOT COALESCE(\(last("level", of: "NEW.id")), 0)
        OR NEW.shelf IS NOT COALESCE(\(last("shelf", of: "NEW.id")), OLD.shelf)
        """,
      saying: "the level of a lot is changed by a movement alone"),
  ]

  /// What there was before the ledger, as the first movement of its lot.
  static let opening: [MigrationStep] = [
    .spelled { dialect in
      """
      INSERT INTO stock_movement (id, lot_id, position, kind, change, level, shelf, reason, moved_on, moved_at, moved_by)
      SELECT 'opening-' || former.id, former.id, 1, 'opening', former.quantity, former.quantity, '',
        'in stock when the ledger began', \(dialect.date(ofMilliseconds: dialect.nowMilliseconds)), \(dialect.nowMilliseconds), pharmacy.recorded_by
      FROM stock_lot_before_ledger AS former JOIN pharmacy ON pharmacy.id = former.pharmacy_id
      WHERE former.quantity > 0
      """
    },
    .define("DROP TABLE stock_lot_before_ledger"),
  ]

  /// The value of a column of the last movement of a lot.
  static func last(_ column: String, of lot: String) -> String {
    "(SELECT \(column) FROM stock_movement WHERE lot_id = \(lot) ORDER BY position DESC LIMIT 1)"
  }
}

import DatabaseKit

extension Migration {
  /// The history of what a pharmacy keeps comes of its changes alone (B10), and a pharmacy closes when nothing of it is left
  /// behind.
  static let stockHistories = Migration(
    "2026-11-stock-histories",
    ["medication", "supply", "supplier", "purchase_order", "stock_minimum", "pharmacy_task"]
      .flatMap(MigrationStep.historyOfChanges) + [
        .refuse(
          "pharmacy_closes_empty", on: "pharmacy", .update,
          when: """
            NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL AND
            (EXISTS (\(PharmacyDirectory.lots("NEW.id"))) OR EXISTS (\(PharmacyDirectory.orders("NEW.id")))
              OR EXISTS (\(PharmacyDirectory.prescriptions("NEW.id"))))
            """,
          saying: "a pharmacy closes when no prescription, stock or order of it is open"),
        .define("CREATE INDEX stock_lot_of_pharmacy ON stock_lot (pharmacy_id) WHERE quantity > 0"),
      ])

  /// Controlled drugs are counted and written off by two people; and lists of stock and orders hear of what changed.
  static let stockByTwo = Migration(
    "2026-11-stock-by-two",
    [
      .define("ALTER TABLE stock_movement ADD COLUMN second_by TEXT REFERENCES account (id)"),
      .refuse(
        "stock_movement_by_two", on: "stock_movement", .insert,
        when: """
          (NEW.second_by IS NOT NULL AND NEW.second_by = NEW.moved_by)
          OR (NEW.second_by IS NULL AND NEW.kind IN ('count', 'write-off', 'supplier-return') AND EXISTS (
            SELECT 1 FROM stock_lot JOIN medication ON medication.id = stock_lot.medication_id
            WHERE stock_lot.id = NEW.lot_id AND medication.is_controlled = 1))
          """,
        saying: "a controlled drug is counted and written off by two people"),
      .announce("stock", from: "stock_movement", keys: "SELECT ROW.lot_id AS key"),
      .announce("stock", from: "stock_minimum", keys: "SELECT ROW.id AS key"),
      .announce("stock", from: "purchase_order", keys: "SELECT ROW.id AS key"),
      .announce("stock", from: "purchase_order_line", keys: "SELECT ROW.order_id AS key"),
    ])
}

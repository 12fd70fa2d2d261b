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
}

import DatabaseKit
import HospitalDomain

extension Migration {
  /// Minimum levels, suppliers, and orders with the goods that came of them (M5).
  static let stockOrders = Migration(
    "2026-11-stock-orders", OrderSchema.minimums + OrderSchema.suppliers + OrderSchema.orders + OrderSchema.receipts)
}

enum OrderSchema {
  static let minimums: [MigrationStep] =
    MigrationStep.versionedTable(
      "stock_minimum",
      fixed: [
        ("pharmacy_id", "TEXT NOT NULL REFERENCES pharmacy (id)"),
        ("medication_id", "TEXT REFERENCES medication (id)"), ("supply_id", "TEXT REFERENCES supply (id)"),
      ],
      columns: [("minimum", "BIGINT NOT NULL CHECK (minimum BETWEEN 0 AND 100000)")],
      rules: [
        "CHECK ((medication_id IS NULL) <> (supply_id IS NULL))", "UNIQUE (pharmacy_id, medication_id)",
        "UNIQUE (pharmacy_id, supply_id)",
      ]) + [
      .neverReplaced(
        "stock_minimum",
        keys: [.key("id"), .key("pharmacy_id", "medication_id"), .key("pharmacy_id", "supply_id")], changing: []),
      .neverReplaced("stock_minimum_version", keys: [.key("stock_minimum_id", "version")], changing: nil),
      .define("CREATE INDEX stock_minimum_of_medication ON stock_minimum (medication_id, pharmacy_id)"),
    ]

  static let suppliers: [MigrationStep] =
    MigrationStep.versionedTable(
      "supplier", fixed: [("number", "BIGINT NOT NULL UNIQUE CHECK (number > 0)")],
      columns: [
        ("name", "TEXT NOT NULL CHECK (\(Check.said("name")))"), ("address", "TEXT NOT NULL"),
        ("telephone", "TEXT NOT NULL"), ("email", "TEXT NOT NULL"), ("retired_at", "BIGINT"),
      ]) + [
      .neverReplaced("supplier", keys: [.key("id"), .key("number")], changing: []),
      .neverReplaced("supplier_version", keys: [.key("supplier_id", "version")], changing: nil),
    ]

  static let orders: [MigrationStep] =
    MigrationStep.versionedTable(
      "purchase_order",
      fixed: [
        ("number", "BIGINT NOT NULL UNIQUE CHECK (number > 0)"),
        ("supplier_id", "TEXT NOT NULL REFERENCES supplier (id)"),
        ("pharmacy_id", "TEXT NOT NULL REFERENCES pharmacy (id)"), ("drawn_at", "BIGINT NOT NULL"),
      ],
      columns: [("status", "TEXT NOT NULL CHECK (\(Check.oneOf("status", OrderState.allCases.map(\.rawValue))))")])
    + [
      .neverReplaced("purchase_order", keys: [.key("id"), .key("number")], changing: []),
      .neverReplaced("purchase_order_version", keys: [.key("purchase_order_id", "version")], changing: nil),
      .define("CREATE INDEX purchase_order_by_time ON purchase_order (drawn_at)"),
      .define(
        """
        CREATE TABLE purchase_order_line (
          id TEXT NOT NULL PRIMARY KEY,
          order_id TEXT NOT NULL REFERENCES purchase_order (id),
          medication_id TEXT REFERENCES medication (id),
          supply_id TEXT REFERENCES supply (id),
          quantity BIGINT NOT NULL CHECK (quantity BETWEEN 1 AND 100000),
          unit_cents BIGINT NOT NULL CHECK (unit_cents BETWEEN 0 AND 100000000),
          added_at BIGINT NOT NULL,
          added_by TEXT NOT NULL REFERENCES account (id),
          removed_at BIGINT,
          removed_by TEXT REFERENCES account (id),
          CHECK ((medication_id IS NULL) <> (supply_id IS NULL)),
          CHECK ((removed_at IS NULL) = (removed_by IS NULL)))
        """),
      .define("CREATE INDEX purchase_order_line_of ON purchase_order_line (order_id)"),
      .keepForEver(table: "purchase_order_line"),
      .neverReplaced("purchase_order_line", keys: [.key("id")], changing: []),
      .refuse(
        "purchase_order_line_of_draft", on: "purchase_order_line", .insert, when: notDraft("NEW.order_id"),
        saying: "only a draft takes lines"),
      .refuse(
        "purchase_order_line_only_removed", on: "purchase_order_line", .update,
        when: """
          OLD.removed_at IS NOT NULL OR \(notDraft("NEW.order_id")) OR
          \(["id", "order_id", "medication_id", "supply_id", "quantity", "unit_cents", "added_at", "added_by"]
            .map { "NEW.\($0) IS NOT OLD.\($0)" }.joined(separator: " OR "))
          """,
        saying: "a line is taken off a draft, and never changed"),
      .refuse(
        "purchase_order_begins", on: "purchase_order", .insert, when: "NEW.status <> 'draft'",
        saying: "an order begins as a draft"),
      .refuse(
        "purchase_order_goes_on", on: "purchase_order", .update,
        when: "NOT (\(OrderState.allCases.map(follows).joined(separator: " OR ")))",
        saying: "an order is sent, received and closed, and never goes back"),
    ]

  static let receipts: [MigrationStep] = [
    .define("ALTER TABLE stock_movement ADD COLUMN order_line_id TEXT REFERENCES purchase_order_line (id)"),
    .define(
      """
      CREATE INDEX stock_movement_by_order ON stock_movement (order_line_id) WHERE order_line_id IS NOT NULL
      """),
    .refuse(
      "stock_movement_of_order", on: "stock_movement", .insert,
      when: """
        NEW.order_line_id IS NOT NULL AND (NEW.kind <> 'receipt' OR NOT EXISTS (
          SELECT 1 FROM purchase_order_line AS line JOIN purchase_order ON purchase_order.id = line.order_id
            JOIN stock_lot ON stock_lot.id = NEW.lot_id
          WHERE line.id = NEW.order_line_id AND line.removed_at IS NULL
            AND purchase_order.status IN ('sent', 'part-received')
            AND stock_lot.pharmacy_id = purchase_order.pharmacy_id
            AND COALESCE(stock_lot.medication_id, stock_lot.supply_id) = COALESCE(line.medication_id, line.supply_id)))
        """,
      saying: "goods of an order are what was ordered, where it was ordered for, once it was sent"),
    .refuse(
      "stock_movement_within_order", on: "stock_movement", .insert,
      when: """
        NEW.order_line_id IS NOT NULL AND NEW.change + \(received("NEW.order_line_id"))
          > (SELECT quantity FROM purchase_order_line WHERE id = NEW.order_line_id)
        """,
      saying: "no more of a line comes in than was ordered"),
    .refuse(
      "purchase_order_received", on: "purchase_order", .update,
      when: """
        NEW.status = 'received' AND EXISTS (SELECT 1 FROM purchase_order_line AS line
          WHERE line.order_id = NEW.id AND line.removed_at IS NULL AND line.quantity <> \(received("line.id")))
        """,
      saying: "an order is received when all of it has come"),
  ]

  private static func follows(_ state: OrderState) -> String {
    let next = ([state] + state.followers).map(\.rawValue)
    return "(OLD.status = '\(state.rawValue)' AND \(Check.oneOf("NEW.status", next)))"
  }

  private static func notDraft(_ order: String) -> String {
    "NOT EXISTS (SELECT 1 FROM purchase_order WHERE id = \(order) AND status = 'draft')"
  }

  /// How much of a line has come.
  static func received(_ line: String) -> String {
    "(SELECT COALESCE(SUM(change), 0) FROM stock_movement WHERE order_line_id = \(line))"
  }
}

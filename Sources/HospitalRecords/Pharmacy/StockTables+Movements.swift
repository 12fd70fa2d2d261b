import DatabaseKit
import HospitalDomain

extension StockSchema {
  /// The ledger. `position` counts the movements of a lot from 1, `level` and `shelf` are those after the movement.
  static let movements: [MigrationStep] = [
    .define(
      """
      CREATE TABLE stock_movement (
        id TEXT NOT NULL PRIMARY KEY,
        lot_id TEXT NOT NULL REFERENCES stock_lot (id),
        position INTEGER NOT NULL CHECK (position > 0),
        kind TEXT NOT NULL CHECK (\(Check.oneOf("kind", StockMovementKind.allCases.map(\.rawValue)))),
        change BIGINT NOT NULL CHECK (change BETWEEN -10000000 AND 10000000),
        level BIGINT NOT NULL CHECK (level >= 0),
        shelf TEXT NOT NULL CHECK (length(shelf) <= 40),
        reason TEXT NOT NULL CHECK (length(reason) <= 2000),
        prescription_item_id TEXT REFERENCES prescription_item (id),
        moved_with TEXT UNIQUE REFERENCES stock_movement (id),
        moved_on TEXT NOT NULL CHECK (\(Check.date("moved_on"))),
        moved_at BIGINT NOT NULL,
        moved_by TEXT NOT NULL REFERENCES account (id),
        UNIQUE (lot_id, position),
        CHECK (CASE kind WHEN 'count' THEN 1 WHEN 'shelved' THEN change = 0
          WHEN 'opening' THEN change > 0 AND position = 1 WHEN 'receipt' THEN change > 0 WHEN 'return' THEN change > 0
          WHEN 'transfer-in' THEN change > 0 ELSE change < 0 END),
        CHECK (\(Check.said("reason", atMost: 2000)) OR NOT (kind IN ('write-off', 'supplier-return')
          OR (kind = 'count' AND change <> 0))),
        CHECK ((kind IN ('dispense', 'return')) = (prescription_item_id IS NOT NULL)),
        CHECK ((kind = 'transfer-in') = (moved_with IS NOT NULL)))
      """),
    .define("CREATE INDEX stock_movement_by_day ON stock_movement (lot_id, moved_on)"),
    .define(
      """
      CREATE INDEX stock_movement_by_item ON stock_movement (prescription_item_id, lot_id)
      WHERE prescription_item_id IS NOT NULL
      """),
    .appendOnly(table: "stock_movement"),
    .neverReplaced(
      "stock_movement", keys: [.key("id"), .key("lot_id", "position"), .key("moved_with")], changing: nil),
    .consequence(
      "stock_movement_sets_level", ofRowsAddedTo: "stock_movement",
      "UPDATE stock_lot SET quantity = NEW.level, shelf = NEW.shelf WHERE id = NEW.lot_id"),
    .refuse(
      "stock_movement_in_step", on: "stock_movement", .insert,
      when: """
        NEW.level IS NOT COALESCE(\(last("level", of: "NEW.lot_id")), 0) + NEW.change
        OR NEW.position IS NOT COALESCE(\(last("position", of: "NEW.lot_id")), 0) + 1
        """,
      saying: "a movement goes on from the level of its lot"),
    .refuse(
      "stock_movement_not_of_expired", on: "stock_movement", .insert,
      when: """
        \(Check.oneOf("NEW.kind", StockMovementKind.allCases.filter { !$0.mayTouchExpired }.map(\.rawValue)))
        AND EXISTS (SELECT 1 FROM stock_lot WHERE id = NEW.lot_id AND expires_on < NEW.moved_on)
        """,
      saying: "an expired lot is counted, written off or sent back to the supplier, and nothing else"),
    .refuse(
      "stock_movement_on_its_day", on: "stock_movement", .insert,
      given: { dialect in
        """
        NEW.moved_on < \(dialect.date(ofMilliseconds: "NEW.moved_at - 86400000"))
        OR NEW.moved_on > \(dialect.date(ofMilliseconds: "NEW.moved_at + 86400000"))
        """
      }, saying: "the day of a movement is that of its time"),
    .refuse(
      "stock_movement_returns_no_more", on: "stock_movement", .insert,
      when: """
        NEW.kind = 'return' AND NEW.change + (SELECT COALESCE(SUM(change), 0) FROM stock_movement
          WHERE lot_id = NEW.lot_id AND prescription_item_id = NEW.prescription_item_id) > 0
        """,
      saying: "no more of a lot is put back than was dispensed of it"),
    .refuse(
      "stock_movement_of_pair", on: "stock_movement", .insert,
      when: """
        NEW.kind = 'transfer-in' AND NOT EXISTS (SELECT 1 FROM stock_movement AS sent
          JOIN stock_lot AS here ON here.id = sent.lot_id JOIN stock_lot AS there ON there.id = NEW.lot_id
          WHERE sent.id = NEW.moved_with AND sent.kind = 'transfer-out' AND sent.change = -NEW.change
          AND here.lot = there.lot AND here.expires_on = there.expires_on AND here.pharmacy_id <> there.pharmacy_id
          AND COALESCE(here.medication_id, here.supply_id) = COALESCE(there.medication_id, there.supply_id))
        """,
      saying: "what comes from another pharmacy is what that pharmacy sent"),
    .refuse(
      "stock_movement_at_open_pharmacy", on: "stock_movement", .insert,
      when: """
        NEW.kind IN ('receipt', 'dispense', 'issue', 'transfer-in') AND EXISTS (SELECT 1 FROM stock_lot
          JOIN pharmacy ON pharmacy.id = stock_lot.pharmacy_id
          WHERE stock_lot.id = NEW.lot_id AND pharmacy.closed_at IS NOT NULL)
        """,
      saying: "a pharmacy that has closed receives nothing and gives nothing out"),
  ]
}

import DatabaseKit

extension Migration {
  /// What was dispensed, put back and handed over (FHIR MedicationDispense, M4); append-only.
  static let dispenses = Migration(
    "2026-11-dispenses",
    DispenseSchema.dispenses + DispenseSchema.handovers + DispenseSchema.stages)
}

enum DispenseSchema {
  static let dispenses: [MigrationStep] = [
    .define(
      """
      CREATE TABLE medication_dispense (
        id TEXT NOT NULL PRIMARY KEY,
        prescription_id TEXT NOT NULL REFERENCES prescription (id),
        prescription_item_id TEXT NOT NULL REFERENCES prescription_item (id),
        kind TEXT NOT NULL CHECK (\(Check.oneOf("kind", ["dispense", "return"]))),
        lot_id TEXT NOT NULL REFERENCES stock_lot (id),
        movement_id TEXT NOT NULL UNIQUE REFERENCES stock_movement (id),
        quantity BIGINT NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
        reason TEXT NOT NULL CHECK (length(reason) <= 2000),
        charge_id TEXT REFERENCES charge (id),
        done_at BIGINT NOT NULL,
        done_by TEXT NOT NULL REFERENCES account (id),
        second_by TEXT REFERENCES account (id),
        CHECK (second_by IS NULL OR second_by <> done_by),
        CHECK (kind = 'dispense' OR \(Check.said("reason", atMost: 2000))))
      """),
    .define("CREATE INDEX medication_dispense_by_prescription ON medication_dispense (prescription_id)"),
    .define("CREATE INDEX medication_dispense_by_item ON medication_dispense (prescription_item_id)"),
    .appendOnly(table: "medication_dispense"),
    .neverReplaced("medication_dispense", keys: [.key("id"), .key("movement_id")], changing: nil),
    .refuse(
      "medication_dispense_of_verified", on: "medication_dispense", .insert,
      when: """
        NEW.kind = 'dispense' AND NOT EXISTS (SELECT 1 FROM prescription JOIN pharmacy_task AS task
            ON task.prescription_id = prescription.id
          WHERE prescription.id = NEW.prescription_id AND prescription.status = 'active'
          AND task.stage IN ('verified', 'part-dispensed'))
        """,
      saying: "only what is active and verified is dispensed"),
    .refuse(
      "medication_dispense_as_moved", on: "medication_dispense", .insert,
      when: """
        NOT EXISTS (SELECT 1 FROM stock_movement AS moved JOIN prescription_item AS item ON item.id = NEW.prescription_item_id
          WHERE moved.id = NEW.movement_id AND moved.lot_id = NEW.lot_id
          AND moved.prescription_item_id = NEW.prescription_item_id AND item.prescription_id = NEW.prescription_id
          AND moved.change = CASE NEW.kind WHEN 'dispense' THEN -NEW.quantity ELSE NEW.quantity END)
        """,
      saying: "what is dispensed is what left the shelf"),
    .refuse(
      "medication_dispense_no_more", on: "medication_dispense", .insert,
      when: """
        \(out("NEW.prescription_item_id")) + CASE NEW.kind WHEN 'dispense' THEN NEW.quantity ELSE -NEW.quantity END
          NOT BETWEEN 0 AND (SELECT quantity FROM prescription_item WHERE id = NEW.prescription_item_id)
        """,
      saying: "no more is dispensed than was prescribed, and no more put back than was dispensed"),
    .refuse(
      "medication_dispense_by_two", on: "medication_dispense", .insert,
      when: """
        NEW.kind = 'dispense' AND NEW.second_by IS NULL AND EXISTS (SELECT 1 FROM stock_lot
          JOIN medication ON medication.id = stock_lot.medication_id
          WHERE stock_lot.id = NEW.lot_id AND medication.is_controlled = 1)
        """,
      saying: "a controlled drug is dispensed by two people"),
    .refuse(
      "medication_dispense_instead", on: "medication_dispense", .insert,
      when: """
        NEW.kind = 'dispense' AND length(trim(NEW.reason)) = 0
        AND (SELECT medication_id FROM stock_lot WHERE id = NEW.lot_id)
          IS NOT (SELECT medication_id FROM prescription_item WHERE id = NEW.prescription_item_id)
        """,
      saying: "something else than was prescribed is given with a reason"),
  ]

  /// What went over the counter, to whom.
  static let handovers: [MigrationStep] = [
    .define(
      """
      CREATE TABLE medication_handover (
        id TEXT NOT NULL PRIMARY KEY,
        prescription_id TEXT NOT NULL REFERENCES prescription (id),
        received_by TEXT NOT NULL CHECK (\(Check.said("received_by"))),
        handed_at BIGINT NOT NULL,
        handed_by TEXT NOT NULL REFERENCES account (id))
      """),
    .define("CREATE INDEX medication_handover_by_prescription ON medication_handover (prescription_id, handed_at)"),
    .appendOnly(table: "medication_handover"),
    .neverReplaced("medication_handover", keys: [.key("id")], changing: nil),
    .refuse(
      "medication_handover_of_dispensed", on: "medication_handover", .insert,
      when: "NOT (\(isToCollect("NEW.prescription_id")))",
      saying: "only what was dispensed is handed over"),
    .announce("prescription", from: "medication_handover", keys: "SELECT ROW.prescription_id AS key"),
  ]

  /// A stage says no more than was dispensed.
  static let stages: [MigrationStep] = [
    .refuse(
      "pharmacy_task_as_dispensed", on: "pharmacy_task", .update,
      when: """
        (NEW.stage IN ('ready', 'handed-over') AND EXISTS (SELECT 1 FROM prescription_item AS item
          WHERE item.prescription_id = NEW.prescription_id AND \(out("item.id")) <> item.quantity))
        OR (NEW.stage = 'part-dispensed' AND NOT EXISTS (SELECT 1 FROM prescription_item AS item
          WHERE item.prescription_id = NEW.prescription_id AND \(out("item.id")) > 0))
        OR (NEW.stage IN ('verified', 'waiting', 'declined') AND EXISTS (SELECT 1 FROM prescription_item AS item
          WHERE item.prescription_id = NEW.prescription_id AND \(out("item.id")) > 0))
        """,
      saying: "the stage of a prescription follows from what was dispensed"),
    .refuse(
      "prescription_completed_when_done", on: "prescription", .update,
      when: """
        NEW.status = 'completed' AND OLD.status <> 'completed' AND NOT EXISTS (SELECT 1 FROM pharmacy_task AS task
          WHERE task.prescription_id = NEW.id AND task.stage = 'handed-over')
        """,
      saying: "a prescription is complete when all of it was handed over"),
  ]

  /// What an entry of the dispensary's book adds to what is out; the entry is called `gone`.
  static let change = "CASE gone.kind WHEN 'dispense' THEN gone.quantity ELSE -gone.quantity END"

  /// How much of an item is out.
  static func out(_ item: String) -> String {
    """
    (SELECT COALESCE(SUM(\(change)), 0)
     FROM medication_dispense AS gone WHERE gone.prescription_item_id = \(item))
    """
  }

  /// The condition that something of a prescription is prepared and was not collected.
  static func isToCollect(_ prescription: String) -> String {
    """
    EXISTS (SELECT 1 FROM pharmacy_task AS prepared WHERE prepared.prescription_id = \(prescription)
      AND (prepared.stage = 'ready' OR (prepared.stage = 'part-dispensed'
        AND (SELECT MAX(done_at) FROM medication_dispense WHERE prescription_id = \(prescription) AND kind = 'dispense')
          > COALESCE((SELECT MAX(handed_at) FROM medication_handover WHERE prescription_id = \(prescription)), 0))))
    """
  }
}

import DatabaseKit

extension Migration {
  /// Guards for what is given in the place of something else (M3).
  static let contraindicationsAtHome = Migration(
    "2026-11-contraindications-at-home",
    [
      .refuse(
        "medication_dispense_instead_of_taken", on: "medication_dispense", .insert, when: TakenSchema.givenInstead,
        saying: "nothing is given instead that must not be given with what the patient takes, or has at home"),
      .refuse(
        "medication_dispense_instead_same_route", on: "medication_dispense", .insert, when: TakenSchema.givenOtherwise,
        saying: "nothing is given instead that is given by another route"),
      .refuse(
        "medication_dispense_instead_of_allergy", on: "medication_dispense", .insert,
        when: TakenSchema.givenToTheAllergic, saying: "nothing is given instead that the patient is allergic to"),
    ])
}

extension Migration {
  /// What two people account for is prescribed as such (M4).
  static let controlledInstead = Migration(
    "2026-11-controlled-instead",
    [
      .refuse(
        "medication_dispense_controlled_instead", on: "medication_dispense", .insert,
        when: """
          NEW.kind = 'dispense' AND EXISTS (SELECT 1 FROM stock_lot
              JOIN medication AS given ON given.id = stock_lot.medication_id
              JOIN prescription_item ON prescription_item.id = NEW.prescription_item_id
              JOIN medication AS wanted ON wanted.id = prescription_item.medication_id
            WHERE stock_lot.id = NEW.lot_id AND given.is_controlled = 1 AND wanted.is_controlled = 0)
          """,
        saying: "a controlled drug is not given in the place of one that is not: it needs a prescription of its own")
    ])
}

extension Migration {
  /// What two people account for comes back before two people (M4).
  static let controlledReturn = Migration(
    "2026-11-controlled-return",
    [
      .refuse(
        "medication_dispense_return_by_two", on: "medication_dispense", .insert,
        when: """
          NEW.kind = 'return' AND NEW.second_by IS NULL AND EXISTS (SELECT 1 FROM stock_lot
            JOIN medication ON medication.id = stock_lot.medication_id
            WHERE stock_lot.id = NEW.lot_id AND medication.is_controlled = 1)
          """,
        saying: "a controlled drug comes back before two people")
    ])
}

/// What a patient takes, as `CheckRule` is given it: what is prescribed and goes on, what was handed over and is not used up,
/// and what was given in the place of either.
enum TakenSchema {
  /// Prescriptions with a medicine that must not be given with another of theirs, or with one that the patient takes already,
  /// and since when that is over; null for what stands on one prescription.
  static let unsignedPair = """
    SELECT this.id AS prescription_id, CASE WHEN other.id <> this.id THEN \(end("other", "theirs")) END AS ends_at
    FROM prescription AS this
      JOIN prescription_item AS mine ON mine.prescription_id = this.id
      JOIN medication_ingredient AS one ON one.medication_id = mine.medication_id
      \(others)
    WHERE (other.id = this.id OR \(isTaken("other"))) AND \(ContraindicationSchema.isUnsigned)
    """

  /// Another medicine than was prescribed that must not be given with the others, or with what was given in their place. A
  /// pair that stands against what was prescribed too was looked at when that was verified.
  static let givenInstead = """
    \(isInstead)
    AND EXISTS (SELECT 1 FROM prescription_item AS mine
        JOIN prescription AS this ON this.id = mine.prescription_id
        JOIN stock_lot ON stock_lot.id = NEW.lot_id
        JOIN medication_ingredient AS one ON one.medication_id = stock_lot.medication_id
        \(others)
      WHERE mine.id = NEW.prescription_item_id
        AND (other.id = this.id OR (\(isTaken("other")) AND \(end("other", "theirs")) > NEW.done_at))
        AND \(ContraindicationSchema.isUnsigned)
        AND NOT \(isPrescribedTogether)
        AND NOT (\(isPrescribed("one.substance")) AND \(isTakenElsewhere("two.substance")))
        AND NOT (\(isPrescribed("two.substance")) AND \(isTakenElsewhere("one.substance"))))
    """

  /// Another medicine than was prescribed, that is given by another route where both are on file.
  static let givenOtherwise = """
    NEW.kind = 'dispense' AND EXISTS (SELECT 1 FROM stock_lot
        JOIN medication AS given ON given.id = stock_lot.medication_id
        JOIN prescription_item ON prescription_item.id = NEW.prescription_item_id
        JOIN medication AS wanted ON wanted.id = prescription_item.medication_id
      WHERE stock_lot.id = NEW.lot_id AND given.route <> '' AND wanted.route <> '' AND given.route <> wanted.route)
    """

  /// Another medicine than was prescribed, to which the patient is allergic by a name of what acts in it.
  static let givenToTheAllergic = """
    \(isInstead)
    AND EXISTS (SELECT 1 FROM prescription AS this
        JOIN stock_lot ON stock_lot.id = NEW.lot_id
        JOIN medication_ingredient AS one ON one.medication_id = stock_lot.medication_id
        \(ContraindicationSchema.allergies)
        AND this.id = NEW.prescription_id AND NOT \(isPrescribed("one.substance")))
    """

  private static let isInstead = """
    NEW.kind = 'dispense'
    AND (SELECT medication_id FROM stock_lot WHERE id = NEW.lot_id)
      <> (SELECT medication_id FROM prescription_item WHERE id = NEW.prescription_item_id)
    """

  /// Every other item of the patient, with what acts in it and in what was given in its place.
  private static let others = """
    JOIN prescription AS other ON other.patient_id IN (\(ContraindicationSchema.person))
    JOIN prescription_item AS theirs ON theirs.prescription_id = other.id AND theirs.id <> mine.id
    JOIN medication_ingredient AS two ON two.medication_id IN (\(given("theirs")))
    """

  /// What an item is: as it was prescribed, and what is out in its place.
  private static func given(_ item: String) -> String {
    """
    SELECT \(item).medication_id UNION SELECT lot.medication_id FROM medication_dispense AS gone
      JOIN stock_lot AS lot ON lot.id = gone.lot_id WHERE gone.prescription_item_id = \(item).id
    GROUP BY lot.medication_id HAVING SUM(\(DispenseSchema.change)) > 0
    """
  }

  /// Whether another prescription counts: it goes on, or was handed over and did not all come back; and it is neither what
  /// this one renews nor another renewal of that.
  private static func isTaken(_ other: String) -> String {
    """
    (\(other).status IN ('active', 'on-hold', 'completed')
      AND \(other).id <> \(ContraindicationSchema.root("this"))
      AND \(ContraindicationSchema.root(other)) <> \(ContraindicationSchema.root("this"))
      AND (\(other).status <> 'completed' OR (SELECT COALESCE(SUM(\(DispenseSchema.change)), 1) FROM medication_dispense AS gone
        WHERE gone.prescription_id = \(other).id) > 0))
    """
  }

  /// When an item has been taken to its end: counted from the last hand-over, or else from when it was written. What the
  /// pharmacy has verified and nobody has collected may go over the counter on any later day: it has no end yet.
  static func end(_ prescription: String, _ item: String) -> String {
    """
    (COALESCE((SELECT MAX(handed_at) FROM medication_handover WHERE prescription_id = \(prescription).id),
      (SELECT \(never) FROM pharmacy_task AS waits WHERE waits.prescription_id = \(prescription).id
        AND waits.stage IN ('verified', 'part-dispensed', 'ready') AND \(prescription).status IN ('active', 'on-hold')),
      \(prescription).written_at) + \(item).duration_days * 86400000)
    """
  }

  /// Until when a prescription lasts of which all was handed over and not all came back; null for every other.
  static func lastsUntil(_ prescription: String) -> String {
    """
    CASE WHEN \(prescription).status = 'completed' AND \(out(of: prescription, orElse: 1)) > 0
      THEN (SELECT MAX(\(end(prescription, "kept"))) FROM prescription_item AS kept
        WHERE kept.prescription_id = \(prescription).id) END
    """
  }

  /// How much of a prescription is out of the pharmacy: what was dispensed without what came back.
  ///
  /// - Parameter other: what stands for one of which nothing was ever dispensed here.
  static func out(of prescription: String, orElse other: Int) -> String {
    """
    (SELECT COALESCE(SUM(\(DispenseSchema.change)), \(other)) FROM medication_dispense AS gone WHERE gone.prescription_id = \(prescription).id)
    """
  }

  /// The last second of the year 9999.
  private static let never = "253402300799000"

  /// Whether a substance acts in an item of the prescription as it was written.
  private static func isPrescribed(_ substance: String) -> String {
    """
    EXISTS (SELECT 1 FROM prescription_item AS written
        JOIN medication_ingredient AS acting ON acting.medication_id = written.medication_id
      WHERE written.prescription_id = this.id AND acting.substance = \(substance))
    """
  }

  /// Whether both act in items of the prescription as it was written, one in each.
  private static let isPrescribedTogether = """
    EXISTS (SELECT 1 FROM prescription_item AS written
        JOIN medication_ingredient AS acting ON acting.medication_id = written.medication_id
        JOIN prescription_item AS beside ON beside.prescription_id = this.id AND beside.id <> written.id
        JOIN medication_ingredient AS too ON too.medication_id = beside.medication_id
      WHERE written.prescription_id = this.id AND acting.substance = one.substance AND too.substance = two.substance)
    """

  /// Whether a substance acts in what the patient takes by another prescription.
  private static func isTakenElsewhere(_ substance: String) -> String {
    """
    EXISTS (SELECT 1 FROM prescription AS known
        JOIN prescription_item AS item ON item.prescription_id = known.id
        JOIN medication_ingredient AS acting ON acting.medication_id IN (\(given("item")))
      WHERE known.patient_id IN (\(ContraindicationSchema.person)) AND known.id <> this.id AND \(isTaken("known"))
        AND \(end("known", "item")) > NEW.done_at AND acting.substance = \(substance))
    """
  }
}

import DatabaseKit

extension Migration {
  /// What must not be given together, or not to this patient, passes the pharmacy with a second person's signature alone (M3).
  static let contraindications = Migration(
    "2026-11-contraindications",
    [
      .view(name: "unsigned_pair") { _ in ContraindicationSchema.unsignedPair },
      .view(name: "unsigned_allergy") { _ in ContraindicationSchema.unsignedAllergy },
      verified("pair", .insert), verified("pair", .update), verified("allergy", .insert), verified("allergy", .update),
      .refuse(
        "medication_dispense_instead_signed", on: "medication_dispense", .insert,
        when: ContraindicationSchema.givenInstead,
        saying: "nothing is given instead that must not be given with what the patient takes"),
      .refuse(
        "prescription_item_before_verified", on: "prescription_item", .insert,
        when: """
          EXISTS (SELECT 1 FROM pharmacy_task WHERE prescription_id = NEW.prescription_id
            AND stage NOT IN ('waiting', 'declined'))
          """,
        saying: "nothing is added to a prescription that the pharmacy has verified"),
    ])

  /// A guard at the one step by which a prescription comes to be dispensed. What was put back stands at `verified` again and
  /// was looked at before, so that it can always be put back.
  private static func verified(_ what: String, _ event: MigrationStep.Guard.Event) -> MigrationStep {
    .refuse(
      "pharmacy_task_\(what)_signed_at_\(event.rawValue)", on: "pharmacy_task", event,
      when: """
        NEW.stage = 'verified' \(event == .update ? "AND OLD.stage = 'waiting'" : "")
        AND EXISTS (SELECT 1 FROM unsigned_\(what)
          WHERE prescription_id = NEW.prescription_id AND (ends_at IS NULL OR ends_at > NEW.recorded_at))
        """,
      saying: what == "pair"
        ? "medicines that must not be given together are verified with a second person's signature"
        : "a medicine that the patient is allergic to is verified with a second person's signature")
  }
}

/// The conditions of those guards, as they were first written; `TakenSchema` has those that hold now. They are `CheckRule`'s as far as tables tell it, and never stricter: what is only read from
/// words (medications that are not mapped, classes of allergies) is the rule's alone.
enum ContraindicationSchema {
  /// Prescriptions with a medicine that must not be given with another of theirs, or with one that the patient takes already,
  /// and since when that is over; null for what stands on one prescription.
  static let unsignedPair = """
    SELECT this.id AS prescription_id, CASE WHEN other.id <> this.id THEN \(end) END AS ends_at
    FROM prescription AS this
      JOIN prescription_item AS mine ON mine.prescription_id = this.id
      JOIN medication_ingredient AS one ON one.medication_id = mine.medication_id
      \(others)
    WHERE \(isTaken) AND \(isUnsigned)
    """

  /// Prescriptions with a medicine whose name is that of an allergy. The words of a signature may be spelled otherwise.
  static let unsignedAllergy = """
    SELECT this.id AS prescription_id, NULL AS ends_at
    FROM prescription AS this
      JOIN prescription_item AS mine ON mine.prescription_id = this.id
      JOIN medication_ingredient AS one ON one.medication_id = mine.medication_id
      \(allergies)
    """

  /// The allergies of the patient to what acts in a medicine, for which nobody has signed.
  static let allergies = """
    JOIN allergy ON allergy.patient_id IN (\(person)) AND allergy.struck_out_at IS NULL
    WHERE (lower(trim(allergy.substance)) = one.substance OR EXISTS (SELECT 1 FROM substance_name AS alias
        WHERE alias.name = lower(trim(allergy.substance)) AND alias.substance = one.substance
          AND length(alias.name) - length(replace(alias.name, ' ', '')) < 4))
      AND NOT EXISTS (SELECT 1 FROM finding_override AS passed WHERE passed.prescription_id = this.id
        AND passed.kind = 'allergy' AND passed.first = one.substance AND passed.signed_by IS NOT NULL)
    """

  /// Another medicine than was prescribed that must not be given with the others. What acts in it and is taken already was
  /// looked at when that was verified.
  static let givenInstead = """
    NEW.kind = 'dispense'
    AND (SELECT medication_id FROM stock_lot WHERE id = NEW.lot_id)
      <> (SELECT medication_id FROM prescription_item WHERE id = NEW.prescription_item_id)
    AND EXISTS (SELECT 1 FROM prescription_item AS mine
        JOIN prescription AS this ON this.id = mine.prescription_id
        JOIN stock_lot ON stock_lot.id = NEW.lot_id
        JOIN medication_ingredient AS one ON one.medication_id = stock_lot.medication_id
        \(others)
      WHERE mine.id = NEW.prescription_item_id AND \(isTaken) AND \(isUnsigned)
        AND (other.id = this.id OR \(end) > NEW.done_at)
        AND NOT EXISTS (SELECT 1 FROM prescription AS known
            JOIN prescription_item AS item ON item.prescription_id = known.id
            JOIN medication_ingredient AS acting ON acting.medication_id = item.medication_id
          WHERE known.patient_id IN (\(person)) AND known.status IN ('active', 'on-hold')
            AND acting.substance = one.substance))
    """

  /// Every other item of the patient, with what acts in it.
  private static let others = """
    JOIN prescription AS other ON other.patient_id IN (\(person))
    JOIN prescription_item AS theirs ON theirs.prescription_id = other.id AND theirs.id <> mine.id
    JOIN medication_ingredient AS two ON two.medication_id = theirs.medication_id
    """

  /// The records of the person that a prescription is for: the one that survives, and those that were merged into it.
  static let person = """
    SELECT \(survivor) UNION
    SELECT gone.patient_id FROM patient_merge AS gone WHERE gone.survivor_id = \(survivor) AND gone.undone_at IS NULL
    """

  private static let survivor = """
    COALESCE((SELECT away.survivor_id FROM patient_merge AS away
      WHERE away.patient_id = this.patient_id AND away.undone_at IS NULL), this.patient_id)
    """

  /// Whether the other item counts: of the same prescription; or of one that goes on and is neither what this one renews nor
  /// another renewal of that.
  private static let isTaken = """
    (other.id = this.id OR (other.status IN ('active', 'on-hold')
      AND other.id <> \(root("this")) AND \(root("other")) <> \(root("this"))))
    """

  /// When the other item has been taken to its end.
  private static let end = "(other.written_at + theirs.duration_days * 86400000)"

  /// The prescription that another renews; itself, if it renews none.
  static func root(_ prescription: String) -> String {
    """
    COALESCE((SELECT prior.prior_id FROM prescription_prior AS prior
      WHERE prior.prescription_id = \(prescription).id AND prior.kind = 'renewal'), \(prescription).id)
    """
  }

  /// Whether the two must not be given together, and nobody has signed for them on either prescription.
  static let isUnsigned = """
    one.substance <> two.substance
    AND EXISTS (SELECT 1 FROM substance_class AS one_class JOIN substance_class AS two_class
        ON two_class.substance = two.substance
      JOIN interaction AS line ON (line.first_class = one_class.class AND line.second_class = two_class.class)
        OR (line.first_class = two_class.class AND line.second_class = one_class.class)
      WHERE one_class.substance = one.substance AND line.level = 'contraindicated')
    AND NOT EXISTS (SELECT 1 FROM finding_override AS passed
      WHERE passed.prescription_id IN (this.id, other.id) AND passed.kind = 'interaction'
        AND passed.signed_by IS NOT NULL AND ((passed.first = one.substance AND passed.second = two.substance)
          OR (passed.first = two.substance AND passed.second = one.substance)))
    """
}

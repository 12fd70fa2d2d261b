import DatabaseKit

extension Migration {
  /// What must not be given together, or not to this patient, passes the pharmacy with a second person's signature alone (M3).
  static let contraindications = Migration(
    "2026-11-contraindications",
    [
      .view(name: "unsigned_pair") { _ in TakenSchema.unsignedPair },
      .view(name: "unsigned_allergy") { _ in ContraindicationSchema.unsignedAllergy },
      verified("pair", .insert), verified("pair", .update), verified("allergy", .insert), verified("allergy", .update),
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

/// The conditions of those guards, with those of `TakenSchema`. They are `CheckRule`'s as far as tables tell it, and never
/// stricter: what is only read from words (medications that are not mapped, classes of allergies) is the rule's alone.
enum ContraindicationSchema {
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

  /// The records of the person that a prescription is for: the one that survives, and those that were merged into it.
  static let person = """
    SELECT \(survivor) UNION
    SELECT gone.patient_id FROM patient_merge AS gone WHERE gone.survivor_id = \(survivor) AND gone.undone_at IS NULL
    """

  private static let survivor = """
    COALESCE((SELECT away.survivor_id FROM patient_merge AS away
      WHERE away.patient_id = this.patient_id AND away.undone_at IS NULL), this.patient_id)
    """

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

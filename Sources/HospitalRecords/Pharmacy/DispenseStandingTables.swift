import DatabaseKit

extension Migration {
  /// Nothing is dispensed for the dead, on a stay that has ended, or at a pharmacy that has closed; nothing is handed over
  /// for the dead (M4). What was dispensed before can always be put back.
  static let dispenseStanding = Migration(
    "2026-11-dispense-standing",
    [
      .refuse(
        "medication_dispense_for_living", on: "medication_dispense", .insert,
        when: "NEW.kind = 'dispense' AND \(isDead)", saying: "nothing is dispensed for the dead"),
      .refuse(
        "medication_handover_for_living", on: "medication_handover", .insert, when: isDead,
        saying: "nothing is handed over for the dead"),
      .refuse(
        "medication_dispense_on_stay", on: "medication_dispense", .insert,
        when: """
          NEW.kind = 'dispense' AND EXISTS (SELECT 1 FROM prescription
            JOIN admission ON admission.id = prescription.admission_id
            WHERE prescription.id = NEW.prescription_id
              AND admission.status IN ('discharged', 'completed', 'cancelled', 'entered-in-error'))
          """,
        saying: "nothing is dispensed on a stay that has ended"),
      .refuse(
        "medication_dispense_where_open", on: "medication_dispense", .insert,
        when: """
          NEW.kind = 'dispense' AND EXISTS (SELECT 1 FROM prescription
            JOIN pharmacy ON pharmacy.id = prescription.pharmacy_id
            WHERE prescription.id = NEW.prescription_id AND pharmacy.closed_at IS NOT NULL)
          """,
        saying: "nothing is dispensed at a pharmacy that has closed"),
    ])

  private static let isDead = """
    EXISTS (SELECT 1 FROM prescription JOIN patient ON patient.id = \(survivor)
      WHERE prescription.id = NEW.prescription_id AND patient.died_at IS NOT NULL)
    """

  private static let survivor = """
    COALESCE((SELECT away.survivor_id FROM patient_merge AS away
      WHERE away.patient_id = prescription.patient_id AND away.undone_at IS NULL), prescription.patient_id)
    """
}

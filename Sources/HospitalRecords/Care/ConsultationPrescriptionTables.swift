import DatabaseKit

extension Migration {
  /// What was prescribed in a consultation (M2); append-only. A prescription belongs to one consultation at most, of its own
  /// patient.
  static let consultationPrescriptions = Migration(
    "2026-11-consultation-prescriptions",
    [
      .define(
        """
        CREATE TABLE consultation_prescription (
          prescription_id TEXT NOT NULL PRIMARY KEY REFERENCES prescription (id),
          consultation_id TEXT NOT NULL REFERENCES consultation (id),
          recorded_at BIGINT NOT NULL,
          recorded_by TEXT NOT NULL REFERENCES account (id))
        """),
      .define(
        "CREATE INDEX consultation_prescription_by_consultation ON consultation_prescription (consultation_id)"),
      .appendOnly(table: "consultation_prescription"),
      .neverReplaced("consultation_prescription", keys: [.key("prescription_id")], changing: nil),
      .refuse(
        "consultation_prescription_of_patient", on: "consultation_prescription", .insert,
        when: """
          NOT EXISTS (SELECT 1 FROM prescription JOIN consultation ON consultation.patient_id = prescription.patient_id
            WHERE prescription.id = NEW.prescription_id AND consultation.id = NEW.consultation_id)
          """,
        saying: "what is prescribed in a consultation is for its own patient"),
    ])
}

import DatabaseKit

extension Migration {
  /// Prescriptions (FHIR MedicationRequest) and their items; each goes to one pharmacy (B7, M2).
  static let prescriptions = Migration(
    "2026-11-prescriptions",
    MigrationStep.versionedTable(
      "prescription",
      fixed: [
        ("number", "BIGINT NOT NULL UNIQUE CHECK (number > 0)"),
        ("patient_id", "TEXT NOT NULL REFERENCES patient (id)"),
        ("admission_id", "TEXT REFERENCES admission (id)"),
        ("doctor_id", "TEXT NOT NULL REFERENCES doctor (id)"),
        ("written_at", "BIGINT NOT NULL"),
      ],
      columns: [
        ("pharmacy_id", "TEXT NOT NULL REFERENCES pharmacy (id)"),
        ("status", "TEXT NOT NULL CHECK (\(Check.oneOf("status", states)))"),
        ("priority", "TEXT NOT NULL CHECK (\(Check.oneOf("priority", ["routine", "urgent", "asap", "stat"])))"),
        ("note", "TEXT NOT NULL"),
      ]) + [
        .define("CREATE INDEX prescription_by_patient ON prescription (patient_id, written_at)"),
        .define(
          "CREATE INDEX prescription_queue ON prescription (pharmacy_id, written_at) WHERE status IN ('active', 'on-hold')"
        ),
        .define(
          """
          CREATE TABLE prescription_item (
            id TEXT NOT NULL PRIMARY KEY,
            prescription_id TEXT NOT NULL REFERENCES prescription (id),
            position INTEGER NOT NULL CHECK (position > 0),
            medication_id TEXT NOT NULL REFERENCES medication (id),
            dose TEXT NOT NULL CHECK (\(Check.said("dose"))),
            route TEXT NOT NULL CHECK (\(Check.said("route"))),
            frequency TEXT NOT NULL CHECK (\(Check.said("frequency"))),
            duration_days INTEGER NOT NULL CHECK (duration_days BETWEEN 1 AND 366),
            quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
            refills INTEGER NOT NULL CHECK (refills BETWEEN 0 AND 12),
            UNIQUE (prescription_id, position))
          """),
        .appendOnly(table: "prescription_item"),
      ])

  private static let states = [
    "draft", "active", "on-hold", "completed", "cancelled", "stopped", "entered-in-error",
  ]
}

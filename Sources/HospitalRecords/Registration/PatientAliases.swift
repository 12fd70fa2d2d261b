import DatabaseKit
import HospitalDomain

extension Migration {
  /// No two patients without a name are called alike: who is called by a name is treated by it.
  static let aliases = Migration(
    "2026-11-aliases",
    [
      .define("CREATE INDEX patient_alias ON patient (lower(family_name)) WHERE is_unidentified = 1"),
      refuse("patient_alias_added", .insert, besides: ""),
      refuse(
        "patient_alias_changed", .update,
        besides: "AND id <> NEW.id AND (NEW.family_name IS NOT OLD.family_name OR OLD.is_unidentified = 0)"),
    ])

  private static func refuse(_ name: String, _ event: MigrationStep.Guard.Event, besides others: String)
    -> MigrationStep
  {
    .refuse(
      name, on: "patient", event,
      when: """
        NEW.is_unidentified = 1 AND EXISTS (SELECT 1 FROM patient
          WHERE is_unidentified = 1 AND lower(family_name) = lower(NEW.family_name) \(others))
        """,
      saying: "another patient without a name is called so")
  }
}

extension PatientRecords {
  /// Whether a patient without a name is called so, on whatever record.
  package func isAlias(_ name: String) throws -> Bool {
    try transaction.exists(
      "SELECT 1 FROM patient WHERE is_unidentified = 1 AND lower(family_name) = lower(\(name)) LIMIT 1")
  }
}

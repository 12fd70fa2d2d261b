import DatabaseKit

extension Migration {
  /// A patient's account is of a patient on file (H2). The table of accounts is older than that of patients.
  static let patientAccounts = Migration(
    "2026-11-patient-accounts",
    [("account_of_patient_on_file", MigrationStep.Guard.Event.insert), ("account_of_patient_on_file_again", .update)]
      .map { name, event in
        .refuse(
          name, on: "account", event,
          when: "NEW.patient_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient_id)",
          saying: "a patient's account is of a patient on file")
      })
}

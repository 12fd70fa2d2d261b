import DatabaseKit

extension Migration {
  /// An admission on which something was recorded is not taken back (HL7 A11), and nobody is expected to leave before they
  /// came (A7).
  static let admissionGuards = Migration(
    "2026-11-admission-guards",
    [
      .refuse(
        "admission_cancelled_untouched", on: "admission", .update,
        when: """
          NEW.status = 'cancelled' AND OLD.status <> 'cancelled' AND (
            (SELECT COUNT(*) FROM stay WHERE admission_id = NEW.id) > 1
            OR EXISTS (SELECT 1 FROM isolation WHERE admission_id = NEW.id)
            OR EXISTS (SELECT 1 FROM check_out_stamp WHERE admission_id = NEW.id AND undone_at IS NULL)
            OR EXISTS (SELECT 1 FROM patient_leave WHERE admission_id = NEW.id)
            OR EXISTS (SELECT 1 FROM prescription WHERE admission_id = NEW.id)
            OR EXISTS (SELECT 1 FROM charge WHERE admission_id = NEW.id)
            OR EXISTS (SELECT 1 FROM invoice WHERE admission_id = NEW.id))
          """,
        saying: "an admission with entries is discharged, not cancelled"),
      .refuse(
        "admission_expected_after_admitted", on: "admission", .insert,
        when: "NEW.expected_discharge_at < NEW.admitted_at",
        saying: "nobody is expected to leave before they came"),
      .refuse(
        "admission_expected_stays_after_admitted", on: "admission", .update,
        when: """
          NEW.expected_discharge_at IS NOT OLD.expected_discharge_at AND NEW.expected_discharge_at < NEW.admitted_at
          """,
        saying: "nobody is expected to leave before they came"),
    ])
}

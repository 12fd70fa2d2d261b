import DatabaseKit

extension Migration {
  /// An admission is cancelled only as it began: what was recorded on it since is not lost (HL7 A11).
  static let admissionEntries = Migration(
    "2026-11-admission-entries",
    [
      .refuse(
        "admission_cancelled_as_begun", on: "admission", .update,
        when: """
          NEW.status = 'cancelled' AND OLD.status <> 'cancelled'
          AND EXISTS (SELECT 1 FROM (\(AdmissionEntrySQL.entries(on: "NEW.id"))) AS entries)
          """,
        saying: "an admission with entries is discharged, not cancelled")
    ])
}

/// What counts as recorded on an admission, in one place for the guard and the records.
enum AdmissionEntrySQL {
  /// Rows of `kind`, `entered_at` and `account_id`. What was taken back so that no trace of it is left in the stay does not count.
  static func entries(on admission: String) -> String {
    """
    SELECT 'move' AS kind, stay.started_at AS entered_at, COALESCE((SELECT opened.recorded_by FROM stay_version AS opened
        WHERE opened.stay_id = stay.id AND opened.version = 1), stay.recorded_by) AS account_id
      FROM stay WHERE stay.admission_id = \(admission) AND stay.id <> (SELECT earliest.id FROM stay AS earliest
        WHERE earliest.admission_id = \(admission) ORDER BY earliest.started_at, earliest.id LIMIT 1)
    UNION ALL SELECT 'staff', stay.recorded_at, stay.recorded_by
      FROM stay JOIN stay_version AS opened ON opened.stay_id = stay.id AND opened.version = 1
      WHERE stay.admission_id = \(admission) AND opened.staff_id <> stay.staff_id
    UNION ALL SELECT 'expected', admission.recorded_at, admission.recorded_by
      FROM admission JOIN admission_version AS opened ON opened.admission_id = admission.id AND opened.version = 1
      WHERE admission.id = \(admission)
        AND COALESCE(opened.expected_discharge_at, -1) <> COALESCE(admission.expected_discharge_at, -1)
    UNION ALL SELECT 'isolation', started_at, started_by FROM isolation WHERE admission_id = \(admission)
    UNION ALL SELECT step, stamped_at, stamped_by FROM check_out_stamp
      WHERE admission_id = \(admission) AND undone_at IS NULL
    UNION ALL SELECT 'leave', started_at, started_by FROM patient_leave WHERE admission_id = \(admission)
    UNION ALL SELECT 'prescription', written_at, recorded_by FROM prescription WHERE admission_id = \(admission)
    UNION ALL SELECT 'charge', recorded_at, recorded_by FROM charge WHERE admission_id = \(admission)
    UNION ALL SELECT 'invoice', recorded_at, recorded_by FROM invoice WHERE admission_id = \(admission)
    """
  }
}

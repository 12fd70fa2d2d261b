import DatabaseKit

extension Migration {
  /// Whatever is done to somebody's record is news to who has it open (P5, A2). Every act leaves an entry in the audit trail
  /// that names the patient, so one place tells of all of them; that a record was read changes nothing in it. What is done to
  /// a record that was merged away is news of the one that survives too, and so is the merge.
  static let recordNews = Migration(
    "2026-11-record-news",
    [
      .announce(
        "record", from: "audit_entry",
        keys: """
          SELECT ROW.patient_id AS key
          WHERE ROW.patient_id IS NOT NULL AND ROW.action IN (\(acts))
          UNION SELECT survivor_id FROM patient_merge
          WHERE patient_id = ROW.patient_id AND undone_at IS NULL AND ROW.action IN (\(acts))
          """),
      .announce(
        "record", from: "patient_merge", keys: "SELECT ROW.patient_id AS key UNION SELECT ROW.survivor_id"),
    ])

  /// What changes something, as the audit trail calls it.
  private static let acts = "'create', 'update', 'delete', 'execute'"
}

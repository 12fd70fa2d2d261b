import DatabaseKit

extension Migration {
  /// Whatever is done to somebody's record is news to who has it open (P5, A2). Every act leaves an entry in the audit trail
  /// that names the patient, so one place tells of all of them; that a record was read changes nothing in it.
  static let recordNews = Migration(
    "2026-11-record-news",
    [
      .announce(
        "record", from: "audit_entry",
        keys: """
          SELECT ROW.patient_id AS key
          WHERE ROW.patient_id IS NOT NULL AND ROW.action IN ('create', 'update', 'delete', 'execute')
          """)
    ])
}

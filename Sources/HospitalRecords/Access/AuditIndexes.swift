import DatabaseKit

extension Migration {
  /// The trail is read newest first, by who acted, by patient, by kind of act and by day (H5): an index for each, so that a
  /// page costs the same however long the trail is. Two that sorted by number alone go.
  static let auditIndexes = Migration(
    "2026-11-audit-indexes",
    [
      .define("DROP INDEX audit_entry_by_patient"),
      .define("DROP INDEX audit_entry_by_account"),
      .define("CREATE INDEX audit_entry_by_time ON audit_entry (occurred_at, id)"),
      .define("CREATE INDEX audit_entry_by_actor ON audit_entry (actor, occurred_at, id)"),
      .define("CREATE INDEX audit_entry_by_action ON audit_entry (action, occurred_at, id)"),
      .define(
        """
        CREATE INDEX audit_entry_of_patient ON audit_entry (patient_id, occurred_at, id) WHERE patient_id IS NOT NULL
        """),
    ])
}

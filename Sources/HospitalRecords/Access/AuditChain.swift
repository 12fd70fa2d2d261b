import DatabaseKit

/// The chain that the entries of the audit trail make: each carries the hash of the one before it, and a hash of itself with
/// that (domain.md, audit).
package enum AuditChain {
  /// What an entry's hash is made of, in this order; a change of it makes every trail look broken.
  package static let columns = [
    "previous_hash", "id", "occurred_at", "account_id", "actor", "terminal", "hospital_id", "action", "permission",
    "subject_kind", "subject_id", "patient_id", "reason",
  ]

  /// The expression of an entry's hash, its columns taken from a table or a row of that name.
  package static func hash(_ dialect: any SQLDialect, of row: String? = nil) -> String {
    dialect.digest(of: columns.map { column in row.map { "\($0).\(column)" } ?? column })
  }
}

extension Migration {
  /// No connection adds an entry that does not follow the last one, or whose hash is not its own (H5).
  static let auditChain = Migration(
    "2026-11-audit-chain",
    [
      .refuse(
        "audit_entry_follows", on: "audit_entry", .insert,
        when: """
          NEW.id <> (SELECT COALESCE(MAX(id), 0) + 1 FROM audit_entry)
          OR NEW.previous_hash <> COALESCE((SELECT hash FROM audit_entry ORDER BY id DESC LIMIT 1), '')
          """,
        saying: "an entry of the audit trail follows the one before it"),
      .refuse(
        "audit_entry_sealed", on: "audit_entry", .insert,
        given: { dialect in "NEW.hash <> \(AuditChain.hash(dialect, of: "NEW"))" },
        saying: "an entry of the audit trail carries its own hash"),
    ])
}

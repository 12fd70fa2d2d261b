import DatabaseKit
import HospitalDomain

extension AuditRecords {
  /// The last entry's number and hash; nil for a trail without entries.
  package func head() throws -> AuditHead? {
    try transaction.row("SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1").map(Self.head)
  }

  /// The hash of the entry of a number, as it is kept; nil when there is none.
  package func head(at number: Int64) throws -> AuditHead? {
    try transaction.row("SELECT id, hash FROM audit_entry WHERE id = \(number)").map(Self.head)
  }

  /// Where the chain of the whole trail is broken, from the first on. Reads every entry once, in order.
  package func breaks(limit: Int) throws -> [AuditBreak] {
    try transaction.rows(
      """
      SELECT id, preceding, hash <> proof AS is_changed, previous_hash <> COALESCE(preceding_hash, '') AS is_torn
      FROM (
        SELECT id, previous_hash, hash, LAG(id) OVER (ORDER BY id) AS preceding, LAG(hash) OVER (ORDER BY id) AS preceding_hash,
          \(part: SQLStatement(trusted: AuditChain.hash(transaction.dialect))) AS proof
        FROM audit_entry) AS entry
      WHERE hash <> proof OR previous_hash <> COALESCE(preceding_hash, '') OR id <> COALESCE(preceding, 0) + 1
      ORDER BY id LIMIT \(limit)
      """
    ).map { row in
      AuditBreak(
        number: try row.integer("id"), preceding: try row.optionalInteger("preceding") ?? 0,
        isChanged: try row.flag("is_changed"), isTorn: try row.flag("is_torn"))
    }
  }

  private static func head(_ row: SQLRow) throws -> AuditHead {
    AuditHead(number: try row.integer("id"), hash: try row.text("hash"))
  }
}

import DatabaseKit
import HospitalDomain

/// The unfinished forms of the author, each sealed.
package struct DraftRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// A draft as it is stored.
  package struct Sealed: Hashable, Sendable {
    package let id: DraftID
    /// Its form, subject, title and content; only a workplace's `sealing` reads them.
    package let text: String
    package let savedAt: Timestamp
  }

  /// Keeps a draft as it is now, sealed.
  package func keep(_ id: DraftID, sealed: String) throws {
    try transaction.execute(
      """
      INSERT INTO draft (id, account_id, sealed, saved_at)
      VALUES (\(id), \(records.author.account), \(sealed), \(records.now))
      ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at
      WHERE draft.account_id = excluded.account_id
      """)
  }

  /// The author's drafts that were kept since a time, newest first.
  package func all(since time: Timestamp) throws -> [Sealed] {
    try transaction.rows(
      """
      SELECT id, sealed, saved_at FROM draft
      WHERE account_id = \(records.author.account) AND saved_at >= \(time) ORDER BY saved_at DESC, id DESC
      """
    ).map {
      Sealed(id: try $0.identifier("id"), text: try $0.text("sealed"), savedAt: try $0.timestamp("saved_at"))
    }
  }

  /// Discards a draft of the author.
  package func discard(_ id: DraftID) throws {
    try transaction.execute("DELETE FROM draft WHERE id = \(id) AND account_id = \(records.author.account)")
  }

  /// Whether any draft, whoever's, was last kept before a time.
  package func areAny(olderThan time: Timestamp) throws -> Bool {
    try transaction.exists("SELECT 1 FROM draft WHERE saved_at < \(time)")
  }

  /// Discards the drafts, whoever's, that were last kept before a time.
  package func discardAll(olderThan time: Timestamp) throws {
    try transaction.execute("DELETE FROM draft WHERE saved_at < \(time)")
  }
}

extension Records {
  /// Unfinished forms.
  package var drafts: DraftRecords { DraftRecords(records: self) }
}

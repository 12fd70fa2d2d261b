import DatabaseKit
import HospitalDomain

/// The unfinished forms of the author.
package struct DraftRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Keeps a draft as it is now.
  package func keep(_ draft: Draft) throws {
    try transaction.execute(
      """
      INSERT INTO draft (id, account_id, form, subject, title, content, saved_at)
      VALUES (\(draft.id), \(records.author.account), \(draft.form), \(draft.subject), \(draft.title), \(draft.content),
        \(records.now))
      ON CONFLICT (id) DO UPDATE SET title = excluded.title, content = excluded.content, saved_at = excluded.saved_at
      WHERE draft.account_id = excluded.account_id
      """)
  }

  /// The author's drafts, newest first.
  package func all() throws -> [Draft] {
    try transaction.rows(
      "SELECT * FROM draft WHERE account_id = \(records.author.account) ORDER BY saved_at DESC, id DESC"
    ).map { row in
      Draft(
        id: try row.identifier("id"), form: try row.text("form"), subject: try row.text("subject"),
        title: try row.text("title"), content: try row.text("content"), savedAt: try row.timestamp("saved_at"))
    }
  }

  /// Discards a draft of the author.
  package func discard(_ id: DraftID) throws {
    try transaction.execute("DELETE FROM draft WHERE id = \(id) AND account_id = \(records.author.account)")
  }

  /// Discards the author's drafts that were last kept before a time.
  package func discardOlder(than time: Timestamp) throws {
    try transaction.execute("DELETE FROM draft WHERE saved_at < \(time) AND account_id = \(records.author.account)")
  }
}

extension Records {
  /// Unfinished forms.
  package var drafts: DraftRecords { DraftRecords(records: self) }
}

import DatabaseKit

extension Migration {
  /// Drafts are sealed: the file, its log and its backups hold nothing of what was typed, nor what it is about (H4). Those
  /// that stood here unsealed, none older than twelve hours, go; the engine writes over what it deletes.
  static let sealedDrafts = Migration(
    "2026-11-sealed-drafts",
    [
      .define("DROP TABLE draft"),
      .define(
        """
        CREATE TABLE draft (
          id TEXT NOT NULL PRIMARY KEY,
          account_id TEXT NOT NULL REFERENCES account (id),
          sealed TEXT NOT NULL CHECK (substr(sealed, 1, 3) = 'x1:'),
          saved_at BIGINT NOT NULL)
        """),
      .define("CREATE INDEX draft_by_account ON draft (account_id, saved_at)"),
      .define("CREATE INDEX draft_by_age ON draft (saved_at)"),
      .refuse(
        "draft_stays_with_its_owner", on: "draft", .update,
        when: "NEW.id <> OLD.id OR NEW.account_id <> OLD.account_id", saying: "a draft is its owner's alone"),
    ])

  /// What stood in drafts before they were sealed may still be read in the log and in free pages: it is to be written over
  /// once (`Workplace.migrate`).
  static let erasedDrafts = Migration(
    "2026-11-erased-drafts",
    [
      .define("CREATE TABLE erasure (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), is_due INTEGER NOT NULL)"),
      .define("INSERT INTO erasure (id, is_due) VALUES (1, 1)"),
    ])
}

extension DraftRecords {
  /// Whether what was deleted before drafts were sealed has to be written over still.
  package func isErasureDue() throws -> Bool {
    try records.transaction.exists("SELECT 1 FROM erasure WHERE is_due = 1")
  }

  /// It is written over.
  package func noteErased() throws { try records.transaction.execute("UPDATE erasure SET is_due = 0 WHERE is_due = 1") }
}

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
}

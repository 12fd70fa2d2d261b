import DatabaseKit

extension Migration {
  /// Letters that wait for the host's mail system (N2). What they say is sealed, and gone when they are sent or given up.
  static let outgoingMail = Migration(
    "2026-11-outgoing-mail",
    [
      .define(
        """
        CREATE TABLE outgoing_mail (
          id TEXT NOT NULL PRIMARY KEY,
          account_id TEXT NOT NULL REFERENCES account (id),
          purpose TEXT NOT NULL CHECK (\(Check.said("purpose"))),
          address TEXT NOT NULL,
          sealed_text TEXT NOT NULL CHECK (sealed_text = '' OR sealed_text LIKE 'x1:%'),
          queued_at BIGINT NOT NULL,
          expires_at BIGINT NOT NULL CHECK (expires_at > queued_at),
          tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
          next_at BIGINT NOT NULL,
          problem TEXT NOT NULL DEFAULT '',
          sent_at BIGINT,
          given_up_at BIGINT,
          CHECK (sent_at IS NULL OR given_up_at IS NULL),
          CHECK ((sent_at IS NULL AND given_up_at IS NULL) = (sealed_text <> '')))
        """),
      .define(
        "CREATE INDEX outgoing_mail_waiting ON outgoing_mail (next_at) WHERE sent_at IS NULL AND given_up_at IS NULL"),
      .keepForEver(table: "outgoing_mail"),
      .neverReplaced("outgoing_mail", keys: [.key("id")], changing: []),
      .refuse(
        "outgoing_mail_fixed", on: "outgoing_mail", .update,
        when: ["id", "account_id", "purpose", "address", "queued_at", "expires_at"]
          .map { "NEW.\($0) IS NOT OLD.\($0)" }.joined(separator: " OR "),
        saying: "what names a row of outgoing_mail never changes"),
      .refuse(
        "outgoing_mail_once", on: "outgoing_mail", .update,
        when: "OLD.sent_at IS NOT NULL OR OLD.given_up_at IS NOT NULL", saying: "a letter is sent once"),
      .refuse(
        "outgoing_mail_tries", on: "outgoing_mail", .update, when: "NEW.tries < OLD.tries",
        saying: "the tries of a letter are counted and never taken back"),
    ])

  /// What was given up is looked for at each sign-in of an administrator.
  static let givenUpMail = Migration(
    "2026-11-given-up-mail",
    [.define("CREATE INDEX outgoing_mail_given_up ON outgoing_mail (given_up_at) WHERE given_up_at IS NOT NULL")])
}

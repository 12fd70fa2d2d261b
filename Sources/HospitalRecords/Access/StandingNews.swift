import DatabaseKit

extension Migration {
  /// What may end the session of who is signed in is news to it: their account was changed, or they have left. A session that
  /// follows the changes looks at its account when something of it was announced, not after every commit of anybody.
  static let standingNews = Migration(
    "2026-11-standing-news",
    [
      .announce("standing", from: "account", keys: "SELECT ROW.id AS key"),
      .announce("standing", from: "doctor", keys: "SELECT id AS key FROM account WHERE doctor_id = ROW.id"),
      .announce("standing", from: "staff", keys: "SELECT id AS key FROM account WHERE staff_id = ROW.id"),
    ])
}

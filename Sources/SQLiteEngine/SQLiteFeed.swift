import DatabaseKit

/// The list of changes that triggers write for the live feed.
enum SQLiteFeed {
  /// How many changes are kept; a session that was away for longer reads everything afresh.
  private static let kept = 4096

  /// Makes the list, once.
  static var table: [SQLStatement] {
    [
      """
      CREATE TABLE IF NOT EXISTS feed_change (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, key TEXT NOT NULL)
      """,
      SQLStatement(
        trusted: """
          CREATE TRIGGER IF NOT EXISTS feed_change_forgets AFTER INSERT ON feed_change
          BEGIN DELETE FROM feed_change WHERE sequence <= NEW.sequence - \(kept); END
          """),
    ]
  }
}

extension SQLiteTransaction {
  func changes(after sequence: Int64) throws -> AnnouncedChanges {
    guard sequence > 0 else {
      let newest = try row("SELECT COALESCE(MAX(sequence), 0) AS newest FROM feed_change")?.integer("newest")
      return AnnouncedChanges(newest: newest ?? 0, keys: nil)
    }
    var newest = sequence
    var oldest: Int64?
    var keys: [String: Set<String>] = [:]
    try forEachRow("SELECT sequence, topic, key FROM feed_change WHERE sequence > \(sequence) ORDER BY sequence") {
      row in
      newest = try row.integer("sequence")
      oldest = oldest ?? newest
      keys[try row.text("topic"), default: []].insert(try row.text("key"))
    }
    let isWhole = oldest.map { $0 == sequence + 1 } ?? true
    return AnnouncedChanges(newest: newest, keys: isWhole ? keys : nil)
  }
}

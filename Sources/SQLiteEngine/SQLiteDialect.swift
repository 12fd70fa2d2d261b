import DatabaseKit

/// How SQLite spells the steps of a migration.
struct SQLiteDialect: SQLDialect {
  /// Milliseconds since 1970; `julianday` is the only function of this SQLite that knows fractions of a second.
  var nowMilliseconds: String { "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)" }

  func date(ofMilliseconds expression: String) -> String {
    "strftime('%Y/%m/%d', (\(expression)) / 1000, 'unixepoch')"
  }

  func digest(of expressions: [String]) -> String {
    "\(SQLiteDigest.name)(json_array(\(expressions.joined(separator: ", "))))"
  }

  func statements(for step: MigrationStep) -> [SQLStatement] {
    switch step {
    case .sql(let statement): [statement]
    case .ordered(let table): [table + " WITHOUT ROWID"]
    case .spelled(let statement): [SQLStatement(trusted: statement(self))]
    case .view(let name, let select): [SQLStatement(trusted: "CREATE VIEW \(name) AS \(select(self))")]
    case .appendOnly(let table): [never("update", on: table), never("delete", on: table)]
    case .keepForEver(let table): [never("delete", on: table)]
    case .neverReplaced(let uniqueness): neverReplaced(uniqueness)
    case .refuse(let rule): [refusal(rule)]
    case .consequence(let consequence): [trigger(consequence)]
    case .versioned(let table, let history, let columns): versioned(table, history, columns)
    case .versionedAnew(let table, let history, let columns):
      [SQLStatement(trusted: "DROP TRIGGER \(table)_keep_version"), keepingVersion(of: table, in: history, columns)]
    case .announce(let announcement): SQLiteFeed.table + announce(announcement)
    }
  }

  private func never(_ event: String, on table: String) -> SQLStatement {
    let verb = event == "update" ? "changed" : "removed"
    return trigger(
      "\(table)_never_\(verb)", "BEFORE \(event) ON \(table)", "1", "what \(table) holds is never \(verb)")
  }

  private func refusal(_ rule: MigrationStep.Guard) -> SQLStatement {
    trigger(rule.name, "BEFORE \(rule.event.rawValue) ON \(rule.table)", rule.condition(self), rule.sentence)
  }

  func trigger(_ name: String, _ event: String, _ condition: String, _ sentence: String) -> SQLStatement {
    let quoted = sentence.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    return SQLStatement(
      trusted: "CREATE TRIGGER \(name) \(event) WHEN \(condition) BEGIN SELECT RAISE(ABORT, '\(quoted)'); END")
  }

  private func trigger(_ consequence: MigrationStep.Consequence) -> SQLStatement {
    SQLStatement(
      trusted: """
        CREATE TRIGGER \(consequence.name) AFTER INSERT ON \(consequence.table) BEGIN \(consequence.statement); END
        """)
  }

  private func versioned(_ table: String, _ history: String, _ columns: [String]) -> [SQLStatement] {
    [
      trigger(
        "\(table)_next_version", "BEFORE UPDATE ON \(table)", "NEW.version IS NOT OLD.version + 1",
        "a change of \(table) is a new version: nothing is overwritten"),
      keepingVersion(of: table, in: history, columns),
      never("delete", on: table),
    ] + statements(for: .appendOnly(table: history))
  }

  private func keepingVersion(of table: String, in history: String, _ columns: [String]) -> SQLStatement {
    let list = columns.joined(separator: ", ")
    let old = columns.map { "OLD.\($0)" }.joined(separator: ", ")
    return SQLStatement(
      trusted: """
        CREATE TRIGGER \(table)_keep_version AFTER UPDATE ON \(table) BEGIN
          INSERT INTO \(history) (\(table)_id, \(list)) VALUES (OLD.id, \(old)); END
        """)
  }

  private func announce(_ announcement: MigrationStep.Announcement) -> [SQLStatement] {
    [("insert", "NEW"), ("update", "NEW"), ("delete", "OLD")].map { event, row in
      let keys = announcement.keys.split(separator: "ROW", omittingEmptySubsequences: false).joined(separator: row)
      return SQLStatement(
        trusted: """
          CREATE TRIGGER \(announcement.table)_tells_\(announcement.topic)_\(event) AFTER \(event) ON \(announcement.table)
          BEGIN INSERT INTO feed_change (topic, key) SELECT '\(announcement.topic)', touched.key
            FROM (\(keys)) AS touched WHERE touched.key IS NOT NULL; END
          """)
    }
  }
}

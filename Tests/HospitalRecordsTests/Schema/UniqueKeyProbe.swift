import DatabaseKit

/// A table that is kept for ever, and a way to collide with each of its unique keys.
///
/// The probe takes the guards of other things and all checks away for the length of its transaction, which it takes back in the end, so
/// that what refuses is a guard of the key.
struct UniqueKeyProbe {
  let table: String
  let transaction: any Transaction
  private let columns: [Column]
  /// The columns of each unique key; `rowid` for the engine's own.
  let keys: [[String]]
  private let wanted: [String: String]

  struct Column {
    let name: String
    let isNumber: Bool
    let isNeeded: Bool
  }

  init(_ table: String, in transaction: any Transaction) throws {
    self.table = table
    self.transaction = transaction
    columns = try transaction.rows("SELECT name, type, \"notnull\", pk FROM pragma_table_info(\(table))").map { row in
      Column(
        name: try row.text("name"), isNumber: try row.text("type").contains("INT"),
        isNeeded: try row.flag("notnull") || row.flag("pk"))
    }
    let indexes = try transaction.rows("SELECT name FROM pragma_index_list(\(table)) WHERE \"unique\" = 1")
      .map { try $0.text("name") }
    keys =
      try [["rowid"]]
      + indexes.map { index in
        try transaction.rows("SELECT name FROM pragma_index_info(\(index)) ORDER BY seqno").map { try $0.text("name") }
      }
    wanted = try Self.wantedValues(of: indexes, in: transaction)
    try clear()
  }

  /// The first code that the condition of a partial index names for a column, such as `active` for `status`.
  private static func wantedValues(of indexes: [String], in transaction: any Transaction) throws -> [String: String] {
    var wanted: [String: String] = [:]
    for index in indexes {
      let sql = try transaction.row("SELECT COALESCE(sql, '') AS sql FROM sqlite_schema WHERE name = \(index)")
      let parts = try (sql?.text("sql") ?? "").split(separator: " WHERE ").dropFirst().joined().split(separator: "'")
      if parts.count > 1, let column = parts[0].split(separator: " ").first {
        wanted[String(column)] = String(parts[1])
      }
    }
    return wanted
  }

  /// The guards that stay: those of replacement, and those that fix a key or look at it for a reason of their own.
  private static let guards = ["_never_", "_fixed", "_only_", "_free_then"]

  private func clear() throws {
    for trigger in try triggers(where: { name in !Self.guards.contains { name.hasPrefix(table) && name.contains($0) } })
    {
      try run("DROP TRIGGER \(trigger)")
    }
    try run("PRAGMA ignore_check_constraints = ON")
    try run("PRAGMA defer_foreign_keys = ON")
  }

  /// Takes all guards away.
  func unguard() throws {
    for trigger in try triggers(where: { _ in true }) { try run("DROP TRIGGER \(trigger)") }
  }

  private func triggers(where isMeant: (String) -> Bool) throws -> [String] {
    try transaction.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'").map { try $0.text("name") }
      .filter(isMeant)
  }

  /// Adds row 1 or 2; with `key` of row 1, it collides with it there.
  func insert(_ verb: String, _ row: Int, colliding key: [String] = []) throws {
    let rowid = columns.contains { $0.name == "id" && $0.isNumber } ? "id" : "rowid"
    var names = key == ["rowid"] ? [rowid] : []
    var values = key == ["rowid"] ? ["1"] : []
    for column in columns where !names.contains(column.name) {
      names.append(column.name)
      values.append(literal(column, key.contains(column.name) ? 1 : row))
    }
    try run("\(verb) INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(values.joined(separator: ", ")))")
  }

  /// Gives row 2 the key of row 1, in place of row 1.
  func update(_ key: [String]) throws {
    let assignments = columns.filter { key.contains($0.name) }.map { "\($0.name) = \(literal($0, 1))" }
    let all = key == ["rowid"] ? "rowid = 1" : assignments.joined(separator: ", ")
    try run("UPDATE OR REPLACE \(table) SET \(all) WHERE rowid = 2")
  }

  /// How many rows there are.
  func count() throws -> Int {
    try transaction.row(SQLStatement(trusted: "SELECT COUNT(*) AS count FROM \(table)"))?.count("count") ?? 0
  }

  /// Runs a statement of fixed text.
  func run(_ sql: String) throws { try transaction.execute(SQLStatement(trusted: sql)) }

  /// Takes back what `work` does.
  func trying(_ work: () throws -> Void) throws {
    try run("SAVEPOINT trying")
    try work()
    try run("ROLLBACK TO trying")
    try run("RELEASE trying")
  }

  private func literal(_ column: Column, _ row: Int) -> String {
    if let code = wanted[column.name] { return "'\(code)'" }
    guard column.isNeeded || keys.contains(where: { $0.contains(column.name) }) else { return "NULL" }
    return column.isNumber ? "\(row)" : "'row \(row)'"
  }
}

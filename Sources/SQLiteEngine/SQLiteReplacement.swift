import DatabaseKit

/// Guards against `INSERT OR REPLACE` and `UPDATE OR REPLACE`, which remove the row in their way without asking the
/// triggers that forbid removal. Every session reads them when it opens the file, so they are brief.
extension SQLiteDialect {
  private typealias Key = MigrationStep.Uniqueness.Key

  func neverReplaced(_ unique: MigrationStep.Uniqueness) -> [SQLStatement] {
    let table = unique.table
    // Before an insertion that names no rowid, `NEW.rowid` is a number that no row has.
    let added = (["rowid"].map { Key.key($0) } + unique.keys).map { isTaken($0, in: table) }
    let insertion = refusal("\(table)_never_replaced", "INSERT", on: table, when: added)
    guard let changing = unique.changing else { return [insertion] }
    let changed = changing.map { isTaken($0, in: table, butBy: "OLD") }
    return [
      insertion, refusal("\(table)_never_taken", "UPDATE", on: table, when: ["NEW.rowid <> OLD.rowid"] + changed),
    ]
  }

  private func refusal(_ name: String, _ event: String, on table: String, when conditions: [String]) -> SQLStatement {
    trigger(
      name, "BEFORE \(event) ON \(table)", conditions.joined(separator: " OR "),
      "what \(table) holds is never replaced")
  }

  /// Whether a row, other than `row`, has the key of the new one.
  private func isTaken(_ key: Key, in table: String, butBy row: String? = nil) -> String {
    if key.columns.count == 1, key.condition == nil, row == nil {
      return "NEW.\(key.columns[0]) IN (SELECT \(key.columns[0]) FROM \(table))"
    }
    let same = key.columns.map { "\($0) = NEW.\($0)" }
    let among = key.condition.map { condition in
      ["", "NEW."].map { condition.split(separator: "ROW.", omittingEmptySubsequences: false).joined(separator: $0) }
    }
    let other = row.map { ["rowid <> \($0).rowid"] } ?? []
    return "EXISTS (SELECT 1 FROM \(table) WHERE \((same + (among ?? []) + other).joined(separator: " AND ")))"
  }
}

import DatabaseKit
import GRDB

/// Whose database a file is: SQLite keeps a number of the program in the file's head.
enum SQLiteMark {
  /// Throws `DatabaseFault.foreign` for a file of another program; tells whether the file has yet to be marked. It only
  /// reads: nothing of a stranger's file is changed, not even its journal.
  static func isMissing(_ mark: DatabaseMark, in connection: DatabaseQueue, at path: String) throws -> Bool {
    try connection.unsafeRead { database in
      let number = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      if number == mark.number { return false }
      let tables = Set(try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'"))
      guard number == 0, tables.isEmpty || tables.isSuperset(of: mark.tables) else {
        throw DatabaseFault.foreign(path: path)
      }
      return true
    }
  }
}

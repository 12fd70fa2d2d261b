import DatabaseKit
import GRDB
import GRDBSQLite

/// One run of a prepared statement.
///
/// The library makes a table of the columns' names for each run, and its own values of the arguments, which takes a fifth of
/// an act: an act, or a letter that is searched for, runs up to a hundred statements for a row or two.
struct StatementRun {
  /// What the library has prepared, which is kept as long as it runs.
  private let prepared: Statement
  private var statement: OpaquePointer { prepared.sqliteStatement }

  /// Begins anew with these arguments. Throws where the same statement still runs: its rows would begin anew too.
  init(_ prepared: Statement, _ arguments: [SQLValue] = []) throws {
    self.prepared = prepared
    let statement = prepared.sqliteStatement
    guard sqlite3_stmt_busy(statement) == 0 else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "a statement was run within itself")
    }
    // What is told here of the run before was told when that failed.
    sqlite3_reset(statement)
    guard Int(sqlite3_bind_parameter_count(statement)) == arguments.count else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "wrong number of arguments: \(arguments.count)")
    }
    for (place, argument) in arguments.enumerated() { try check(bind(argument, at: Int32(place + 1))) }
  }

  /// The names of the columns as they are now: the library keeps those of the first run, and another program may have added
  /// one to a table since.
  func columns() -> SQLColumns {
    let known = prepared.columnNames
    let count = Int(sqlite3_column_count(statement))
    guard count != known.count else { return SQLColumns(known) }
    return SQLColumns((0..<Int32(count)).map { sqlite3_column_name(statement, $0).map { String(cString: $0) } ?? "" })
  }

  /// Goes to the next row; false after the last.
  func next() throws -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw fault }
    return false
  }

  /// The number in the first column of the row that it stands on.
  func integer() -> Int64 { sqlite3_column_int64(statement, 0) }

  /// Runs it to its end.
  func finish() throws {
    defer { end() }
    while try next() {}
  }

  /// Ends the run, so that nothing is held for it.
  func end() {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  private func bind(_ value: SQLValue, at place: Int32) -> Int32 {
    // SQLite keeps a copy of its own.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: return sqlite3_bind_null(statement, place)
    case .integer(let integer): return sqlite3_bind_int64(statement, place, integer)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          // A nil start would be NULL, and nothing was typed is not that.
          characters.baseAddress.map { sqlite3_bind_text(statement, place, $0, size(characters.count), copied) }
            ?? sqlite3_bind_text(statement, place, "", 0, copied)
        }
      }
    case .blob(let bytes):
      return bytes.isEmpty
        ? sqlite3_bind_zeroblob(statement, place, 0)
        : sqlite3_bind_blob(statement, place, bytes, size(bytes.count), copied)
    }
  }

  /// More than SQLite takes is refused by it, and no trap.
  private func size(_ count: Int) -> Int32 { Int32(clamping: count) }

  private func check(_ code: Int32) throws {
    if code != SQLITE_OK { throw fault }
  }

  private var fault: DatabaseError {
    let connection = sqlite3_db_handle(statement)
    return DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)))
  }
}

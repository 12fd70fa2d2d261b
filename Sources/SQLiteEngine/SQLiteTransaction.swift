import DatabaseKit
import GRDB
import GRDBSQLite

/// Runs statements on a connection; prepared once for each text and kept by the connection.
struct SQLiteTransaction: Transaction {
  let database: Database
  /// Whether it may only read: a statement that writes is then refused.
  let isReadOnly: Bool
  let mapping: PageMapping

  var dialect: any SQLDialect { SQLiteDialect() }

  /// Runs `body` between a beginning and a commit; takes everything back when it throws.
  ///
  /// The library would prepare these statements anew for each transaction, and by that make SQLite prepare every other
  /// statement of the connection again, which costs more than most of them take.
  func run<Result>(_ beginning: String, _ body: () throws -> Result) throws -> Result {
    try finish(beginning)
    do {
      let result = try body()
      try finish("COMMIT TRANSACTION")
      return result
    } catch {
      // Some faults, such as a full disk, have already taken it back.
      if database.isInsideTransaction { try? finish("ROLLBACK TRANSACTION") }
      throw error
    }
  }

  private func finish(_ sql: String) throws { try StatementRun(try database.cachedStatement(sql: sql)).finish() }

  func readWidely() throws {
    guard isReadOnly else { return }
    try SQLiteFault.translating { try mapping.set(true, for: database) }
  }

  func rows(_ statement: SQLStatement) throws -> [SQLRow] {
    var rows: [SQLRow] = []
    try step(statement) { columns, prepared in
      rows.append(SQLRow(columns: columns, values: Self.values(prepared)))
    }
    return rows
  }

  func forEachRow(_ statement: SQLStatement, _ body: (SQLRow) throws -> Void) throws {
    var row: SQLRow?
    try step(statement) { columns, prepared in
      // A row that nobody kept is filled again.
      if row?.refill({ Self.value(prepared, Int32($0)) }) == nil {
        row = SQLRow(columns: columns, values: Self.values(prepared))
      }
      if let row { try body(row) }
    }
  }

  /// Runs a statement, and gives the columns and the statement at each row that it comes to.
  private func step(_ statement: SQLStatement, _ body: (SQLColumns, OpaquePointer) throws -> Void) throws {
    try SQLiteFault.translating {
      let prepared = try database.cachedStatement(sql: statement.sql)
      if isReadOnly, !prepared.isReadonly { throw DatabaseFault.readOnly }
      let run = try StatementRun(prepared, statement.arguments)
      defer { run.end() }
      guard try run.next() else { return }
      let columns = run.columns()
      repeat { try body(columns, prepared.sqliteStatement) } while try run.next()
    }
  }

  @discardableResult func execute(_ statement: SQLStatement) throws -> Int {
    try SQLiteFault.translating {
      let prepared = try database.cachedStatement(sql: statement.sql)
      if isReadOnly, !prepared.isReadonly { throw DatabaseFault.readOnly }
      try StatementRun(prepared, statement.arguments).finish()
      return database.changesCount
    }
  }

  /// The columns of the row that the statement stands on.
  private static func values(_ statement: OpaquePointer) -> [SQLValue] {
    let count = Int(sqlite3_column_count(statement))
    return Array(unsafeUninitializedCapacity: count) { values, filled in
      for index in 0..<count { values.initializeElement(at: index, to: value(statement, Int32(index))) }
      filled = count
    }
  }

  /// A column of the row that the statement stands on, read without the library's general conversions: a search reads
  /// a thousand of them for every letter typed.
  private static func value(_ statement: OpaquePointer, _ index: Int32) -> SQLValue {
    func bytes(_ start: UnsafePointer<UInt8>?) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index)))
    }

    switch sqlite3_column_type(statement, index) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, index))
    case SQLITE_TEXT, SQLITE_FLOAT:
      return .text(String(decoding: bytes(sqlite3_column_text(statement, index)), as: UTF8.self))
    case SQLITE_BLOB:
      return .blob(Array(bytes(sqlite3_column_blob(statement, index)?.assumingMemoryBound(to: UInt8.self))))
    default: return .null
    }
  }
}

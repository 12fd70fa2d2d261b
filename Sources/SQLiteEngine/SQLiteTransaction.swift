import DatabaseKit
import Foundation
import GRDB

/// Runs statements on a connection; prepared once for each text and kept by the connection.
struct SQLiteTransaction: Transaction {
  let database: Database

  func rows(_ statement: SQLStatement) throws -> [SQLRow] {
    var rows: [SQLRow] = []
    try forEachRow(statement) { rows.append($0) }
    return rows
  }

  func forEachRow(_ statement: SQLStatement, _ body: (SQLRow) throws -> Void) throws {
    try SQLiteFault.translating {
      let prepared = try database.cachedStatement(sql: statement.sql)
      let columns = SQLColumns(prepared.columnNames)
      let count = prepared.columnCount
      let cursor = try Row.fetchCursor(prepared, arguments: Self.arguments(statement))
      while let row = try cursor.next() {
        try body(SQLRow(columns: columns, values: (0..<count).map { Self.value(row, $0) }))
      }
    }
  }

  @discardableResult func execute(_ statement: SQLStatement) throws -> Int {
    try SQLiteFault.translating {
      let prepared = try database.cachedStatement(sql: statement.sql)
      try prepared.execute(arguments: Self.arguments(statement))
      return database.changesCount
    }
  }

  private static func value(_ row: Row, _ index: Int) -> SQLValue {
    switch (row[index] as DatabaseValue).storage {
    case .null: .null
    case .int64(let integer): .integer(integer)
    case .string(let text): .text(text)
    case .blob(let bytes): .blob(Array(bytes))
    case .double(let real): .text(String(real))
    }
  }

  private static func arguments(_ statement: SQLStatement) -> StatementArguments {
    StatementArguments(
      statement.arguments.map { value -> DatabaseValue in
        switch value {
        case .null: .null
        case .integer(let integer): integer.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
      })
  }
}

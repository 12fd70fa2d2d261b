/// The columns of a result, shared by its rows.
package final class SQLColumns: Sendable {
  let positions: [String: Int]

  package init(_ names: [String]) {
    positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// One row of a result. Columns are read by name; a column that is absent or of another type is a fault of the program,
/// reported with its name and never guessed at.
package struct SQLRow: Sendable {
  private let columns: SQLColumns
  private let values: [SQLValue]

  package init(columns: SQLColumns, values: [SQLValue]) {
    self.columns = columns
    self.values = values
  }

  /// The value of a column, NULL included. Throws `DatabaseFault.unexpectedColumn` when there is no such column.
  package func value(_ column: String) throws -> SQLValue {
    guard let index = columns.positions[column] else { throw DatabaseFault.unexpectedColumn(column) }
    return values[index]
  }

  /// The text of a column that is never NULL.
  package func text(_ column: String) throws -> String {
    guard case .text(let text) = try value(column) else { throw DatabaseFault.unexpectedColumn(column) }
    return text
  }

  /// The text of a column, or nil for NULL.
  package func optionalText(_ column: String) throws -> String? {
    try value(column) == .null ? nil : text(column)
  }

  /// The whole number of a column that is never NULL.
  package func integer(_ column: String) throws -> Int64 {
    guard case .integer(let integer) = try value(column) else { throw DatabaseFault.unexpectedColumn(column) }
    return integer
  }

  /// The whole number of a column, or nil for NULL.
  package func optionalInteger(_ column: String) throws -> Int64? {
    try value(column) == .null ? nil : integer(column)
  }

  /// A count or a small number.
  package func count(_ column: String) throws -> Int { Int(try integer(column)) }

  /// A flag of 0 or 1.
  package func flag(_ column: String) throws -> Bool { try integer(column) != 0 }
}

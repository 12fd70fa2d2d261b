/// The columns of a result, shared by its rows.
///
/// A list of a hundred patients reads its columns by name some two thousand times for each key typed, so the names stand in a
/// small table of their own: `Dictionary` hashes with care against attackers, of whom there are none among column names.
package final class SQLColumns: Sendable {
  /// The names in order.
  package let names: [String]
  /// For each slot the position of a name, and beside it those that met a full slot; -1 is an empty one.
  private let slots: [Int]

  package init(_ names: [String]) {
    self.names = names
    var size = 16
    while size < names.count * 2 { size *= 2 }
    var slots = Array(repeating: -1, count: size)
    for (position, name) in names.enumerated() {
      var slot = Self.start(name, in: size)
      while slots[slot] >= 0, names[slots[slot]] != name { slot = (slot + 1) & (size - 1) }
      if slots[slot] < 0 { slots[slot] = position }
    }
    self.slots = slots
  }

  /// Where a column stands; the first of its name, nil for none.
  func position(of name: String) -> Int? {
    var slot = Self.start(name, in: slots.count)
    while slots[slot] >= 0 {
      if names[slots[slot]] == name { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func start(_ name: String, in size: Int) -> Int {
    var name = name
    return name.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last else { return 0 }
      return (Int(first) &* 7 &+ Int(last) &* 3 &+ bytes.count &* 5) & (size - 1)
    }
  }
}

/// One row of a result. Columns are read by name; a column that is absent or of another type is a fault of the program,
/// reported with its name and never guessed at.
package struct SQLRow: Sendable {
  private let columns: SQLColumns
  private var values: [SQLValue]

  package init(columns: SQLColumns, values: [SQLValue]) {
    self.columns = columns
    self.values = values
  }

  /// Takes the values of the next row of the same result in place of its own, in the same memory where nobody else holds
  /// them.
  package mutating func refill(_ value: (_ column: Int) -> SQLValue) {
    for column in values.indices { values[column] = value(column) }
  }

  /// The names of its columns, in order.
  package var names: [String] { columns.names }

  /// The value of a column, NULL included. Throws `DatabaseFault.unexpectedColumn` when there is no such column.
  package func value(_ column: String) throws -> SQLValue {
    guard let index = columns.position(of: column) else { throw DatabaseFault.unexpectedColumn(column) }
    return values[index]
  }

  /// The text of a column that is never NULL.
  package func text(_ column: String) throws -> String {
    guard case .text(let text) = try value(column) else { throw DatabaseFault.unexpectedColumn(column) }
    return text
  }

  /// The text of a column, or nil for NULL.
  package func optionalText(_ column: String) throws -> String? {
    switch try value(column) {
    case .null: nil
    case .text(let text): text
    default: throw DatabaseFault.unexpectedColumn(column)
    }
  }

  /// The whole number of a column that is never NULL.
  package func integer(_ column: String) throws -> Int64 {
    guard case .integer(let integer) = try value(column) else { throw DatabaseFault.unexpectedColumn(column) }
    return integer
  }

  /// The whole number of a column, or nil for NULL.
  package func optionalInteger(_ column: String) throws -> Int64? {
    switch try value(column) {
    case .null: nil
    case .integer(let integer): integer
    default: throw DatabaseFault.unexpectedColumn(column)
    }
  }

  /// A count or a small number.
  package func count(_ column: String) throws -> Int { Int(try integer(column)) }

  /// A flag of 0 or 1.
  package func flag(_ column: String) throws -> Bool { try integer(column) != 0 }
}

/// A statement written as an interpolated literal. Every `\( )` in it is bound as an argument and never pasted into the
/// text, so what a person typed can not become SQL.
///
///     let statement: SQLStatement = "SELECT id FROM room WHERE number = \(number)"
package struct SQLStatement: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The text, with a `?` for each argument.
  package private(set) var sql: String
  /// The arguments, in the order of their marks.
  package private(set) var arguments: [SQLValue]

  package init(stringLiteral value: String) {
    sql = value
    arguments = []
  }

  package init(stringInterpolation: StringInterpolation) {
    sql = stringInterpolation.sql
    arguments = stringInterpolation.arguments
  }

  /// A statement of fixed text, for schema definitions that are put together from the program's own names.
  package init(trusted sql: String, arguments: [SQLValue] = []) {
    self.sql = sql
    self.arguments = arguments
  }

  /// Collects the text and the arguments of a literal.
  package struct StringInterpolation: StringInterpolationProtocol {
    var sql = ""
    var arguments: [SQLValue] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      sql.reserveCapacity(literalCapacity + interpolationCount)
      arguments.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) {
      sql += literal
    }

    /// Binds one value.
    package mutating func appendInterpolation(_ value: some SQLBindable) {
      sql += "?"
      arguments.append(value.sqlValue)
    }

    /// Binds one value, or NULL for nil.
    package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      appendInterpolation(value?.sqlValue ?? .null)
    }

    /// Binds a list, for `IN (\(list: ids))`; an empty list matches nothing.
    package mutating func appendInterpolation(list values: [some SQLBindable]) {
      sql += values.isEmpty ? "NULL" : values.map { _ in "?" }.joined(separator: ", ")
      arguments += values.map(\.sqlValue)
    }

    /// Puts a piece of a statement in place, with its own arguments.
    package mutating func appendInterpolation(part: SQLStatement) {
      sql += part.sql
      arguments += part.arguments
    }
  }

  /// This statement followed by another.
  package static func + (left: SQLStatement, right: SQLStatement) -> SQLStatement {
    SQLStatement(trusted: left.sql + right.sql, arguments: left.arguments + right.arguments)
  }
}

extension [SQLStatement] {
  /// The pieces as one, with `separator` between them.
  package func joined(separator: String) -> SQLStatement {
    SQLStatement(trusted: map(\.sql).joined(separator: separator), arguments: flatMap(\.arguments))
  }
}

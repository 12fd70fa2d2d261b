/// A value as a database column holds it. Reals are absent on purpose: nothing the hospital keeps is approximate.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])
}

/// A type that can be bound to a statement: text, whole numbers, flags and the domain's own values.
package protocol SQLBindable {
  /// The column value that stands for this value.
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
  package var sqlValue: SQLValue { self }
}

extension String: SQLBindable {
  package var sqlValue: SQLValue { .text(self) }
}

extension Int64: SQLBindable {
  package var sqlValue: SQLValue { .integer(self) }
}

extension Int: SQLBindable {
  package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Bool: SQLBindable {
  package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

import DatabaseKit
import HospitalDomain

extension Identifier: SQLBindable {
  package var sqlValue: SQLValue { .text(text) }
}

extension Timestamp: SQLBindable {
  package var sqlValue: SQLValue { .integer(milliseconds) }
}

extension CalendarDate: SQLBindable {
  package var sqlValue: SQLValue { .text(description) }
}

extension SQLStatement.StringInterpolation {
  /// Binds the stored code of a value such as a role or a status.
  package mutating func appendInterpolation<Code: RawRepresentable>(_ code: Code) where Code.RawValue == String {
    appendInterpolation(code.rawValue)
  }
}

extension SQLRow {
  /// An identifier.
  package func identifier<Kind>(_ column: String) throws -> Identifier<Kind> { Identifier(try text(column)) }

  /// An identifier, or nil for NULL.
  package func optionalIdentifier<Kind>(_ column: String) throws -> Identifier<Kind>? {
    try optionalText(column).map { Identifier($0) }
  }

  /// A time.
  package func timestamp(_ column: String) throws -> Timestamp { Timestamp(milliseconds: try integer(column)) }

  /// A time, or nil for NULL.
  package func optionalTimestamp(_ column: String) throws -> Timestamp? {
    try optionalInteger(column).map { Timestamp(milliseconds: $0) }
  }

  /// A date. Throws when the text is no date, which the schema does not let happen.
  package func date(_ column: String) throws -> CalendarDate {
    guard let date = CalendarDate(try text(column)) else { throw DatabaseFault.unexpectedColumn(column) }
    return date
  }

  /// A value by its stored code. Throws when the code is unknown, which the schema does not let happen.
  package func code<Code: RawRepresentable>(_ column: String) throws -> Code where Code.RawValue == String {
    guard let code = Code(rawValue: try text(column)) else { throw DatabaseFault.unexpectedColumn(column) }
    return code
  }

  /// A value by its stored code, or nil for NULL.
  package func optionalCode<Code: RawRepresentable>(_ column: String) throws -> Code? where Code.RawValue == String {
    try value(column) == .null ? nil : code(column) as Code
  }
}

extension HospitalNumber: SQLBindable {
  package var sqlValue: SQLValue { .integer(value) }
}

extension SQLRow {
  /// A hospital number. Throws when its check digit is wrong.
  package func hospitalNumber(_ column: String) throws -> HospitalNumber {
    guard let number = HospitalNumber(value: try integer(column)) else { throw DatabaseFault.unexpectedColumn(column) }
    return number
  }

  /// A person's name, of the columns `family_name` and `given_name` behind a prefix.
  package func personName(_ prefix: String = "") throws -> PersonName {
    PersonName(family: try text(prefix + "family_name"), given: try text(prefix + "given_name"))
  }
}

import GRDB

/// A clock in the place of the engine's own, for databases of tests in which a day has to pass: SQLite then reads the time
/// of `SQLiteDialect.nowMilliseconds` from it. No program that serves a hospital has one.
package struct SQLiteClock: Sendable {
  private let milliseconds: @Sendable () -> Int64

  /// A clock that shows milliseconds since 1970, UTC.
  package init(_ milliseconds: @escaping @Sendable () -> Int64) {
    self.milliseconds = milliseconds
  }

  /// The half of a millisecond keeps what is cut off from being a whole one.
  var function: DatabaseFunction {
    DatabaseFunction("julianday", argumentCount: 1) { values in
      guard values.first.flatMap(String.fromDatabaseValue) == "now" else { return nil }
      return 2_440_587.5 + (Double(milliseconds()) + 0.5) / 86_400_000
    }
  }
}

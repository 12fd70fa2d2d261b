/// One step of the schema's history. Applied once for each database, in order, in a transaction of its own.
package struct Migration: Sendable {
  /// Its name for ever, such as `2026-11-beds`.
  package let name: String
  /// What it does, in order.
  package var steps: [MigrationStep] { makeSteps() }
  private let makeSteps: @Sendable () -> [MigrationStep]

  /// Its steps are put together only when they are to be taken: every start asks for the names of all migrations.
  package init(_ name: String, _ steps: @escaping @autoclosure @Sendable () -> [MigrationStep]) {
    self.name = name
    makeSteps = steps
  }
}

/// A piece of a migration. What differs between engines is named by its meaning, and each engine's dialect spells it.
package enum MigrationStep: Sendable {
  /// Portable SQL.
  case sql(SQLStatement)
  /// A table that is read by ranges of its primary key alone, and so is best kept in that order.
  case ordered(SQLStatement)
  /// A statement whose text may hold the dialect's own expressions.
  case spelled(@Sendable (any SQLDialect) -> String)
  /// A view whose text may hold the dialect's own expressions, such as the time now.
  case view(name: String, select: @Sendable (any SQLDialect) -> String)
  /// Rows of the table can be added and read, never changed or removed, by any connection.
  case appendOnly(table: String)
  /// Rows of the table are never removed, by any connection.
  case keepForEver(table: String)
  /// No row takes the place of another with the same key, by any connection, where the engine knows statements that
  /// would let it. For every table that is kept for ever.
  case neverReplaced(Uniqueness)
  /// A change is refused, by any connection, while the condition holds. `NEW` and `OLD` name the row.
  case refuse(Guard)
  /// What every new row of a table does to others, by any connection. `NEW` names the row.
  case consequence(Consequence)
  /// Before a row of `table` is changed, the row as it was goes to `history`, and the change must bring the next version
  /// number. Rows of `table` are never removed and rows of `history` never changed.
  case versioned(table: String, history: String, columns: [String])
  /// The versions of a table that has been `versioned` hold these columns from now on.
  case versionedAnew(table: String, history: String, columns: [String])
  /// Every change of the table is noted, by any connection, with a topic and the keys it touches, for the live feed to
  /// read with `Transaction.changes(after:)`.
  case announce(Announcement)

  /// What no two rows of a table have in common.
  package struct Uniqueness: Sendable {
    /// The table.
    package let table: String
    /// Every unique key of it, unless another guard of insertions looks at it.
    package let keys: [Key]
    /// Those that a change of a row can give it; nil when rows of the table never change.
    package let changing: [Key]?

    /// A unique key.
    package struct Key: Sendable {
      /// The columns that make it up.
      package let columns: [String]
      /// The rows that it holds for, as a condition with `ROW` for the row; nil for all.
      package let condition: String?

      /// A key of these columns, among the rows of a condition.
      package static func key(_ columns: String..., among condition: String? = nil) -> Key {
        Key(columns: columns, condition: condition)
      }
    }
  }

  /// A condition under which a change is refused.
  package struct Guard: Sendable {
    /// The change that is looked at.
    package enum Event: String, Sendable { case insert, update, delete }
    /// The guard's name.
    package let name: String
    /// The table it stands on.
    package let table: String
    /// The change that it looks at.
    package let event: Event
    /// SQL over `NEW` and `OLD`, as the dialect spells it; the change is refused when it is true.
    package let condition: @Sendable (any SQLDialect) -> String
    /// The sentence that the person at any connection is given.
    package let sentence: String
  }

  /// What every new row of a table does to others.
  package struct Consequence: Sendable {
    /// Its name.
    package let name: String
    /// The table whose new rows have it.
    package let table: String
    /// Portable SQL over `NEW`, run after the row is added and before anything else is.
    package let statement: String
  }

  /// A change that the live feed should hear of.
  package struct Announcement: Sendable {
    /// The topic, such as `room`.
    package let topic: String
    /// The table that is watched.
    package let table: String
    /// A query for the keys that a changed row touches, with `ROW` for the changed row.
    package let keys: String
  }

  /// A condition under which a change is refused; see `Guard`.
  package static func refuse(
    _ name: String, on table: String, _ event: Guard.Event,
    when condition: @escaping @autoclosure @Sendable () -> String, saying sentence: String
  ) -> MigrationStep {
    refuse(name, on: table, event, given: { _ in condition() }, saying: sentence)
  }

  /// What every new row of a table does to others; see `Consequence`.
  package static func consequence(_ name: String, ofRowsAddedTo table: String, _ statement: String) -> MigrationStep {
    .consequence(Consequence(name: name, table: table, statement: statement))
  }

  /// A condition that uses an expression of the dialect; see `Guard`.
  package static func refuse(
    _ name: String, on table: String, _ event: Guard.Event,
    given condition: @escaping @Sendable (any SQLDialect) -> String,
    saying sentence: String
  ) -> MigrationStep {
    .refuse(Guard(name: name, table: table, event: event, condition: condition, sentence: sentence))
  }

  /// What no two rows of a table have in common; see `Uniqueness`.
  package static func neverReplaced(
    _ table: String, keys: [Uniqueness.Key], changing: [Uniqueness.Key]?
  ) -> MigrationStep {
    .neverReplaced(Uniqueness(table: table, keys: keys, changing: changing))
  }

  /// A change that the live feed should hear of; see `Announcement`.
  package static func announce(_ topic: String, from table: String, keys: String) -> MigrationStep {
    .announce(Announcement(topic: topic, table: table, keys: keys))
  }
}

/// How an engine spells what SQL does not say alike everywhere.
package protocol SQLDialect: Sendable {
  /// An expression for the time now, in milliseconds UTC.
  var nowMilliseconds: String { get }

  /// An expression for the date, `YYYY/MM/DD` in UTC, of an expression in milliseconds.
  func date(ofMilliseconds expression: String) -> String

  /// An expression for the SHA-256 (FIPS 180-4) of several expressions together, in 64 hexadecimal digits. No two lists of
  /// values have the same text beneath it, whatever is in them.
  func digest(of expressions: [String]) -> String

  /// The statements that carry out a step.
  func statements(for step: MigrationStep) -> [SQLStatement]
}

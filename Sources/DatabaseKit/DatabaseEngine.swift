/// A database behind the seam. One value serves one process; sessions in other processes open their own on the same
/// file or server.
package protocol DatabaseEngine: Sendable {
  /// How this engine says the few things that SQL does not say alike everywhere.
  var dialect: any SQLDialect { get }

  /// Runs `body` on one snapshot; writes in it are refused. Ends the read before it returns.
  func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result

  /// Runs `body` in one transaction that may write: all of it is kept, durably, or none. Waits its turn behind other
  /// writers in order; rings the bell of every session once it is committed.
  @discardableResult func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result

  /// Calls `changed` on a background queue soon after any session, of any process, has committed; may call it too often,
  /// never too seldom. Ends when the returned observation is cancelled or let go.
  func observeCommits(_ changed: @escaping @Sendable () -> Void) throws -> any CommitObservation

  /// A second engine on the same database with a connection of its own, for reads beside the screen's.
  func anotherReader() throws -> any DatabaseEngine

  /// A second engine on the same database with a connection of its own, for writes that the screen does not wait for.
  func anotherWriter() throws -> any DatabaseEngine

  /// A copy of the database as it stands, for a rehearsal: nobody else sees it, and it goes with the value. Making it and
  /// writing in it holds nobody up.
  func copyForRehearsal() throws -> any DatabaseEngine

  /// Writes over what was deleted, in the database and in whatever lies beside it: nothing of it can be read any more.
  ///
  /// - Returns: false when others had the database open, so that a part may be left; then it has to be done again.
  func eraseDeleted() throws -> Bool

  /// Checks the file as a whole; one phrase for each thing wrong, none when it is sound.
  func integrityProblems() throws -> [String]

  /// Rows that name a row that is not there; one phrase for each, none when all is sound.
  func brokenReferences() throws -> [String]
}

/// A running watch on commits; ends when cancelled or let go.
package protocol CommitObservation: AnyObject, Sendable {
  /// Ends the watch; safe to call twice.
  func cancel()
}

/// A transaction: where statements run.
package protocol Transaction {
  /// How its engine says the few things that SQL does not say alike everywhere.
  var dialect: any SQLDialect { get }

  /// The rows that a statement returns.
  func rows(_ statement: SQLStatement) throws -> [SQLRow]

  /// Runs a statement and returns how many rows it changed.
  @discardableResult func execute(_ statement: SQLStatement) throws -> Int

  /// Hands over the rows one at a time, for results that should not be held whole.
  func forEachRow(_ statement: SQLStatement, _ body: (SQLRow) throws -> Void) throws

  /// What was announced since the change numbered `sequence`, oldest first; see `MigrationStep.announce`.
  func changes(after sequence: Int64) throws -> AnnouncedChanges

  /// Says that what follows reads many pages all over the file, as a search does: an engine may come by them in another way.
  func readWidely() throws
}

/// What was announced to the live feed.
package struct AnnouncedChanges: Hashable, Sendable {
  /// The number of the newest change, from which the next look goes on.
  package let newest: Int64
  /// The keys touched, for each topic; nil when changes so old were asked for that they are no longer kept, and everything
  /// has to be read afresh.
  package let keys: [String: Set<String>]?

  package init(newest: Int64, keys: [String: Set<String>]?) {
    self.newest = newest
    self.keys = keys
  }
}

extension Transaction {
  /// The first row, if there is one.
  package func row(_ statement: SQLStatement) throws -> SQLRow? { try rows(statement).first }

  /// Whether the statement returns a row.
  package func exists(_ statement: SQLStatement) throws -> Bool { try row(statement) != nil }
}

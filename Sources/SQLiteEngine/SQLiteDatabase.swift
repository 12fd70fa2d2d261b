import DatabaseKit
import GRDB
import GRDBSQLite

/// SQLite behind the seam: one file, in write-ahead mode, synchronised to the disk at every commit.
package struct SQLiteDatabase: DatabaseEngine {
  private let connection: DatabaseQueue
  private let location: Location
  private let writers: WritersQueue?
  private let bell: Bell?
  private let clock: SQLiteClock?
  private let mapping = PageMapping()

  /// Where the database lives.
  enum Location: Sendable {
    case file(String, readOnly: Bool)
    case memory
  }

  /// How a file is to be opened.
  package enum Mode: Sendable {
    /// It must be there.
    case existing
    /// It must be there and will only be read.
    case readOnly
    /// It is made when it is not there.
    case create
  }

  /// Opens the file at `path`. Throws a `DatabaseFault` that tells a missing file, a damaged one, one that may only be
  /// read and one that can not be made from each other.
  ///
  /// - Parameter mark: whose database it must be. An empty file, and one that is older than the mark, is given it, unless it
  ///   is only read. Throws `DatabaseFault.foreign` for any other, and leaves it as it is. Nil for anybody's.
  package init(path: String, mode: Mode = .existing, mark: DatabaseMark? = nil, clock: SQLiteClock? = nil) throws {
    try DatabaseFile.confirm(path, for: mode)
    self.path = path
    self.clock = clock
    let isReadOnly = mode == .readOnly
    location = .file(path, readOnly: isReadOnly)
    let (connection, isUnmarked) = try SQLiteFault.translating(fileAt: path) {
      let connection = try DatabaseQueue(path: path, configuration: Self.configuration(readOnly: isReadOnly, clock))
      // Who makes a file fills it: a million patients do not go through the cache of a session.
      if mode == .create {
        try connection.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = -16384") }
      }
      let isUnmarked = try mark.map { try SQLiteMark.isMissing($0, in: connection, at: path) } ?? false
      if !isReadOnly { try Self.keepLog(connection, at: path) }
      return (connection, isUnmarked)
    }
    self.connection = connection
    writers = isReadOnly ? nil : try WritersQueue(besides: path)
    bell = isReadOnly ? nil : Bell(besides: path)
    if let mark, isUnmarked, !isReadOnly {
      try write { try $0.execute(SQLStatement(trusted: "PRAGMA application_id = \(mark.number)")) }
    }
  }

  /// A database in memory that ends with the value; for tests and for trying things out.
  package init(clock: SQLiteClock? = nil) throws {
    path = ":memory:"
    location = .memory
    self.clock = clock
    connection = try SQLiteFault.translating {
      try DatabaseQueue(configuration: Self.configuration(readOnly: false, clock))
    }
    writers = nil
    bell = Bell()
  }

  /// A database that nobody else sees, in a file of SQLite's own that goes with the connection.
  private init(copyOf original: DatabaseQueue, _ clock: SQLiteClock?) throws {
    path = ":copy:"
    location = .memory
    self.clock = clock
    connection = try SQLiteFault.translating {
      let copy = try DatabaseQueue(path: "", configuration: Self.configuration(readOnly: false, clock))
      try original.backup(to: copy)
      return copy
    }
    writers = nil
    bell = nil
  }

  /// The file's path, or `:memory:`.
  package let path: String

  package var dialect: any SQLDialect { SQLiteDialect() }

  package func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
    try SQLiteFault.translating {
      try connection.unsafeRead { database in
        try confirmInPlace(database)
        let transaction = SQLiteTransaction(database: database, isReadOnly: true, mapping: mapping)
        return try transaction.run("BEGIN DEFERRED TRANSACTION") { try body(transaction) }
      }
    }
  }

  @discardableResult
  package func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
    guard case .file(_, readOnly: true) = location else { return try writeInTurn(body) }
    throw DatabaseFault.readOnly
  }

  /// The lock on the side file is taken before `BEGIN IMMEDIATE` and given back after the commit, so that writers of all
  /// processes are served in turn and none meets a busy database.
  private func writeInTurn<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
    let result = try SQLiteFault.translating {
      try connection.writeWithoutTransaction { database in
        try mapping.set(false, for: database)
        return try inTurn {
          try confirmInPlace(database)
          let transaction = SQLiteTransaction(database: database, isReadOnly: false, mapping: mapping)
          return try transaction.run("BEGIN IMMEDIATE TRANSACTION") { try body(transaction) }
        }
      }
    }
    bell?.ring()
    return result
  }

  /// Work on the file as a whole, which is no transaction; other writers wait for it.
  func eraseInTurn<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try SQLiteFault.translating {
      try connection.writeWithoutTransaction { database in try inTurn { try work(database) } }
    }
  }

  private func inTurn<Result>(_ body: () throws -> Result) throws -> Result {
    guard let writers else { return try body() }
    return try writers.inTurn(body)
  }

  package func observeCommits(_ changed: @escaping @Sendable () -> Void) throws -> any CommitObservation {
    guard case .file(let path, _) = location else { return bell?.hear(changed) ?? SilentObservation() }
    return BellWatch(path: path, dataVersion: dataVersion, changed: changed)
  }

  package func anotherReader() throws -> any DatabaseEngine {
    guard case .file(let path, _) = location else { return self }
    return try SQLiteDatabase(path: path, mode: .readOnly, clock: clock)
  }

  package func anotherWriter() throws -> any DatabaseEngine {
    guard case .file(let path, readOnly: false) = location else { return self }
    return try SQLiteDatabase(path: path, clock: clock)
  }

  package func copyForRehearsal() throws -> any DatabaseEngine { try SQLiteDatabase(copyOf: connection, clock) }

  /// Makes another database, whatever was in it, the same as this one: what many are to begin with need be made once.
  package func copy(into other: SQLiteDatabase) throws {
    try SQLiteFault.translating { try connection.backup(to: other.connection) }
  }

  /// Throws `DatabaseFault.moved` when the file at the path is not the one that was opened. SQLite would go on with the
  /// old one: what is written to it is in nobody's hospital.
  private func confirmInPlace(_ database: Database) throws {
    guard case .file = location else { return }
    var hasMoved: CInt = 0
    sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
    if hasMoved != 0 { throw DatabaseFault.moved(path: path) }
  }

  /// A number that moves when something was committed, by another connection or by this one.
  private func dataVersion() throws -> Int64 {
    try SQLiteFault.translating {
      try connection.unsafeRead { database in
        try confirmInPlace(database)
        let run = try StatementRun(try database.cachedStatement(sql: "PRAGMA data_version"))
        defer { run.end() }
        let others = try run.next() ? run.integer() : 0
        return others &+ Int64(database.totalChangesCount) << 32
      }
    }
  }

  package func integrityProblems() throws -> [String] {
    try SQLiteFault.translating {
      try connection.unsafeRead { try String.fetchAll($0, sql: "PRAGMA integrity_check").filter { $0 != "ok" } }
    }
  }

  package func brokenReferences() throws -> [String] {
    try SQLiteFault.translating {
      try connection.unsafeRead { database in
        try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
          "a row of \(row["table"] ?? "?") names a row of \(row["parent"] ?? "?") that is not there"
        }
      }
    }
  }

  /// The write-ahead mode is a property of the file. It is asked for here and not of the library, which would write a
  /// table and take it back, and wait for the disk twice, each time the first session of the day opens.
  private static func keepLog(_ connection: DatabaseQueue, at path: String) throws {
    try connection.writeWithoutTransaction { database in
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      guard mode == "wal" else {
        throw DatabaseFault.cannotOpen(path: path, detail: "its folder can't keep a write-ahead log")
      }
      try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
    }
  }

  private static func configuration(readOnly: Bool, _ clock: SQLiteClock?) -> Configuration {
    _ = (PageMemory.isKept, PageMemory.isNotCounted)
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.publicStatementArguments = false
    configuration.prepareDatabase { database in
      // The library has SQLite name every column that a statement and the triggers below it touch, for observers of
      // tables. There are none, and the naming costs more than the preparing.
      sqlite3_set_authorizer(database.sqliteConnection, nil, nil)
      database.add(function: SQLiteDigest.function)
      // What is read again is mostly the system's to keep, once for all sessions of the host.
      try database.execute(sql: "PRAGMA cache_size = -400")
      if let clock { database.add(function: clock.function) }
    }
    return configuration
  }
}

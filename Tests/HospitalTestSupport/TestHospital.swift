import DatabaseKit
import Foundation
import HospitalDomain
import HospitalRecords
import HospitalServices
import SQLiteEngine

/// A small hospital for tests: the real schema on a real SQLite in memory or in a file, a clock that is set by hand (the
/// database's own too), counted identifiers, a session for each role, and sample wards, rooms, people and patients.
package final class TestHospital: Sendable {
  /// Where the database is.
  package enum Storage: Sendable { case memory, file }

  package let engine: any DatabaseEngine
  package let clock: SettableClock
  package let workplace: Workplace
  package let hospital: Hospital
  /// The identifiers of what is in it.
  package let samples: Samples
  private let accounts: [Role: Account]
  private let folder: URL?

  /// The first time that its clock shows: 2026/11/21 14:02, UTC.
  package static let opening = Timestamp(milliseconds: 1_795_269_720_000)

  /// The day on which it opens.
  package static let today = LocalTime.utc.date(of: opening)

  /// A hospital with everything in it. A file is in a temporary folder that goes with the value.
  package init(
    _ storage: Storage = .memory, at opening: Timestamp = opening, press: PaperPress = .none,
    means: TestSignInMeans = TestSignInMeans()
  ) throws {
    let clock = SettableClock(opening)
    self.clock = clock
    let database: SQLiteDatabase
    (database, folder) = try Self.database(storage, clock)
    try Self.migrated.get().copy(into: database)
    engine = database
    workplace = Workplace(
      engine: engine, clock: { clock.now }, localTime: .utc, ids: .counted(), passwords: .fake,
      sealing: .ofTests, means: means.means, press: press)
    try workplace.migrate()
    let founding = Founding(workplace)
    (hospital, accounts, samples) = try engine.write { try founding.build(in: $0) }
  }

  deinit {
    if let folder { try? FileManager.default.removeItem(at: folder) }
  }

  /// Somebody of this role at work.
  package func session(_ role: Role, terminal: String = "test") -> Session {
    guard let account = accounts[role] else { preconditionFailure("every role has an account") }
    return Session(workplace: workplace, account: account, hospital: hospital, terminal: terminal)
  }

  /// Somebody of this role at work in another process: on a connection of their own to the hospital's file.
  package func separateSession(_ role: Role) throws -> Session {
    guard let folder else { preconditionFailure("a hospital in memory has one connection") }
    return session(role).on(
      try SQLiteDatabase(path: folder.appending(path: Self.fileName).path, clock: clock.ofDatabase))
  }

  private static let fileName = "hospital.sqlite"

  /// The account of a role.
  package func account(_ role: Role) -> AccountID { session(role).account.id }

  /// Writes in the records without a service, as the administrator.
  @discardableResult package func write<Result>(_ work: (Records) throws -> Result) throws -> Result {
    try engine.write { try work(Records($0, author: author)) }
  }

  /// Reads the records without a service.
  package func read<Result>(_ look: (Records) throws -> Result) throws -> Result {
    try engine.read { try look(Records($0, author: author)) }
  }

  /// Runs SQL of any kind, as somebody with the `sqlite3` shell would.
  @discardableResult package func execute(_ statement: SQLStatement) throws -> Int {
    try engine.write { try $0.execute(statement) }
  }

  /// Whether the database's file, or its log, holds a text as it stands.
  package func fileHolds(_ text: String) -> Bool {
    guard let folder else { preconditionFailure("a hospital in memory has no file") }
    return ["", "-wal"].contains { ending in
      guard let bytes = try? Data(contentsOf: folder.appending(path: Self.fileName + ending)) else { return false }
      return bytes.range(of: Data(text.utf8)) != nil
    }
  }

  private var author: Records.Author {
    Records.Author(account: account(.administrator), hospital: hospital.id, now: clock.now, ids: workplace.ids)
  }

  /// An empty database with the whole schema: its migrations take longer than most tests.
  private static let migrated = Result {
    let database = try SQLiteDatabase()
    try Migrator(Migrations.all).migrate(database, at: opening.milliseconds)
    return database
  }

  private static func database(_ storage: Storage, _ clock: SettableClock) throws -> (SQLiteDatabase, URL?) {
    guard storage == .file else { return (try SQLiteDatabase(clock: clock.ofDatabase), nil) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "hms-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: fileName).path
    return (try SQLiteDatabase(path: path, mode: .create, clock: clock.ofDatabase), folder)
  }
}

extension Records {
  /// How many rows a table has.
  package func rows(in table: String) throws -> Int {
    try transaction.row(SQLStatement(trusted: "SELECT COUNT(*) AS count FROM \(table)"))?.count("count") ?? 0
  }
}

import DatabaseKit
import HospitalDomain
import HospitalRecords

/// What every use case stands on: the database, the clock, identifiers and the hashing of passwords. Made once, in the
/// composition root, and passed in.
package struct Workplace: Sendable {
  /// The database.
  package let engine: any DatabaseEngine
  /// The time now.
  package let clock: @Sendable () -> Timestamp
  /// The hospital's local time, for dates and what is shown.
  package let localTime: LocalTime
  /// Where new identifiers come from.
  package let ids: IdentifierSource
  /// How passwords are hashed.
  package let passwords: PasswordHashing
  /// How what the database file alone must not give away is sealed.
  package let sealing: Sealing
  /// What signing in needs of the host.
  package let means: SignInMeans
  /// How the database does.
  package let health: Health
  /// How documents are printed.
  package let press: PaperPress
  /// How long a restricted record stays open that was opened with a reason (H6).
  package let openingLasts: Duration

  package init(
    engine: any DatabaseEngine, clock: @escaping @Sendable () -> Timestamp, localTime: LocalTime, ids: IdentifierSource,
    passwords: PasswordHashing, sealing: Sealing = .none, means: SignInMeans = .none, health: Health = Health(),
    press: PaperPress = .none, openingLasts: Duration = .minutes(RestrictionRule.usualMinutes)
  ) {
    self.engine = engine
    self.clock = clock
    self.localTime = localTime
    self.ids = ids
    self.passwords = passwords
    self.sealing = sealing
    self.means = means
    self.health = health
    self.press = press
    self.openingLasts = openingLasts
  }

  /// Today at the hospital.
  package var today: CalendarDate { localTime.date(of: clock()) }

  /// Looks at records in the name of somebody. Throws a `Fault` when the database fails.
  func read<Result>(as author: Records.Author, _ work: (Records) throws -> Result) throws -> Result {
    try health.reading { try engine.read { try work(Records($0, author: author)) } }
  }

  /// Changes records in the name of somebody: all of it, or nothing. Throws a `Fault` when the database fails.
  func write<Result>(as author: Records.Author, _ work: (Records) throws -> Result) throws -> Result {
    try health.writing { try engine.write { try work(Records($0, author: author)) } }
  }

  /// Reaches for the database. Throws a `Fault` when it fails.
  func reading<Result>(_ work: () throws -> Result) throws -> Result { try health.reading(work) }

  /// Brings the database to the newest schema.
  package func migrate() throws {
    try Migrator(Migrations.all).migrate(engine, at: clock().milliseconds)
    try eraseOnce()
  }

  /// Writes over what was typed into drafts before they were sealed; while others have the database open, the next start
  /// tries again.
  private func eraseOnce() throws {
    let nobody = Records.Author(account: Identifier(""), hospital: Identifier(""), now: clock(), ids: ids)
    guard try engine.read({ try Records($0, author: nobody).drafts.isErasureDue() }) else { return }
    guard try engine.eraseDeleted() else { return }
    try engine.write { try Records($0, author: nobody).drafts.noteErased() }
  }

  /// The same workplace on another connection, for work beside the screen's.
  package func on(_ engine: any DatabaseEngine) -> Workplace {
    Workplace(
      engine: engine, clock: clock, localTime: localTime, ids: ids, passwords: passwords, sealing: sealing,
      means: means, health: health, press: press, openingLasts: openingLasts)
  }
}

/// How passwords are hashed and checked, by a library that the composition root names.
package struct PasswordHashing: Sendable {
  /// The hash of a password, with a salt of its own.
  package let hash: @Sendable (String) throws -> String
  /// Whether a password is the one that a hash was made from.
  package let verify: @Sendable (_ password: String, _ hash: String) -> Bool

  package init(
    hash: @escaping @Sendable (String) throws -> String,
    verify: @escaping @Sendable (_ password: String, _ hash: String) -> Bool
  ) {
    self.hash = hash
    self.verify = verify
  }
}

import DatabaseKit
import Glibc
import HospitalDomain
import HospitalRecords
import HospitalServices
import SQLiteEngine
import SodiumPasswords

/// A hospital's database file, opened as the workplace that every use case stands on.
enum HospitalFile {
  /// Opens the hospital at a path and brings its schema up to date. Throws a `DatabaseFault`.
  static func open(_ path: String) throws -> Workplace {
    let workplace = try workplace(on: try SQLiteDatabase(path: path, mark: .hospital))
    try workplace.migrate()
    return workplace
  }

  /// The same for a command that ends at once: it carries the letters that wait, so that one does not wait for a session.
  static func openForCommand(_ path: String) throws -> Workplace {
    let workplace = try open(path)
    MailCarrier.carryLeftBehind(for: workplace)
    return workplace
  }

  /// Opens the hospital at a path for reading; its schema must be that of this program.
  static func openReadOnly(_ path: String) throws -> Workplace {
    let engine = try SQLiteDatabase(path: path, mode: .readOnly, mark: .hospital)
    try Migrator(Migrations.all).confirm(engine)
    return try workplace(on: engine)
  }

  /// Opens the file at a path, making it and its folder when they are not there.
  static func create(_ path: String) throws -> Workplace {
    guard UserFolders.make(folderOf: path) else {
      throw DatabaseFault.cannotOpen(
        path: path, detail: "its folder can't be made (\(String(cString: strerror(errno))))")
    }
    // A file that is filled was made by others, who may have let everybody read it.
    if access(path, F_OK) == 0, !exists(path) { chmod(path, 0o640) }
    let workplace = try workplace(on: try SQLiteDatabase(path: path, mode: .create, mark: .hospital))
    try workplace.migrate()
    return workplace
  }

  /// Whether there is a file at a path, with something in it: one without a byte is as good as none.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }

  private static func workplace(on engine: SQLiteDatabase) throws -> Workplace {
    let minutes = try Settings.load().openingMinutes ?? RestrictionRule.usualMinutes
    return Workplace(
      engine: engine, clock: HostClock.now, localTime: HostClock.localTime, ids: .timeOrdered,
      passwords: PasswordHashing(
        hash: { try Argon2id.hash($0) }, verify: { Argon2id.verify($0, against: $1) }),
      sealing: HostSealing.standard, means: HostSignIn.means, health: Health { FaultLog.standard.record($0) },
      press: HostPress.standard, openingLasts: .minutes(minutes))
  }
}

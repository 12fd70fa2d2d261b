import DatabaseKit
import GRDB

/// Turns SQLite's error codes into the seam's faults.
enum SQLiteFault {
  /// Runs `body`; an error of SQLite leaves it as a `DatabaseFault`, any other as it is.
  static func translating<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as DatabaseError { throw fault(error) }
  }

  /// The same for the opening of a file, which may be of another kind.
  static func translating<Result>(fileAt path: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as DatabaseError {
      throw error.resultCode == .SQLITE_NOTADB ? DatabaseFault.damaged("\(path) is not a database") : fault(error)
    }
  }

  private static func fault(_ error: DatabaseError) -> DatabaseFault {
    let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_CONSTRAINT: return .refused(.init(kind: kind(error.extendedResultCode), message: message))
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
    case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly
    case .SQLITE_FULL: return .diskFull
    // The file that sessions share beside the database could not be given its few pages: there is no room for them.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: return .diskFull
    case .SQLITE_IOERR: return .disk(message)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damaged(message)
    case .SQLITE_CANTOPEN: return .disk(message)
    default: return .other(message)
    }
  }

  private static func kind(_ code: ResultCode) -> DatabaseFault.Constraint.Kind {
    switch code {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .unique
    case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
    case .SQLITE_CONSTRAINT_NOTNULL: .notNull
    case .SQLITE_CONSTRAINT_TRIGGER: .trigger
    default: .check
    }
  }
}

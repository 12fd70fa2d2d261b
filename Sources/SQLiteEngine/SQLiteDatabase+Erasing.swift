import DatabaseKit
import GRDB

extension SQLiteDatabase {
  /// The file is written anew without its free pages, and the log beside it is emptied.
  package func eraseDeleted() throws -> Bool {
    try eraseInTurn { database in
      try database.execute(sql: "PRAGMA secure_delete = ON")
      try database.execute(sql: "VACUUM")
      let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return row.map { $0["busy"] == 0 } ?? true
    }
  }
}

import DatabaseKit
import HospitalRecords
import SQLiteEngine
import Testing

/// What is kept for ever is not replaced either: SQLite's `INSERT OR REPLACE` removes a row without asking the guards of
/// removal (B10, B12, H5). Looked at for every such table and every unique key of it, whatever is added later.
struct ReplacementTests {
  private struct TakenBack: Error {}

  private static func migrated() throws -> SQLiteDatabase {
    let engine = try SQLiteDatabase()
    try Migrator(Migrations.all).migrate(engine, at: 0)
    return engine
  }

  /// Every table whose rows are never removed.
  static let permanent: [String] = {
    let tables = try? migrated().read { transaction in
      try transaction.rows(
        "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name = tbl_name || '_never_removed' ORDER BY 1"
      ).map { try $0.text("tbl_name") }
    }
    guard let tables, !tables.isEmpty else { preconditionFailure("the schema has permanent tables") }
    return tables
  }()

  private func probing(_ table: String, _ work: (UniqueKeyProbe) throws -> Void) throws {
    let engine = try Self.migrated()
    #expect(throws: TakenBack.self) {
      try engine.write { transaction in
        try work(UniqueKeyProbe(table, in: transaction))
        throw TakenBack()
      }
    }
  }

  private func refusal(of work: () throws -> Void) throws -> DatabaseFault.Constraint.Kind? {
    do {
      try work()
      return nil
    } catch DatabaseFault.refused(let constraint) {
      return constraint.kind
    }
  }

  @Test("A row that is kept for ever is not replaced by another with a key of its own", arguments: permanent)
  func refusesReplacing(_ table: String) throws {
    try probing(table) { probe in
      try probe.insert("INSERT", 1)
      for key in probe.keys {
        let refusal = try refusal { try probe.insert("INSERT OR REPLACE", 2, colliding: key) }
        #expect(refusal == .trigger, "a row with the same \(key)")
      }
      #expect(try probe.count() == 1)
      try probe.insert("INSERT", 2)
      #expect(try probe.count() == 2, "another row is taken")
    }
  }

  @Test("A row that is kept for ever does not take the key, and so the place, of another", arguments: permanent)
  func refusesTakingTheKey(_ table: String) throws {
    try probing(table) { probe in
      try probe.insert("INSERT", 1)
      try probe.insert("INSERT", 2)
      for key in probe.keys {
        let refusal = try refusal { try probe.update(key) }
        #expect(refusal == .trigger, "the same \(key)")
      }
      #expect(try probe.count() == 2)
    }
  }

  @Test("Without the guard the row would be gone: the keys of these tests do collide", arguments: permanent)
  func wouldReplace(_ table: String) throws {
    try probing(table) { probe in
      try probe.insert("INSERT", 1)
      try probe.unguard()
      for key in probe.keys {
        try probe.trying {
          try probe.insert("INSERT OR REPLACE", 2, colliding: key)
          #expect(try probe.count() == 1, "\(key) does not collide")
        }
      }
    }
  }
}

/// Brings a database to the newest schema and refuses one that is newer still.
package struct Migrator: Sendable {
  private let migrations: [Migration]

  package init(_ migrations: [Migration]) {
    self.migrations = migrations
  }

  /// Applies what is missing, each migration whole or not at all. Throws `DatabaseFault.newerSchema` when the database
  /// knows a migration that this program does not.
  package func migrate(_ engine: any DatabaseEngine, at milliseconds: Int64) throws {
    if try engine.read({ try unapplied($0) }).isEmpty { return }
    try engine.write { transaction in
      try transaction.execute(
        "CREATE TABLE IF NOT EXISTS schema_migration (name TEXT NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL)")
      for migration in try unapplied(transaction) {
        for step in migration.steps {
          for statement in engine.dialect.statements(for: step) { try transaction.execute(statement) }
        }
        try transaction.execute(
          "INSERT INTO schema_migration (name, applied_at) VALUES (\(migration.name), \(milliseconds))")
      }
    }
  }

  /// Throws unless the database has every migration of this program and no other.
  package func confirm(_ engine: any DatabaseEngine) throws {
    if let missing = try engine.read({ try unapplied($0) }).first {
      throw DatabaseFault.olderSchema(migration: missing.name)
    }
  }

  private func unapplied(_ transaction: any Transaction) throws -> [Migration] {
    let applied = try appliedNames(transaction)
    let known = Set(migrations.map(\.name))
    if let stranger = applied.subtracting(known).min() { throw DatabaseFault.newerSchema(migration: stranger) }
    return migrations.filter { !applied.contains($0.name) }
  }

  private func appliedNames(_ transaction: any Transaction) throws -> Set<String> {
    do {
      return Set(try transaction.rows("SELECT name FROM schema_migration").map { try $0.text("name") })
    } catch DatabaseFault.other {
      return []  // A database without the table has had no migration.
    }
  }
}

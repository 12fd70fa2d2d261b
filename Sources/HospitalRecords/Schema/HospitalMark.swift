import DatabaseKit

extension DatabaseMark {
  /// The mark of a hospital's database: `hms1`, as letters. Files that are older have the tables of the first hospital.
  package static let hospital = DatabaseMark(
    number: 0x686D_7331, tables: ["schema_migration", "hospital", "account", "audit_entry"])
}

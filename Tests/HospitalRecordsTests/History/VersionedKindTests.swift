import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalTestSupport
import SQLiteEngine
import Testing

/// B10: every table with versions has a kind, so that its history can be read from a screen.
struct VersionedKindTests {
  /// Every table whose versions are kept, whatever is added later.
  static let tables: [String] = {
    let engine = try? SQLiteDatabase()
    try? engine.map { try Migrator(Migrations.all).migrate($0, at: 0) }
    let rows = try? engine?.read {
      try $0.rows(
        "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name = tbl_name || '_next_version' ORDER BY 1")
    }
    let names = (try? rows?.map { try $0.text("tbl_name") }) ?? []
    precondition(!names.isEmpty, "the schema has tables with versions")
    return names
  }()

  @Test("a table with versions has a kind", arguments: tables)
  func hasKind(_ table: String) {
    #expect(
      VersionedKind.all.contains { $0.table == table },
      "add a VersionedKind for \(table), and open its history (V) from the screen that shows it")
  }

  /// The tables whose history nobody slips a version into.
  static let guarded = [
    "account", "admission", "appointment", "consultation", "department", "discharge_summary", "doctor", "invoice",
    "medication", "nursing_note", "patient", "pharmacy", "pharmacy_task", "prescription", "purchase_order", "room",
    "staff", "stay", "stock_minimum", "supplier", "supply",
  ]

  @Test("its versions come of its changes: none is added, and a row begins with the first", arguments: guarded)
  func isGuarded(_ table: String) throws {
    let engine = try SQLiteDatabase()
    try Migrator(Migrations.all).migrate(engine, at: 0)
    let guards = try engine.read {
      try $0.rows(
        """
        SELECT name FROM sqlite_schema WHERE type = 'trigger'
          AND name IN (\(table + "_first_version"), \(table + "_version_of_change"))
        """)
    }
    #expect(guards.count == 2, "add MigrationStep.historyOfChanges(\"\(table)\") to its migration")
  }

  @Test("a slipped-in version is refused, as is a row that begins with another")
  func refuses() throws {
    let hospital = try TestHospital()
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO room_version (room_id, department_id, number, bay, kind, features, service_state, service_since,
            service_reason, version, recorded_at, recorded_by, change_reason)
          SELECT id, department_id, 'X', bay, kind, features, service_state, service_since, '', 1, recorded_at,
            recorded_by, '' FROM room
          """)?.message == "an earlier version of room comes of a change, and is not added")
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO department (id, hospital_id, number, name, gender_rule, version, recorded_at, recorded_by,
            change_reason)
          SELECT 'new', hospital_id, 99, 'New', gender_rule, 7, recorded_at, recorded_by, '' FROM department LIMIT 1
          """)?.message == "a row of department begins with version 1")
  }
}

import BuiltProgramSupport
import Testing

/// Somebody with the `sqlite3` shell, after the 24 hours of an entry and within them (B11, domain.md 11).
@Suite struct AmendmentShellTests {
  private let home: RaceHome

  init() throws { home = try RaceHome() }

  private static let now = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"

  /// A change of a row as its author would make it now, and what the shell says to it.
  private func change(_ table: String, _ row: String, _ assignment: String, by author: String = "written_by") throws
    -> ProgramRun
  {
    try home.shell(
      """
      UPDATE \(table) SET \(assignment), version = version + 1, recorded_at = \(Self.now), recorded_by = \(author),
        change_reason = 'mine' WHERE id = '\(row)'
      """)
  }

  private func row(_ table: String, _ condition: String) throws -> String {
    try #require(try home.sql("SELECT id FROM \(table) WHERE \(condition) ORDER BY written_at LIMIT 1").first)
  }

  @Test func whatIsFixedIsChangedByNobody() throws {
    let old = "written_at < \(Self.now) - 86400000"
    for (table, assignments) in [
      ("consultation", ["plan = 'x'", "is_struck_out = 1", "written_at = \(Self.now)", "written_at = written_at + 1"]),
      ("nursing_note", ["note = 'x'", "is_struck_out = 1", "written_by = 'x'"]),
    ] {
      let id = try row(table, old)
      let before = try home.sql("SELECT * FROM \(table) ORDER BY id")
      for assignment in assignments {
        let run = try change(table, id, assignment)
        #expect(run.end != .exited(0), "\(table): \(assignment)")
      }
      for statement in [
        "DELETE FROM \(table) WHERE id = '\(id)'", "REPLACE INTO \(table) SELECT * FROM \(table) WHERE id = '\(id)'",
        "UPDATE \(table) SET recorded_at = 0 WHERE id = '\(id)'", "DELETE FROM \(table)_version",
        """
        INSERT INTO \(table) SELECT * FROM \(table) WHERE id = '\(id)'
        ON CONFLICT DO UPDATE SET is_struck_out = 1, version = version + 1
        """,
      ] {
        let run = try home.shell(statement)
        #expect(run.end != .exited(0) || statement.hasSuffix("_version"), "\(statement)")
      }
      #expect(try home.sql("SELECT * FROM \(table) ORDER BY id") == before)
      let added = try home.shell(
        """
        INSERT INTO addendum (id, \(table)_id, note, written_at, written_by)
        SELECT 'shell-\(table)', id, 'later', \(Self.now), written_by FROM \(table) WHERE id = '\(id)'
        """)
      #expect(added.end == .exited(0), "\(added.errors)")
    }
    #expect(try home.shell("UPDATE addendum SET note = 'x'").end != .exited(0))
    #expect(try home.shell("DELETE FROM addendum").end != .exited(0))
    try home.expectSound()
  }

  @Test func withinTheWindowOnlyTheAuthorChangesAndOnlyNow() throws {
    let id = try row("consultation", "written_at > \(Self.now) - 80000000")
    let another = "(SELECT id FROM account WHERE username = 'headdoctor')"
    let run = try change("consultation", id, "plan = 'x'", by: another)
    #expect(run.errors.contains("only its author amends a consultation"), "\(run.errors)")
    let later = try home.shell(
      """
      INSERT INTO consultation SELECT 'later', patient_id, admission_id, doctor_id, written_at + 900000000, written_by,
        complaint, findings, diagnosis, plan, 0, 1, written_at + 900000000, written_by, '' FROM consultation
      WHERE id = '\(id)'
      """)
    #expect(later.errors.contains("not written in the future"), "\(later.errors)")
    let own = try change("consultation", id, "plan = 'Home tomorrow'")
    #expect(own.end == .exited(0), "\(own.errors)")
    #expect(try home.sql("SELECT plan FROM consultation WHERE id = '\(id)'") == ["Home tomorrow"])
    let struck = try change("consultation", id, "is_struck_out = 1")
    #expect(struck.end == .exited(0), "\(struck.errors)")
    #expect(try change("consultation", id, "is_struck_out = 0").end != .exited(0))
    #expect(try home.number("SELECT COUNT(*) FROM consultation_version WHERE consultation_id = '\(id)'") == 2)
    try home.expectSound()
  }

  @Test func whatBecomesOfAPrescriptionGoesOn() throws {
    // The prescriptions of the demonstration are hours old: one of two days ago is put beside them.
    _ = try home.sql(
      """
      INSERT INTO prescription (id, number, patient_id, doctor_id, written_at, pharmacy_id, status, priority, note, version,
        recorded_at, recorded_by, change_reason)
      SELECT 'old', 900001, patient_id, doctor_id, \(Self.now) - 172800000, pharmacy_id, 'active', priority, note, 1,
        \(Self.now) - 172800000, recorded_by, '' FROM prescription LIMIT 1
      """)
    let fixed = try change("prescription", "old", "priority = 'stat', note = 'twice as much'", by: "recorded_by")
    #expect(fixed.errors.contains("a prescription is fixed 24 hours after it was written"), "\(fixed.errors)")
    let struck = try change("prescription", "old", "status = 'entered-in-error'", by: "recorded_by")
    #expect(struck.errors.contains("a prescription is fixed 24 hours after it was written"), "\(struck.errors)")
    let stopped = try change("prescription", "old", "status = 'stopped'", by: "recorded_by")
    #expect(stopped.end == .exited(0), "\(stopped.errors)")
  }
}

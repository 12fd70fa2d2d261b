import BuiltProgramSupport
import Testing

/// Somebody with the `sqlite3` shell: what was paid, issued, credited and recorded is never changed (domain.md 11; I2, I3).
@Suite struct MoneyShellTests {
  private let home: RaceHome

  init() throws { home = try RaceHome() }

  private static let frozenLines = "the lines of an issued invoice are frozen: correct it by a credit note"

  /// A table, its rows that are meant, a change, and the sentences that refuse the change and the removal.
  private struct Kept {
    let rows: String, change: String, changed: String, removed: String
  }

  private static func forever(_ table: String, _ change: String) -> Kept {
    Kept(
      rows: table, change: change, changed: "what \(table) holds is never changed",
      removed: "what \(table) holds is never removed")
  }

  private static func issued(_ change: String, _ sentence: String) -> Kept {
    Kept(
      rows: "invoice WHERE number IS NOT NULL", change: change, changed: sentence,
      removed: "what invoice holds is never removed")
  }

  private static let kept: [Kept] = [
    forever("payment", "amount_cents = amount_cents + 1"), forever("payment", "reference = 'mine'"),
    forever("patient_credit", "amount_cents = 1"), forever("credit_note", "total_cents = 1"),
    forever("credit_note", "reason = 'none'"), forever("credit_note_line", "amount_cents = 1"),
    forever("audit_entry", "actor = 'nobody'"), forever("audit_entry", "occurred_at = 0"),
    Kept(
      rows: "invoice_line WHERE invoice_id IN (SELECT id FROM invoice WHERE number IS NOT NULL)",
      change: "unit_cents = unit_cents + 1", changed: frozenLines, removed: frozenLines),
    issued("change_reason = 'none'", "a change of invoice is a new version: nothing is overwritten"),
    issued("version = version + 1, number = number + 1000", "number and dates of an issued invoice are frozen"),
    issued("version = version + 1, due_on = '2030/01/01'", "number and dates of an issued invoice are frozen"),
    issued("version = version + 1, status = 'draft'", "an invoice does not go from that state to this one"),
  ]

  @Test func nothingOfMoneyOrOfTheAuditTrailIsChangedOrRemovedFromTheShell() throws {
    for kept in Self.kept {
      let table = kept.rows.prefix { $0 != " " }
      let rows = kept.rows.dropFirst(table.count)
      #expect(try home.number("SELECT COUNT(*) FROM \(kept.rows)") > 0, "there is something to be kept in \(table)")
      let before = try home.sql("SELECT * FROM \(table) ORDER BY id")
      for (statement, sentence) in [
        ("UPDATE \(table) SET \(kept.change)\(rows)", kept.changed), ("DELETE FROM \(kept.rows)", kept.removed),
      ] {
        let run = try home.shell(statement)
        #expect(run.end != .exited(0) && run.errors.contains(sentence), "\(statement): \(run.errors)")
      }
      // Replacing a row is removing it by another name; the shell fires no trigger of a removal for it.
      let replaced = try home.shell("REPLACE INTO \(table) SELECT * FROM \(kept.rows)")
      #expect(replaced.end != .exited(0), "REPLACE INTO \(table)")
      #expect(try home.sql("SELECT * FROM \(table) ORDER BY id") == before)
    }
    try home.expectSound()
  }
}

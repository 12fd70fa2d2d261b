import BuiltProgramSupport
import Testing

/// `hms audit` (H5): the trail is proven whole, also against a person with the `sqlite3` shell.
@Suite struct AuditCommandTests {
  private let home: ProgramHome
  private var database: String { home.path + "/data/hms/hospital.sqlite" }

  init() throws {
    home = try ProgramHome()
    _ = try home.hms(
      "init", "--hospital", "St Brigid", "--admin", "okafor", "--password-stdin", input: "four words do well\n")
    for name in ["adeyemi", "byrne"] {
      _ = try home.hms("user", "add", name, "--role", "nurse", "--password-stdin", input: "seven herons by the lake\n")
    }
  }

  private func shell(_ change: String) throws -> ProgramRun {
    try ProgramRun(["/usr/bin/sqlite3", database, change], environment: home.environment)
  }

  private func asOkafor(_ command: String) throws -> ProgramRun {
    try home.hms("audit", command, "--user", "okafor", "--password-stdin", input: "four words do well\n")
  }

  @Test func theShellNeitherChangesNorAddsAnEntry() throws {
    for change in [
      "UPDATE audit_entry SET reason = 'x' WHERE id = 1", "DELETE FROM audit_entry",
      "INSERT INTO audit_entry SELECT id + 100, 0, NULL, 'x', 'x', NULL, 'read', '', '', '', NULL, '', hash, hash "
        + "FROM audit_entry ORDER BY id DESC LIMIT 1",
    ] { #expect(try shell(change).end != .exited(0), "\(change)") }
    let verified = try home.hms("audit", "verify")
    #expect(verified.end == .exited(0))
    #expect(verified.output.hasPrefix("OK   the audit trail is whole up to entry "))
  }

  @Test func anEntryThatIsEditedBehindItsGuardsIsNamed() throws {
    #expect(
      try shell("DROP TRIGGER audit_entry_never_changed; UPDATE audit_entry SET actor = 'byrne' WHERE id = 2").end
        == .exited(0))
    let verified = try home.hms("audit", "verify")
    #expect(verified.end == .exited(65))
    #expect(verified.output == "ERR  entry 2 is not what it was when it was written\n")
    #expect(verified.errors.hasPrefix("hms: the audit trail is not whole; "))
    let check = try home.hms("check")
    #expect(check.output.contains("ERR  audit trail\n       entry 2 is not what it was"))
  }

  @Test func aTrailThatIsCutOffLacksTheHeadThatWasKept() throws {
    let heads = try home.write("# kept by the auditor\n" + (try home.hms("audit", "head").output), to: "heads")
    #expect(try home.hms("audit", "verify", "--head", heads).output.contains("has 1 head as kept"))
    _ = try shell(
      "DROP TRIGGER audit_entry_never_removed; DELETE FROM audit_entry WHERE id = (SELECT MAX(id) FROM audit_entry)")
    #expect(try home.hms("audit", "verify").end == .exited(0))
    let verified = try home.hms("audit", "verify", "--head", heads)
    #expect(verified.end == .exited(65))
    #expect(verified.output.contains("it was cut off"))
  }

  @Test func aFileOfOtherLinesIsNoFileOfHeads() throws {
    let verified = try home.hms("audit", "verify", "--head", try home.write("\n12 abc\n", to: "heads"))
    #expect(verified.end == .exited(65))
    #expect(verified.errors.hasPrefix("hms: line 1 of ") && verified.errors.contains("is no head; "))
  }

  @Test func theEntriesAreShownAndExportedToThoseWhoMay() throws {
    let shown = try asOkafor("show")
    #expect(shown.end == .exited(0), "\(shown.errors)")
    #expect(shown.output.contains("okafor") && shown.output.contains("sign-in"))
    let exported = try asOkafor("export")
    #expect(exported.output.hasPrefix("number,occurred_at,user,terminal,action,permission,subject,subject_id,"))
    #expect(exported.output.contains(",audit.read,report,audit,,to standard output\n"))
    let refused = try home.hms(
      "audit", "show", "--user", "byrne", "--password-stdin", input: "seven herons by the lake\n")
    #expect(refused.end == .exited(77))
  }
}

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

/// `hms audit show` and `export` narrow by who acted, patient, kind and days, and export page by page (H5).
@Suite struct AuditFilterCommandTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
    _ = try home.hms("demo", "--no-open")
  }

  private func audit(_ arguments: String..., as user: String = "auditor") throws -> ProgramRun {
    try home.run(["audit"] + arguments, as: user)
  }

  private func column(_ place: Int, of run: ProgramRun) -> Set<String> {
    Set(
      run.output.split(separator: "\n").dropFirst().map { line in
        String(line.split(separator: ",", omittingEmptySubsequences: false)[place])
      })
  }

  @Test func eachFilterLeavesWhatItSays() throws {
    #expect(column(2, of: try audit("export", "--by", "pharmacist")) == ["pharmacist"])
    #expect(column(4, of: try audit("export", "--action", "sign-in")) == ["sign-in"])
    #expect(column(5, of: try audit("export", "--action", "patient.read")) == ["patient.read"])
    let both = try audit("export", "--by", "nurse", "--action", "read", "--from", "T-3", "--to", "T")
    #expect(column(2, of: both) == ["nurse"] && column(4, of: both) == ["read"])
    #expect(column(0, of: try audit("export", "--to", "T-400")).isEmpty)
    #expect(try audit("show", "--action", "flown").end == .exited(64))
    #expect(try audit("show", "--from", "soon").end == .exited(64))
    let json = try audit("show", "--by", "doctor", "--limit", "1", "--json")
    #expect(json.output.contains("\"user\" : \"doctor\"") || json.output.contains("\"user\":\"doctor\""))
  }

  @Test func anExportOfManyPagesHasEveryEntryOnce() throws {
    let rows = (0..<430).map { number in
      "Haugen\(number),Liv,19\(30 + number % 60)/03/1\(number % 10),F,08612\(10000 + number),1 Road,Cork,Rui,0871551009,son"
    }
    let file = try home.write(
      "familyName,givenName,birthDate,sex,telephone,address,town,emergencyName,emergencyTelephone,emergencyRelation\n"
        + rows.joined(separator: "\n"), to: "many.csv")
    let taken = try home.hms("import", "patients", file, "--because", "a test")
    #expect(taken.end == .exited(0), "\(taken.errors)")
    let numbers = try audit("export").output.split(separator: "\n").dropFirst().compactMap {
      Int($0.split(separator: ",")[0])
    }
    #expect(numbers.count > 400 && numbers.sorted() == Array(1...numbers.count))
  }
}

/// H2: a patient's account gets nothing out of any command but what is theirs.
@Suite struct PatientCommandTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
    _ = try home.hms("demo", "--no-open")
  }

  @Test(
    arguments: [
      ["audit", "show"], ["audit", "export"], ["audit", "show", "--patient", "000000-177-5"], ["report", "uninvoiced"],
      ["print", "INV-2026-0001", "-o", "a.txt"], ["print", "000000-177-5", "-o", "b.txt"],
    ])
  func refused(command: [String]) throws {
    let run = try home.run(command, as: "patient")
    #expect(run.end == .exited(77), "\(command): \(run.output)\(run.errors)")
    #expect(run.output.isEmpty)
  }
}

extension ProgramHome {
  /// Runs a command of the demonstration hospital as somebody.
  fileprivate func run(_ command: [String], as user: String) throws -> ProgramRun {
    try ProgramRun(
      [BuiltProgram.path] + command + ["--user", user, "--password-stdin"], environment: environment, input: "demo\n")
  }
}

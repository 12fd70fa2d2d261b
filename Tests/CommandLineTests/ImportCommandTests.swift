import BuiltProgramSupport
import Testing

/// `hms import` (P1, P2): what was kept elsewhere is taken over, all of a file or nothing.
@Suite struct ImportCommandTests {
  private let home: ProgramHome
  private static let headings =
    "Family name,Given name,Born,Sex,Telephone,Address,Emergency contact,Contact's telephone,Relation,Allergies"

  init() throws {
    home = try ProgramHome()
    _ = try home.hms(
      "init", "--hospital", "St Brigid", "--admin", "okafor", "--password-stdin", input: "four words do well\n")
  }

  private func patients(_ rows: String...) throws -> String {
    try home.write(([Self.headings] + rows).joined(separator: "\n") + "\n", to: "patients.csv")
  }

  private static let good =
    "Duarte,Inês,1991/03/12,F,0871 551 009,\"14 Quay Lane, Apt 3\",\"Duarte, Rui\",0872 551 009,brother,latex"
  private static let other = "Oyelaran,Tunde,1958/02/03,M,none,2 Mill Road,unknown,none,unknown,none known"

  @Test func goodRowsAreTaken() throws {
    let run = try home.hms("import", "patients", try patients(Self.good, Self.other))
    #expect(run.end == .exited(0), "\(run.output)\(run.errors)")
    #expect(run.output == "Imported: 2 patients.\n")
    #expect(try home.hms("check").end == .exited(0))
  }

  @Test func oneWrongRowKeepsAllFromBeingTaken() throws {
    let wrong = "Murphy,Sean,1970/02/30,M,12,3 High Street,unknown,none,unknown,unknown"
    let run = try home.hms("import", "patients", try patients(Self.good, wrong, Self.other))
    #expect(run.end == .exited(65))
    #expect(run.output.contains("patients.csv:3: birthDate: "), "\(run.output)")
    #expect(run.output.contains("; telephone: 2 digits typed, 10 needed"))
    #expect(run.errors.contains("1 row of"))
    let again = try home.hms("import", "patients", try patients(Self.good))
    #expect(again.end == .exited(0), "nothing of the first file was kept: \(again.output)")
  }

  /// A disk that takes no more: one sentence, nothing of the file is kept, and the same file is taken once there is room (O8).
  @Test func aDiskThatTakesNoMoreKeepsNothingOfTheFile() throws {
    let rows = (1...400).map { number in
      let letters = String(
        String(number).compactMap { $0.wholeNumberValue.map { Character(Unicode.Scalar(97 + UInt8($0))) } })
      return "Row \(letters),Ada,1958/02/03,F,none,2 Mill Road,unknown,none,unknown,none known"
    }
    let file = try home.write(([Self.headings] + rows).joined(separator: "\n") + "\n", to: "patients.csv")
    let import400 = [BuiltProgram.path, "import", "patients", file, "--because", "each is known"]
    let full = try ProgramRun(
      ["/usr/bin/prlimit", "--fsize=65536:unlimited"] + import400, environment: home.environment)
    #expect(full.end == .exited(74), "\(full.output)\(full.errors)")
    let sentence = try #require(full.errors.split(separator: "\n").last)
    #expect(
      sentence.hasPrefix("hms: ") && sentence.contains("disk") && sentence.lowercased().contains("nothing was changed"))
    let count = "SELECT COUNT(*) FROM patient"
    #expect(try sql(count) == "0\n")
    #expect(try home.hms("check").end == .exited(0))
    #expect(try ProgramRun(import400, environment: home.environment).end == .exited(0))
    #expect(try sql(count) == "400\n")
  }

  private func sql(_ question: String) throws -> String {
    try ProgramRun(
      ["/usr/bin/sqlite3", home.path + "/data/hms/hospital.sqlite", question], environment: home.environment
    ).output
  }

  @Test func aRehearsalChangesNothing() throws {
    let file = try patients(Self.good)
    for _ in 1...2 {
      let run = try home.hms("import", "patients", file, "--dry-run")
      #expect(run.output == "Nothing would be refused: 1 patient. Nothing was changed.\n")
    }
    #expect(try home.hms("import", "patients", file).end == .exited(0))
  }

  @Test func whoIsOnFileIsRefusedUnlessAReasonIsGiven() throws {
    let file = try patients(Self.good)
    _ = try home.hms("import", "patients", file)
    let again = try home.hms("import", "patients", file, "--json")
    #expect(again.end == .exited(65))
    #expect(again.output.contains(#""line" : 2"#))
    #expect(again.output.contains("is on file"))
    #expect(try home.hms("import", "patients", file, "--because", "her twin").end == .exited(0))
  }

  @Test func sameRowsInOneFileAreNoticed() throws {
    let run = try home.hms("import", "patients", try patients(Self.good, Self.good))
    #expect(run.end == .exited(65))
    #expect(run.output.contains("patients.csv:3: "))
  }

  @Test(arguments: [
    ("a,b\n1,2\n", "there is no field"), ("\n", "there is no field"), ("Family name\nX\n", "givenName is missing"),
    ("Family name,Family name\n", "stands there twice"),
    ("\"Family name\n", "line 1, is no CSV: a quote is not closed"),
    ("Family name\n\"Duarte\"\n\"Okafor\nLind\n", "line 3, is no CSV: a quote is not closed"),
    ("Family name,Note\nDuarte,\"open\nLind,\"shut\"\n", "line 2, is no CSV: a quote is not closed"),
    ("\u{FEFF}Family name\n", "givenName is missing"),
  ])
  func aWrongFileIsToldInOneLine(text: String, words: String) throws {
    let run = try home.hms("import", "patients", try home.write(text, to: "wrong.csv"))
    #expect(run.end == .exited(65))
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func aFileThatIsNoTextNamesItsLine() throws {
    let path = try home.write(bytes: Array("Family name\nDuarte\n".utf8) + [0x4F, 0x73, 0xE9, 0x0A], to: "latin.csv")
    let run = try home.hms("import", "patients", path)
    #expect(run.end == .exited(65))
    #expect(run.errors.contains("latin.csv, line 3, is no UTF-8 text"), "\(run.errors)")
  }

  @Test(arguments: [("medications", "medications.csv"), ("patients", "patients.csv")])
  func aFileOfSyntheaIsSentToTheCommandThatTakesIt(what: String, file: String) throws {
    let run = try home.hms("import", what, BuiltProgram.project + "/fixtures/synthea/" + file)
    #expect(run.end == .exited(65))
    #expect(run.errors.contains("hms import synthea takes its folder"), "\(run.errors)")
  }

  @Test func linesAreCountedOverValuesOfSeveralLines() throws {
    let long = "Duarte,Inês,1991/03/12,F,none,\"14 Quay Lane\nApt 3\",unknown,none,unknown,latex"
    let run = try home.hms("import", "patients", try patients(Self.other, long, "X,,,,,,,,,"))
    #expect(run.end == .exited(65))
    #expect(run.output.contains("patients.csv:5: "), "\(run.output)")
  }

  /// The claims of the files, added up by another program, are what stands on invoices.
  @Test func syntheasFolderIsTakenWholeAndItsClaimsToTheCent() throws {
    let folder = BuiltProgram.project + "/fixtures/synthea"
    let run = try home.hms("import", "synthea", folder)
    #expect(run.end == .exited(0), "\(run.errors)")
    #expect(
      run.output.contains(
        "Imported: 63 departments, 166 doctors, 1267 invoices, 32 medications, 27 patients and 604 stays.\n"))
    #expect(run.output.contains("Claims: 1267 of USD 3,980,426.69, and the same on invoices to the cent;"))
    #expect(run.output.contains("encounters.csv:2: its services come to 77.49 and its claim to 3,798.09:"))
    let claimed = try ProgramRun(
      [
        "/usr/bin/sqlite3", ":memory:", ".import --csv \(folder)/encounters.csv e",
        ".import --csv \(folder)/medications.csv m",
        """
        SELECT (SELECT SUM(CAST(REPLACE(TOTAL_CLAIM_COST, '.', '') AS INTEGER)) FROM e)
          + (SELECT SUM(CAST(REPLACE(TOTALCOST, '.', '') AS INTEGER)) FROM m)
        """,
      ], environment: [:]
    ).output
    #expect(claimed == "398042669\n")
    #expect(try sql("SELECT SUM(quantity * unit_cents - discount_cents + tax_cents) FROM invoice_line") == claimed)
    #expect(try sql("SELECT SUM(amount_cents) FROM payment") == claimed)
    #expect(try home.hms("check").end == .exited(0))
    let again = try home.hms("import", "synthea", folder, "--json")
    #expect(again.end == .exited(0) && again.output.contains("\"imported\" : {"))
    #expect(again.output.contains("\"invoice\" : 1267") && again.output.contains("\"count\" : 0"))
    #expect(try sql("SELECT SUM(quantity * unit_cents - discount_cents + tax_cents) FROM invoice_line") == claimed)
  }

  @Test func aMissingFileIsTold() throws {
    #expect(try home.hms("import", "patients", "/nowhere.csv").end == .exited(66))
    #expect(try home.hms("import", "synthea", "/nowhere").end == .exited(66))
  }

  /// Hostile text in every field is stored safely or refused in words; it never breaks the import.
  @Test func naughtyStringsAreTakenOrRefusedInWords() throws {
    let list = try ProgramRun(["/bin/cat", BuiltProgram.project + "/fixtures/naughty/blns.txt"], environment: [:])
    let rows = list.output.split(separator: "\n").filter { !$0.hasPrefix("#") }.prefix(120).map { naughty in
      let quoted =
        "\"" + naughty.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      return "\(quoted),\(quoted),1980/01/01,F,none,\(quoted),\(quoted),none,\(quoted),\(quoted)"
    }
    let file = try home.write(([Self.headings] + rows).joined(separator: "\n") + "\n", to: "naughty.csv")
    let run = try home.hms("import", "patients", file, "--because", "a trial")
    #expect(run.end == .exited(0) || run.end == .exited(65), "\(run.errors)")
    #expect(!run.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    #expect(try home.hms("check").end == .exited(0))
  }
}

/// `hms import interactions` (M3): the list that comes with the program, or another of the same form.
@Suite struct ImportInteractionsTests {
  private let home: ProgramHome

  init() throws {
    home = try ProgramHome()
    _ = try home.hms(
      "init", "--hospital", "St Brigid", "--admin", "okafor", "--password-stdin", input: "four words do well\n")
  }

  @Test func theListOfTheProgramIsTaken() throws {
    let run = try home.hms("import", "interactions")
    #expect(run.end == .exited(0), "\(run.output)\(run.errors)")
    #expect(run.output == "1548 interactions between 1099 substances are known now.\n")
    #expect(try home.hms("check").end == .exited(0))
  }

  @Test func aFolderWithoutTheFilesIsNoList() throws {
    let run = try home.hms("import", "interactions", "/nowhere")
    #expect(run.end == .exited(66) && run.errors.contains("substances.csv"))
  }
}

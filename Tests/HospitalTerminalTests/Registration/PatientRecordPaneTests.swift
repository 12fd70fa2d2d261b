import HospitalDomain
import HospitalTestSupport
import TerminalKit
import Testing

@Suite("Patients at a terminal (P2–P5)")
struct PatientRecordPaneTests {
  private func open(
    _ name: String, as role: Role = .reception, in hospital: TestHospital? = nil, columns: Int = 80, rows: Int = 24,
    depth: ColourDepth = .indexed
  ) throws -> Workstation {
    let station = try Workstation(role, in: hospital, columns: columns, rows: rows, depth: depth)
    station.terminal.press("7")
    station.terminal.type(name)
    station.terminal.press(.enter)
    return station
  }

  @Test("a patient is found as fast as typing, and the record opens", arguments: screenSizes)
  func finds(columns: Int, rows: Int) throws {
    let station = try Workstation(.nurse, columns: columns, rows: rows)
    station.terminal.press("7")
    #expect(station.frame.shows("Type a part of the name"))
    station.terminal.type("duar")
    #expect(station.frame.shows("DUARTE, Inês"))
    #expect(!station.frame.shows("OYELARAN"))
    station.terminal.press(.escape)
    #expect(!station.frame.shows("DUARTE"))
    station.terminal.type("oyel")
    station.terminal.press(.enter)
    for section in ["NOW", "ALLERGIES", "DETAILS"] { #expect(station.frame.shows(section)) }
    #expect(station.frame.shows("OYELARAN, Tunde"))
    #expect(station.frame.cursor != nil)
  }

  @Test("letters are text in the search, so that a patient called Quinn is found")
  func typesLetters() throws {
    let station = try Workstation(.nurse)
    station.terminal.press("7")
    station.terminal.type("qjk7?")
    #expect(station.frame.shows("Search [qjk7?___"))
    #expect(station.frame.shows("Nobody on file is like this."))
  }

  @Test("every section can be reached, and a line shows all that is known of it", arguments: screenSizes)
  func readsRecord(columns: Int, rows: Int) throws {
    let station = try open("duarte", columns: columns, rows: rows)
    for section in ["ALLERGIES", "DETAILS", "ADMISSIONS", "APPOINTMENTS", "PRESCRIPTIONS", "INVOICES", "HISTORY"] {
      station.terminal.press(.tab)
      #expect(station.frame.shows(section), "\(section)")
    }
    station.terminal.press(.enter)
    #expect(station.frame.shows("Version 1"))
  }

  @Test("the details are changed with a reason, as a new version, u takes it back and ^Y does it again (P4)")
  func changes() throws {
    let station = try open("oyelaran")
    station.terminal.press("e", .control("f"))
    station.terminal.type("town")
    station.terminal.press(.enter, .control("u"))
    station.terminal.type("Galway")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("ERR  Reason: needed"))
    station.terminal.type("Moved house")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("OK  The details of OYELARAN, Tunde are saved."))
    #expect(station.frame.shows("Galway"))
    station.terminal.press("v")
    #expect(station.frame.shows("Town: Cork to Galway"))
    #expect(station.frame.shows("now  Galway"))
    station.terminal.press("q", "u")
    #expect(!station.frame.shows("Galway"))
    station.terminal.press(.control("y"))
    #expect(station.frame.shows("Galway"))
    station.terminal.press("u")
    #expect(!station.frame.shows("Galway"))
  }

  @Test("A3: the patient is admitted from their record to a room that is picked; u and ^Y undo it and do it again")
  func admits() throws {
    let station = try open("oyelaran")
    station.terminal.press("b")
    #expect(station.frame.shows("Admit to"))
    station.terminal.type("4A-02")
    station.terminal.press(.enter)
    #expect(station.frame.line(0).contains("Admit to 4A-02") && station.frame.shows("[OYELARAN, Tunde"))
    station.terminal.press(.enter)
    station.terminal.type("lind")
    station.terminal.press(.enter)
    station.terminal.type("okafor")
    station.terminal.press(.enter, .enter, .enter)
    station.terminal.type("chest pain")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("OK  OYELARAN, Tunde is admitted to 4A-02."))
    #expect(station.frame.line(2).contains("4A-02"))
    station.terminal.press("b")
    #expect(station.frame.shows("OYELARAN, Tunde is in 4A-02 already"))
    station.terminal.press("u")
    #expect(!station.frame.line(2).contains("4A-02"))
  }

  @Test("H2: who may not admit is told who can", arguments: [Role.cashier, .pharmacist])
  func mayNotAdmit(_ role: Role) throws {
    let station = try open("oyelaran", as: role)
    station.terminal.press("b")
    #expect(station.frame.shows("You may not admit a patient"))
  }

  @Test("when somebody was faster, both values are shown and one is chosen", arguments: screenSizes)
  func choosesBetween(columns: Int, rows: Int) throws {
    let hospital = try TestHospital(.file)
    let mine = try open("oyelaran", in: hospital, columns: columns, rows: rows)
    let theirs = try open("oyelaran", as: .headNurse, in: hospital)
    for (station, town) in [(mine, "Galway"), (theirs, "Limerick")] {
      station.terminal.press("e", .control("f"))
      station.terminal.type("town")
      station.terminal.press(.enter, .control("u"))
      station.terminal.type(town)
      station.terminal.press(.control("f"))
      station.terminal.type("reason")
      station.terminal.press(.enter)
      station.terminal.type("Asked")
    }
    theirs.terminal.press(.control("s"))
    mine.terminal.press(.control("s"))
    #expect(mine.frame.shows("theirs  Limerick"))
    #expect(mine.frame.shows("[x] mine    Galway"))
    mine.terminal.press(" ")
    #expect(mine.frame.shows("[x] theirs  Limerick"))
    mine.terminal.press(.control("s"))
    #expect(mine.frame.shows("values stand"))
    mine.terminal.press(.control("s"))
    #expect(mine.frame.shows("Limerick"))
  }

  @Test("two records are merged after the number was typed, and parted again (P2)", arguments: screenSizes)
  func merges(columns: Int, rows: Int) throws {
    let station = try open("kovac", columns: columns, rows: rows)
    let banner = station.frame.lines.first { $0.contains("KOVAC, Ana") } ?? ""
    let number = banner.split(separator: " ").first { $0.count == 12 && $0.contains("-") }.map(String.init) ?? ""
    station.terminal.press(.function(9), .control("u"))
    station.terminal.type("murphy")
    station.terminal.press(.enter)
    #expect(station.frame.shows("Merge two records?"))
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("Merge two records?"))
    station.terminal.type(number)
    station.terminal.press(.control("s"))
    station.terminal.type("Same person")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("OK  KOVAC, Ana \(number) is merged") || station.frame.shows("MURPHY, Seán"))
    for _ in 0..<7 where !station.frame.shows("RECORDS MERGED INTO THIS") { station.terminal.press(.tab) }
    while !(station.frame.cursor.map { station.frame.line($0.row).contains(number) } ?? false) {
      let before = station.frame
      station.terminal.press(.down)
      if station.frame == before { break }
    }
    station.terminal.press("x")
    station.terminal.type("Two people after all")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("are two records again."))
    #expect(!station.frame.shows("RECORDS MERGED INTO THIS"))
  }

  @Test("allergies are recorded, and stand in the banner")
  func recordsAllergies() throws {
    let station = try open("murphy", as: .nurse)
    station.terminal.press("a", .control("u"))
    station.terminal.type("latex (swelling)")
    station.terminal.press(.control("s"))
    #expect(station.frame.line(2).contains("! Latex (swelling)"))
    #expect(station.frame.role(of: "! Latex") == .some(.init("banner.alert")))
  }

  @Test(
    "an allergy that is typed is never run together with what stood there: unknown gives way, after another a comma")
  func allergyBeside() throws {
    let station = try open("murphy", as: .nurse)
    station.terminal.press("a")
    station.terminal.type("Latex")
    station.terminal.press(.control("s"))
    #expect(station.frame.line(2).contains("! Latex"), "\(station.frame)")
    station.terminal.press("a")
    station.terminal.type("codeine: vomiting")
    station.terminal.press(.control("s"))
    #expect(station.frame.line(2).contains("! Latex, Codeine (vomiting)"), "\(station.frame)")
    station.terminal.press("a")
    station.terminal.type("unknown")
    station.terminal.press(.control("s"))
    #expect(
      station.frame.shows("unknown is no allergy") && station.frame.line(2).contains("! Latex, Codeine (vomiting)"))
    for _ in 0..<7 { station.terminal.press(.backspace) }
    station.terminal.press(.function(4))
    station.terminal.type("pen")
    station.terminal.press(.enter, .control("s"))
    #expect(station.frame.line(2).contains("! Latex, Codeine (vomiting), Pe"), "\(station.frame)")
  }

  @Test("what a role may not do is dimmed and says who may")
  func dims() throws {
    let station = try open("duarte", as: .pharmacist)
    #expect(station.frame.role(of: "e Change…") == .disabled)
    station.terminal.press("e")
    #expect(station.frame.shows("Note  "))
    #expect(station.frame.shows("DETAILS"))
  }

  @Test("an alert differs without colour")
  func monochrome() throws {
    let station = try open("duarte", depth: .mono)
    #expect(station.frame.shows("Room"))
    #expect(station.frame.shows("> Room"))
  }
}

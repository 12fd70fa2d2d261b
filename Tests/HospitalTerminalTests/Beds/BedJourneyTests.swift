import HospitalDomain
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("Journeys on the board, from keys to rooms (A2, A3)")
struct BedJourneyTests {
  @Test("reception admits a patient by typing")
  func admit() throws {
    let terminal = try BoardTerminal(.reception)
    terminal.screen.press(.down, "a")
    #expect(terminal.frame.line(0).contains("Admit to 4A-02"))
    terminal.screen.type("oyelaran")
    terminal.screen.press(.enter)
    terminal.screen.type("lind")
    terminal.screen.press(.enter)
    terminal.screen.type("okafor")
    terminal.screen.press(.enter, .enter, .enter)
    terminal.screen.type("chest pain")
    terminal.screen.press(.control("s"))
    #expect(terminal.message == " OK  OYELARAN, Tunde is admitted to 4A-02.")
    #expect(terminal.line(of: "4A-02").contains("OYELARAN, Tunde"))
    #expect(terminal.frame.line(try #require(terminal.frame.cursor).row).hasPrefix(">"))
  }

  @Test(
    "P5: what a patient in a room must not be given stands with the room, and follows another terminal",
    arguments: [80, 120])
  func allergies(columns: Int) throws {
    let terminal = try BoardTerminal(.nurse, columns: columns, rows: columns == 80 ? 24 : 40)
    terminal.screen.press(.enter)
    #expect(terminal.frame.shows("Allergies     Penicillin (rash)"))
    terminal.screen.press(.escape)
    #expect(columns > 80 || terminal.frame.shows("4A-01 · ! Penicillin (rash)"))
    let hospital = terminal.hospital
    _ = try RegistrationService(hospital.session(.doctor)).recordAllergies(
      AllergyChange(
        from: AllergyStatus(entry: "Penicillin (rash)"), to: AllergyStatus(entry: "Penicillin (rash), Latex")),
      of: hospital.samples.patients[0], because: "")
    terminal.screen.press("r", .enter)
    #expect(terminal.frame.shows("Allergies     Penicillin (rash), Latex"))
  }

  @Test("the list of doctors begins with those of the ward", arguments: [("4A-02", "LINDQVIST"), ("4B-01", "MBEKI")])
  func doctors(room: String, first: String) throws {
    let terminal = try BoardTerminal(.reception)
    terminal.screen.press("/")
    terminal.screen.type(room)
    terminal.screen.press(.enter, "a")
    terminal.screen.type("oyelaran")
    terminal.screen.press(.enter, .function(4))
    let names = terminal.frame.lines.compactMap { line in
      ["LINDQVIST", "MBEKI"].first { line.contains($0) }
    }
    #expect(names.first == first && names.count == 2)
  }

  @Test(
    "bad input: a room that is taken while the form is filled in is told at once; another is chosen in the form",
    arguments: [(80, 24), (120, 40)])
  func taken(columns: Int, rows: Int) throws {
    let terminal = try BoardTerminal(.reception, columns: columns, rows: rows)
    let hospital = terminal.hospital
    terminal.screen.press(.down, "a")
    terminal.screen.type("oyelaran")
    terminal.screen.press(.enter)
    terminal.screen.type("lind")
    terminal.screen.press(.enter)
    terminal.screen.type("oka")
    try hospital.admit(hospital.samples.patients[2], to: hospital.samples.rooms[1])
    terminal.bring(try BedService(hospital.session(.reception)).reading())
    #expect(terminal.message.contains("4A-02 is occupied by KOVAC, Ana; choose another room."), "\(terminal.frame)")
    #expect(terminal.frame.shows("[oka"))
    terminal.screen.type("for")
    terminal.screen.press(.enter, .enter, .enter)
    terminal.screen.type("chest pain")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("4A-02 is taken by KOVAC, Ana") && terminal.frame.shows("chest pain"))
    terminal.screen.press(.control("u"))
    terminal.screen.type("4A-03")
    terminal.screen.press(.control("s"))
    #expect(terminal.message == " OK  OYELARAN, Tunde is admitted to 4A-03.", "\(terminal.frame)")
    #expect(terminal.line(of: "4A-03").contains("OYELARAN"))
    #expect(terminal.frame.line(try #require(terminal.frame.cursor).row).contains("4A-03"))
  }

  @Test("Esc leads from a ward back to all rooms; the room that was chosen from the list stands in the title")
  func wayBack() throws {
    let terminal = try BoardTerminal(.reception)
    terminal.screen.press(.tab, .down, .down, .enter)
    let one = terminal.frame.line(2)
    terminal.screen.press(.escape)
    #expect(terminal.frame.line(2) != one && terminal.frame.line(2).contains("6 rooms"), "\(terminal.frame)")
    terminal.screen.press("/")
    terminal.screen.type("4a-02")
    terminal.screen.press(.enter, "a", .control("f"))
    terminal.screen.type("room")
    terminal.screen.press(.enter, .function(4))
    terminal.screen.type("4a-03")
    terminal.screen.press(.enter)
    #expect(terminal.frame.line(0).contains("Admit to 4A-03"), "\(terminal.frame)")
  }

  @Test("a refusal leaves the form as typed, with the sentence in it")
  func refusal() throws {
    let terminal = try BoardTerminal(.reception)
    terminal.screen.press(.down, "a")
    terminal.screen.type("duarte")
    terminal.screen.press(.enter)
    terminal.screen.type("lind")
    terminal.screen.press(.enter)
    terminal.screen.type("okafor")
    terminal.screen.press(.enter, .enter, .enter)
    terminal.screen.type("chest pain")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("DUARTE, Inês is in 4A-01 already; transfer them instead"))
    #expect(terminal.frame.shows("chest pain"))
  }

  @Test("recording that a patient left needs the room number, and Enter is harmless")
  func leave() throws {
    let terminal = try BoardTerminal(.nurse)
    try terminal.hospital.orderDischarge(from: terminal.hospital.samples.rooms[0])
    terminal.screen.press("x")
    #expect(terminal.frame.line(2).contains("DUARTE, Inês  1991/03/12 (35 y) F"))
    #expect(terminal.frame.line(2).contains("! Penicillin"))
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("Patient left?") && terminal.frame.shows("to: home, as ordered"))
    terminal.screen.press(.enter)
    #expect(
      terminal.frame.shows("type 4A-01, then ^S; Esc: Keep patient"), "who presses Enter is not left to believe it done"
    )
    terminal.screen.press(.escape)
    #expect(!terminal.frame.shows("Patient left?"))
    terminal.screen.press(.control("s"))
    terminal.screen.type("4A-02")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("Not 4A-02: type 4A-01, then ^S"))
    terminal.screen.press(.backspace)
    terminal.screen.type("1")
    terminal.screen.press(.control("s"))
    #expect(terminal.message.contains("DUARTE, Inês has left 4A-01"))
    #expect(terminal.line(of: "4A-01").contains("◌ housekeeping"))
    terminal.screen.press("c")
    #expect(terminal.line(of: "4A-01").contains("○ free"))
    terminal.screen.press("u", "u")
    #expect(terminal.line(of: "4A-01").contains("DUARTE, Inês"))
  }

  @Test(
    "a form says whom it touches, with allergies, at every size", arguments: [(60, 18), (80, 24), (120, 40), (200, 60)])
  func banner(columns: Int, rows: Int) throws {
    let terminal = try BoardTerminal(.nurse, columns: columns, rows: rows)
    terminal.screen.press("t")
    let line = try #require(terminal.frame.lines.first { $0.contains("DUARTE, Inês") })
    #expect(line.contains("1991/03/12") && line.contains("4A-01") && line.contains("! Peni"))
  }

  @Test("a change of another session shows at once and leaves cursor and filter as they are (A2)")
  func live() throws {
    let terminal = try BoardTerminal(.nurse)
    terminal.screen.press(.down, .down)
    terminal.screen.press("/")
    terminal.screen.type("4a")
    let before = terminal.frame.cursor
    try terminal.hospital.admit(terminal.hospital.samples.patients[2], to: terminal.hospital.samples.rooms[1])
    let board = try BedService(terminal.hospital.session(.nurse)).board()
    terminal.bring(board)
    #expect(terminal.line(of: "4A-02").contains("KOVAC, Ana"))
    #expect(terminal.frame.cursor == before)
    #expect(terminal.frame.shows(" / [4a"))
  }
}

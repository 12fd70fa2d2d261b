import HospitalDomain
import HospitalTestSupport
import TerminalKit
import Testing

@Suite("Registration at a terminal (P1, P2, H4)")
struct RegisterPaneTests {
  private func register(_ station: Workstation, family: String = "Haugen") {
    station.fillIn(
      family, "Liv", "19750228", "f", "", "0861 234 567", "", "3 Mill Street", "Cork", "", "Haugen, Odd", "husband",
      "none", "penicillin (rash)")
    station.letDraftBeKept()
  }

  @Test("a patient is registered from the form, and their record opens", arguments: screenSizes)
  func registers(columns: Int, rows: Int) throws {
    let station = try Workstation(.reception, columns: columns, rows: rows)
    station.terminal.press("3")
    #expect(station.frame.shows("> Family name * ["))
    register(station)
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("OK  HAUGEN, Liv is registered as"))
    #expect(station.frame.shows("HAUGEN, Liv"))
    #expect(station.frame.shows("! Penicillin"))
  }

  @Test("each wrong field says so beside it; nothing typed is lost, nothing is saved", arguments: screenSizes)
  func refuses(columns: Int, rows: Int) throws {
    let station = try Workstation(.reception, columns: columns, rows: rows)
    station.terminal.press("3")
    register(station, family: "")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("ERR  Family name: needed"))
    #expect(station.frame.shows("!>Family name * [____________________"))
    #expect(station.frame.shows("Liv"))
    #expect(!station.frame.shows("is registered"))
  }

  @Test("a draft is kept while typing, said so, and offered when Register opens again")
  func keepsDrafts() throws {
    let station = try Workstation(.reception)
    station.terminal.press("3")
    station.fillIn("DUARTE", "Inês")
    #expect(!station.frame.line(2).contains("Draft kept"))
    station.letDraftBeKept()
    #expect(station.frame.line(2).hasPrefix(" Draft kept 14:02:02"))
    station.terminal.press(.escape)
    #expect(station.frame.shows("1 form left unfinished"))
    #expect(station.frame.shows("DUARTE, Inês"))
    station.terminal.press(.down, .down, .enter)
    #expect(station.frame.shows("> Born"))
    #expect(station.frame.shows("[DUARTE______________]"))
  }

  @Test("a dropped line keeps the form; its owner finds it at another terminal (H4)")
  func survivesHangUp() throws {
    let station = try Workstation(.reception)
    station.terminal.press("3")
    station.terminal.type("DUARTE")
    station.terminal.hangUp()
    let other = try Workstation(.reception, in: station.hospital)
    other.terminal.press("3")
    #expect(other.frame.shows("DUARTE"))
    let stranger = try Workstation(.headNurse, in: station.hospital)
    stranger.terminal.press("3")
    #expect(!stranger.frame.shows("DUARTE"))
  }

  @Test("a draft is discarded only when asked twice")
  func discards() throws {
    let station = try Workstation(.reception)
    station.terminal.press("3")
    station.terminal.type("DUARTE")
    station.terminal.press(.escape, .down, .down, .function(9))
    #expect(station.frame.shows(">[ Keep it  Esc ]<"))
    station.terminal.press(.enter)
    #expect(station.frame.shows("DUARTE"))
    station.terminal.press(.function(9), .control("s"))
    #expect(station.frame.shows("OK  The draft of DUARTE is discarded."))
    #expect(!station.frame.shows("kept 2026"))
  }

  @Test("likely duplicates stand below the form; one is opened instead, or a reason is typed", arguments: screenSizes)
  func showsMatches(columns: Int, rows: Int) throws {
    let station = try Workstation(.reception, columns: columns, rows: rows)
    station.terminal.press("3")
    register(station)
    station.terminal.press(.control("s"), "q")
    station.terminal.press("n")
    register(station, family: "Haugan")
    #expect(station.frame.shows("POSSIBLE MATCH"))
    #expect(station.frame.shows("HAUGEN, Liv"))
    station.terminal.press(.function(6))
    #expect(station.frame.shows("May be the same person"))
    station.terminal.press(.enter)
    #expect(station.frame.shows("DETAILS"))
    station.terminal.press("q")
    #expect(station.frame.shows("ALWAYS ASKED"))
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("Register as somebody else?"))
    station.terminal.press(.control("s"))
    #expect(!station.frame.shows("is registered"))
    station.terminal.type("Her twin sister")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("OK  HAUGAN, Liv is registered as"))
  }

  @Test("somebody without a name is registered by any nurse")
  func unidentified() throws {
    let station = try Workstation(.nurse)
    station.terminal.press("3", "n")
    #expect(station.frame.shows("Note  "))
    station.terminal.press("i")
    #expect(station.frame.shows("Unknown "))
    station.terminal.press(.tab)
    station.fillIn("m", "over", "Bus station")
    station.terminal.press(.control("s"))
    #expect(station.frame.line(21).contains("is registered as"))
    #expect(station.frame.shows("DETAILS  unidentified patient"))
  }

  @Test("the tabs are those of the role", arguments: Role.allCases)
  func tabs(role: Role) throws {
    let station = try Workstation(role)
    let mayRegister = Permission.registerPatient.allows(role) || Permission.registerUnidentified.allows(role)
    #expect(station.frame.line(1).contains("Register") == mayRegister)
    #expect(station.frame.line(1).contains("Patients") == Permission.findPatient.allows(role))
  }
}

import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// A person's own account on the screen, and what an administrator does to another's (H3).
struct OwnAccountPaneTests {
  private func open(_ role: Role, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed) throws
    -> Workstation
  {
    let station = try Workstation(role, columns: columns, rows: rows, depth: depth)
    station.terminal.press("8", .end, .enter)
    return station
  }

  @Test("password, second step and PIN stand in one place, at any size", arguments: screenSizes)
  func place(columns: Int, rows: Int) throws {
    let station = try open(.nurse, columns: columns, rows: rows, depth: .mono)
    #expect(station.frame.line(0).contains("Your account"))
    #expect(station.frame.shows("Password") && station.frame.shows("Second step"))
    station.terminal.press(.end)
    #expect(station.frame.shows("PIN"))
  }

  @Test("the rules are shown; a wrong one is told beside its field; nothing typed is shown or kept; then it is changed")
  func password() throws {
    let station = try open(.nurse)
    station.terminal.press("w")
    #expect(station.frame.shows("At least 12 characters") && station.frame.shows("Not your user name"))
    func fill(_ old: String, _ new: String, _ again: String) {
      for text in [old, new, again] {
        station.terminal.press(.control("u"))
        station.terminal.type(text)
        station.terminal.press(.tab)
      }
      station.terminal.press(.control("s"))
    }
    fill("password of nurse", "short", "short")
    #expect(station.frame.shows("12 needed"))
    #expect(!station.frame.shows("password of nurse"))
    station.terminal.press(.escape)
    #expect(try DraftService(station.hospital.session(.nurse)).drafts().isEmpty)
    station.terminal.press("w")
    fill("wrong", "four green boats at sea", "four green boats at sea")
    #expect(station.frame.shows("That is not your password."))
    station.terminal.press(.escape, "w")
    fill("password of nurse", "four green boats at sea", "four green boats at sea")
    #expect(station.frame.shows("Your password is changed."))
    station.terminal.press("2")
    #expect(station.frame.line(0).contains("Beds"), "the session goes on")
  }

  @Test("an administrator takes a lost second step away from the list of accounts, with a reason")
  func secondStep() throws {
    let station = try Workstation(.administrator)
    station.terminal.press(.control("p"))
    station.terminal.type("go to accounts")
    station.terminal.press(.enter, "x")
    #expect(station.frame.shows("second step of"))
    station.terminal.type("lost telephone")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("no second step"))
  }
}

import HospitalDomain
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("Tab 8 More: a menu of what the hospital keeps of itself (A5, A6, H1, H2, H5)")
struct MorePaneTests {
  let hospital: TestHospital

  init() throws { hospital = try TestHospital() }

  @Test("each role finds what it may see and no more", arguments: Role.allCases.filter { $0 != .patient })
  func places(role: Role) {
    let terminal = PaperTerminal(role, at: hospital, tab: "8")
    let top = terminal.frame
    terminal.screen.resize(columns: 80, rows: 40)
    let frame = terminal.frame
    #expect(top.line(1).contains("[8 More]"))
    #expect(top.shows("Departments") && top.shows("Doctors"))
    #expect(frame.shows("Stock") == Permission.seeStock.allows(role))
    #expect(frame.shows("Accounts") == Permission.seeAccounts.allows(role))
    #expect(frame.shows("Audit trail") == Permission.readAudit.allows(role))
    #expect(frame.shows("Openings") == Permission.reviewOpenings.allows(role))
    #expect(frame.shows("Forecast") == Permission.seeBoard.allows(role))
  }

  @Test("where not all of the menu is seen, a sign says that it goes on")
  func goesOn() {
    let terminal = PaperTerminal(.administrator, at: hospital, tab: "8")
    terminal.screen.resize(columns: 80, rows: 24)
    #expect(terminal.frame.shows("▼") && !terminal.frame.shows("Your account"))
    terminal.screen.press(.end)
    #expect(terminal.frame.shows("▲") && terminal.frame.shows("Your account") && !terminal.frame.shows("▼"))
  }

  @Test("Enter opens every line, Esc comes back", arguments: 0..<19)
  func opens(line: Int) throws {
    let titles = [
      "Departments", "Rooms", "Doctors", "Staff", "Employees", "Forecast", "Cash", "Uninvoiced", "Prices", "Rates",
      "Medications", "Stock", "Orders", "Suppliers", "Supplies", "Pharmacies", "Accounts", "Openings", "Audit trail",
    ]
    let terminal = PaperTerminal(.administrator, at: hospital, tab: "8")
    for _ in 0..<line { terminal.screen.press(.down) }
    terminal.screen.press(.enter)
    #expect(terminal.frame.line(0).contains(titles[line]))
    terminal.screen.press(.escape)
    #expect(terminal.frame.line(0).contains("More"))
  }

  @Test("the palette goes to every place by its name, from anywhere; Esc comes back to the menu")
  func palette() {
    let terminal = PaperTerminal(.administrator, at: hospital, tab: "1")
    terminal.screen.press(.control("p"))
    terminal.screen.type("price")
    terminal.screen.press(.enter)
    #expect(terminal.frame.line(0).contains("Prices"))
    terminal.screen.press(.escape)
    #expect(terminal.frame.line(0).contains("More") && terminal.frame.line(1).contains("[8 More]"))
    terminal.screen.press(.escape)
    #expect(terminal.frame.line(1).contains("[8 More]"))
  }

  @Test("the palette offers no place that is not open to the role")
  func paletteOfRole() {
    let terminal = PaperTerminal(.nurse, at: hospital, tab: "1")
    terminal.screen.press(.control("p"))
    terminal.screen.type("audit")
    #expect(!terminal.frame.shows("Go to Audit trail"))
  }

  @Test("a room of the forecast is gone to on the board")
  func board() {
    let terminal = PaperTerminal(.administrator, at: hospital, tab: "8")
    for _ in 0..<5 { terminal.screen.press(.down) }
    terminal.screen.press(.enter, .enter)
    #expect(terminal.frame.line(1).contains("[2 Beds]"))
  }
}

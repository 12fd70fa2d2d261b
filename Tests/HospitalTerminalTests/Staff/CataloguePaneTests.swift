import HospitalDomain
import HospitalScreens
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("Rooms, departments, doctors and staff on a terminal (A6)")
struct CataloguePaneTests {
  @Test("an administrator adds a department from the tab More", arguments: [(60, 18), (80, 24), (120, 40)])
  func add(columns: Int, rows: Int) throws {
    let hospital = try TestHospital(.file)
    let desk = Desk(workplace: hospital.workplace, terminal: "test") {}
    desk.begin(hospital.session(.administrator))
    let terminal = ScriptedTerminal(columns: columns, rows: rows)
    terminal.start(Shell(host: HospitalHost(desk)))
    terminal.press("8", .down, .enter)
    #expect(terminal.frame.shows("4A Medical"))
    terminal.press("a")
    terminal.type("5C Dermatology")
    terminal.press(.control("s"))
    #expect(terminal.frame.shows("OK  Department 5C Dermatology is added."))
    #expect(terminal.frame.shows("5C Dermatology"))
    terminal.press(.function(9))
    terminal.type("opened by mistake")
    terminal.press(.escape)
    #expect(terminal.frame.shows("5C Dermatology"))
  }

  @Test("a nurse sees the lists with their keys dimmed")
  func nurse() throws {
    let hospital = try TestHospital()
    let desk = Desk(workplace: hospital.workplace, terminal: "test") {}
    desk.begin(hospital.session(.nurse))
    let terminal = ScriptedTerminal()
    terminal.start(Shell(host: HospitalHost(desk)))
    terminal.press("8", .enter)
    #expect(terminal.frame.role(of: "Add…") == .disabled)
    terminal.press("a")
    #expect(terminal.frame.shows("You may not manage rooms and departments as a nurse; administrators can."))
  }
}

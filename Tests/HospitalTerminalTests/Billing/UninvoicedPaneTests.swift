import HospitalDomain
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("More, Uninvoiced: what was delivered and stands on no invoice (B6)")
struct UninvoicedPaneTests {
  let hospital: TestHospital

  /// DUARTE in 4A-01 for two nights at 180.00 with a consultation; OYELARAN in 4A-02 with two blood counts.
  init() throws {
    hospital = try TestHospital(at: TestHospital.opening - .days(2))
    try hospital.setPrices()
    let samples = hospital.samples
    let one = try hospital.admit(samples.patients[0], to: samples.rooms[0])
    hospital.clock.now = TestHospital.opening
    let other = try hospital.admit(samples.patients[1], to: samples.rooms[1])
    let charges = ChargeService(hospital.session(.cashier))
    _ = try charges.charge(ChargeEntry(code: "CON", servedOn: TestHospital.today), to: one)
    _ = try charges.charge(ChargeEntry(code: "LAB-CBC", quantity: 2, servedOn: TestHospital.today), to: other)
  }

  private func open(_ role: Role = .cashier, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed)
    -> PaperTerminal
  {
    let terminal = PaperTerminal(role, at: hospital, tab: "8", columns: columns, rows: rows, depth: depth)
    terminal.screen.focus(on: "Uninvoiced")
    terminal.screen.press(.enter)
    return terminal
  }

  @Test(
    "each service stands with its amount and why, the sums above and below",
    arguments: [(80, ColourDepth.mono), (120, .indexed), (60, .mono)])
  func rows(columns: Int, depth: ColourDepth) {
    let terminal = open(columns: columns, rows: columns == 60 ? 18 : 24, depth: depth)
    if columns > 60 { #expect(terminal.frame.line(2).contains("Filter: all   3 · USD 554.50, by oldest")) }
    let line = terminal.line(of: "DUARTE, Inês")
    #expect(
      line.hasPrefix(columns == 60 ? "> DUARTE, Inês" : "> 2026/11/19 DUARTE, Inês")
        && line.contains("360.00 not charged"))
    #expect(terminal.line(of: "OYELARAN").contains("44.50 not billed"))
    #expect(terminal.frame.shows(" not charged 360.00 · not billed 194.50"))
  }

  @Test("kinds of rooms in use without a price are named below the sums, at any width", arguments: [60, 80, 120])
  func unpriced(columns: Int) throws {
    try hospital.admit(hospital.samples.patients[2], to: hospital.samples.bay[0])
    let terminal = open(columns: columns, rows: columns == 60 ? 18 : 24, depth: .mono)
    #expect(terminal.frame.shows("no price set for BED-SEMI-PRIVATE"))
  }

  @Test("a night that got its price when the patient had left is billed from its line: Enter, b")
  func pricedAfterwards() throws {
    let bed = hospital.samples.bay[0]
    try hospital.admit(hospital.samples.patients[2], to: bed)
    try hospital.orderDischarge(from: bed)
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(bed))
    _ = try PriceService(hospital.session(.administrator)).set(
      PriceEntry([
        .code: "BED-SEMI-PRIVATE", .item: "Bed, bay", .category: "room", .unit: "210", .validFrom: "T",
      ]))
    let terminal = open()
    terminal.screen.press("/")
    terminal.screen.type("bed, bay")
    terminal.screen.press(.enter, .enter)
    #expect(terminal.line(of: "Together").contains("210.00"))
    terminal.screen.press("b")
    #expect(terminal.frame.line(21).contains("A draft for KOVAC, Ana is drawn up: USD 210.00."))
  }

  @Test("s goes through the states, o through the orders, / narrows; the sums follow to the cent")
  func narrows() {
    let terminal = open()
    terminal.screen.press("o")
    #expect(terminal.frame.line(4).contains("360.00") && terminal.frame.line(5).contains("150.00"))
    terminal.screen.press("s")
    #expect(terminal.frame.line(2).contains("patient has left   0 · USD 0.00"))
    #expect(terminal.frame.shows("Every service stands on an invoice."))
    terminal.screen.press("s", "s")
    #expect(terminal.frame.line(2).contains("not billed   2 · USD 194.50, by largest"))
    terminal.screen.press("/")
    terminal.screen.type("oyel")
    terminal.screen.press(.enter)
    #expect(terminal.frame.line(2).contains("not billed · oyel   1 · USD 44.50"))
    terminal.screen.press(.escape)
    #expect(terminal.frame.line(2).contains("Filter: all   3"))
  }

  @Test(
    "Enter opens the account; what is billed there is gone when one comes back", arguments: [Role.cashier, .auditor])
  func account(role: Role) {
    let terminal = open(role)
    terminal.screen.press(.enter)
    #expect(terminal.frame.line(0).contains("Account") && terminal.frame.line(2).contains("DUARTE"))
    terminal.screen.press("b")
    let isCashier = role == .cashier
    #expect(terminal.frame.line(21).contains(isCashier ? "A draft for DUARTE, Inês is drawn up" : "You may not"))
    terminal.screen.press(.escape)
    #expect(terminal.frame.shows(isCashier ? "on a draft 510.00" : "not charged 360.00"))
  }

  @Test("a wide screen says what to do about the row with the focus")
  func detail() {
    let frame = open(columns: 120, rows: 40).frame
    #expect(frame.shows("USD 360.00 before tax") && frame.shows("Charged by itself when the stay is billed"))
  }
}

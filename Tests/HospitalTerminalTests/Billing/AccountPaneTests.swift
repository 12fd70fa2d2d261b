import HospitalDomain
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("The account of a stay, from the charge to the payment (I1–I3)")
struct AccountPaneTests {
  let hospital: TestHospital

  /// DUARTE in 4A-01 at 180.00 a night for two nights.
  init() throws {
    hospital = try TestHospital(at: TestHospital.opening - .days(2))
    try hospital.setPrices()
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    hospital.clock.now = TestHospital.opening
  }

  private func open(_ role: Role = .cashier, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed)
    -> PaperTerminal
  {
    let terminal = PaperTerminal(role, at: hospital, tab: "4", columns: columns, rows: rows, depth: depth)
    terminal.screen.press(.enter, "i")
    return terminal
  }

  @Test(
    "an estimate is marked as one, without colour too", arguments: [(80, 24, ColourDepth.mono), (120, 40, .indexed)])
  func estimate(columns: Int, rows: Int, depth: ColourDepth) {
    let terminal = open(columns: columns, rows: rows, depth: depth)
    #expect(terminal.frame.shows("EXPECTED (ESTIMATE)"))
    #expect(terminal.line(of: "Bed, private").contains("(est.) Bed, private, per night  2 × 180.00"))
    #expect(terminal.line(of: "Together").contains("360.00"))
  }

  @Test("what is charged at another terminal stands on an open account by itself")
  func news() throws {
    let terminal = open()
    let admission = try #require(
      try BedService(hospital.session(.nurse)).room(hospital.samples.rooms[0]).occupancy?.admission)
    _ = try ChargeService(hospital.session(.cashier)).charge(
      ChargeEntry(code: "LAB-CBC", servedOn: TestHospital.today), to: admission)
    #expect(!terminal.frame.shows("Full blood count"))
    try terminal.bring(hospital)
    #expect(terminal.frame.shows("Full blood count"))
  }

  @Test("charge, bill, issue, pay: each by its key, and each asks what it has to")
  func journey() throws {
    let terminal = open()
    let screen = terminal.screen
    screen.press("n")
    screen.type("consul")
    screen.press(.control("s"))
    #expect(terminal.frame.line(21) == " OK  1 × Consultation is charged to DUARTE, Inês: USD 150.00.")
    screen.press("b")
    #expect(terminal.frame.line(21).contains("A draft for DUARTE, Inês is drawn up: USD 510.00."))
    #expect(terminal.frame.lines.contains { $0.hasPrefix(">") && $0.contains("Draft") })
    screen.press("y")
    #expect(terminal.frame.line(21).contains("This draft is not issued yet"))
    screen.press("i")
    #expect(terminal.frame.shows("2 lines, USD 510.00"))
    screen.type("2")
    screen.press(.control("s"))
    #expect(terminal.frame.line(21).contains("INV-2026-0001 is issued to DUARTE, Inês: USD 510.00, due 2026/12/05."))
    screen.press("y", .control("s"))
    #expect(terminal.frame.line(21).contains("You have no open shift"))
    _ = try TillService(hospital.session(.cashier)).open(float: .zero)
    screen.press(.tab, .tab)
    screen.type("600")
    screen.press(.control("s"))
    #expect(terminal.frame.line(21).contains("it is paid; change 90.00"))
    #expect(terminal.line(of: "INV-2026-0001").contains("paid, 2026/11/21, total 510.00"))
    screen.press(.enter)
    #expect(terminal.frame.shows("INV-2026-0001  paid") && terminal.frame.shows("LINES"))
  }

  @Test("B6: a charge that was waived stands on the account as such, and in no sum")
  func waived() throws {
    let admission = try hospital.bedside(hospital.samples.rooms[0]).admission
    let cashier = hospital.session(.cashier)
    _ = try ChargeService(cashier).charge(ChargeEntry(code: "CON", servedOn: TestHospital.today), to: admission)
    let item = try #require(try CheckOutService(cashier).again(admission).openItems.first)
    _ = try CheckOutService(cashier).waive(item, of: admission, because: "not given")
    let terminal = open(depth: .mono)
    #expect(terminal.line(of: "Consultation").contains("(waived) Consultation"))
    #expect(terminal.line(of: "Together").contains("360.00"))
  }

  @Test("the focus stays on the invoice when a colleague's charge moves it down")
  func focusStays() throws {
    let terminal = open()
    terminal.screen.press("b")
    #expect(terminal.frame.lines.contains { $0.hasPrefix(">") && $0.contains("Draft") })
    let admission = try hospital.bedside(hospital.samples.rooms[0]).admission
    for code in ["CON", "LAB-CBC"] {
      _ = try ChargeService(hospital.session(.nurse))
        .charge(ChargeEntry(code: code, quantity: 1, servedOn: TestHospital.today), to: admission)
    }
    terminal.screen.press("r")
    #expect(terminal.frame.lines.contains { $0.hasPrefix(">") && $0.contains("Draft") })
  }

  @Test("H2: a nurse charges, and is told who issues and who takes money")
  func roles() {
    let terminal = open(.nurse)
    terminal.screen.press("b")
    #expect(terminal.frame.line(21).contains("You may not issue an invoice"))
    terminal.screen.press("n")
    #expect(terminal.frame.shows("CHARGE A SERVICE"))
  }

  @Test("the till: a shift is opened and closed with its keys; a difference has to be explained")
  func till() {
    let terminal = PaperTerminal(.cashier, at: hospital, tab: "8")
    terminal.screen.focus(on: "Cash")
    terminal.screen.press(.enter, "o")
    terminal.screen.type("200")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.line(21).contains("Your shift is open with a float of USD 200.00."))
    terminal.screen.press("c")
    terminal.screen.type("190")
    terminal.screen.press(.control("s"), .control("s"))
    #expect(terminal.frame.line(21).contains("explain the difference of -10.00"))
    terminal.screen.type("stamps were bought")
    terminal.screen.press(.control("s"), .control("s"))
    #expect(terminal.frame.line(21).contains("Your shift is closed: USD 190.00 counted, -10.00 off."))
  }

  @Test("I3: a deposit stands at the till with the number of its receipt, and on the account with how it was used")
  func depositsListed() throws {
    let (cashier, patient) = (hospital.session(.cashier), hospital.samples.patients[0])
    _ = try PaymentService(cashier).deposit(
      for: patient, PaymentEntry(.transfer, Money(cents: 60_00), reference: "T 1"))
    let issued = try hospital.invoice(patient, cents: 45_00, dueIn: 7)
    _ = try PaymentService(cashier).pay(issued, PaymentEntry(.credit, Money(cents: 45_00)))
    let terminal = open()
    #expect(terminal.frame.shows("KEPT FOR THE PATIENT  2"))
    #expect(terminal.line(of: "deposit by transfer").hasSuffix(" 60.00"))
    #expect(terminal.line(of: "used on INV-2026-0001").hasSuffix(" -45.00"))
    #expect(terminal.line(of: "as the patient's credit").hasSuffix(" 15.00"))
    let till = PaperTerminal(.cashier, at: hospital, tab: "8")
    till.screen.focus(on: "Cash")
    till.screen.press(.enter)
    #expect(till.frame.shows("DEPOSITS  1"))
    #expect(till.line(of: "USD 60.00 by transfer").contains("/D1"))
  }

  @Test("the till: a reference that is refused stays to be mended, with why, and the mended one pays the refund")
  func refusedReference() throws {
    let (cashier, patient) = (hospital.session(.cashier), hospital.samples.patients[0])
    _ = try PaymentService(cashier).deposit(
      for: patient, PaymentEntry(.transfer, Money(cents: 60_00), reference: "T 1"))
    let till = TillService(cashier)
    _ = try till.requestRefund(Money(cents: 60_00), by: .card, for: patient, because: "moved away")
    _ = try TillService(hospital.session(.administrator)).decide(
      try #require(try till.refunds().first), approved: true, because: "")
    let terminal = PaperTerminal(.cashier, at: hospital, tab: "8")
    terminal.screen.focus(on: "Cash")
    terminal.screen.press(.enter)
    terminal.screen.focus(on: "60.00")
    terminal.screen.press("y")
    terminal.screen.type("88 4111 1111 1111 1111")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("looks like a card number") && terminal.frame.shows("88 4111 1111 1111 1111"))
    for _ in 0..<20 { terminal.screen.press(.backspace) }
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("Too short: 3 characters or more"))
    terminal.screen.type("213")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.line(21).contains("USD 60.00 is paid back to DUARTE, Inês by card terminal."))
  }
}

import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("The Invoices tab: what is owed, in dollars (I1, I2)")
struct InvoicesPaneTests {
  let hospital: TestHospital

  /// OYELARAN overdue, DUARTE part paid, KOVAC paid, MURPHY a draft.
  init() throws {
    hospital = try TestHospital()
    let patients = hospital.samples.patients
    try hospital.invoice(patients[1], cents: 1_284_50, dueIn: -3)
    try hospital.invoice(patients[0], cents: 80_00, dueIn: 7, paid: 30_00)
    try hospital.invoice(patients[2], cents: 60_00, dueIn: 7, paid: 60_00, then: "balanced")
    try hospital.invoice(patients[3], cents: 45_00, dueIn: nil)
  }

  private func open(_ role: Role = .headNurse, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed)
    -> PaperTerminal
  {
    PaperTerminal(role, at: hospital, tab: "5", columns: columns, rows: rows, depth: depth)
  }

  @Test(
    "each invoice stands in its row with its state in words, without colour too",
    arguments: [ColourDepth.indexed, .mono])
  func rows(depth: ColourDepth) {
    let frame = open(depth: depth).frame
    #expect(frame.line(1).contains("[5 Invoices]"))
    #expect(frame.line(4).hasPrefix("> INV-2026-0001  OYELARAN, Tunde"))
    #expect(frame.line(4).hasSuffix("    1,284.50     1,284.50 overdue 3 d"))
    #expect(frame.line(5).hasSuffix("80.00        50.00 part paid"))
    #expect(frame.line(6).contains("MURPHY, Seán") && frame.line(6).hasSuffix("45.00              draft"))
    #expect(frame.line(7).hasSuffix("60.00         0.00 paid"))
    #expect(open(columns: 100, depth: depth).frame.line(4).contains("2026/11/18"))
  }

  @Test("the sums of what is shown stand above it, and follow the states and the filter")
  func sums() {
    let terminal = open()
    #expect(terminal.frame.line(2).contains("4 · due USD 1,334.50 · paid 90.00 · total 1,469.50"))
    terminal.screen.press("s")
    #expect(terminal.frame.line(2).contains("Filter: open   3 · due USD 1,334.50 · paid 30.00 · total 1,409.50"))
    terminal.screen.press("/")
    terminal.screen.type("duarte")
    terminal.screen.press(.enter)
    #expect(terminal.frame.line(2).contains("Filter: open · duarte   1 · due USD 50.00 · paid 30.00 · total 80.00"))
    terminal.screen.press(.escape)
    #expect(terminal.frame.line(2).contains("Filter: all   4 · due USD 1,334.50"))
  }

  @Test("I2: a draft that was made in error is struck out with a reason; what was issued is not")
  func strikeOut() {
    let terminal = open(.cashier)
    terminal.screen.press("X")
    #expect(terminal.frame.line(21).contains("a credit note takes it back"))
    terminal.screen.press(.down, .down, "X")
    terminal.screen.type("for somebody else")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.line(21).contains("The draft for MURPHY, Seán is struck out."))
    #expect(terminal.line(of: "MURPHY").hasSuffix("struck out"))
  }

  @Test("amounts of millions and numbers of five digits are whole", arguments: [80, 100, 120, 200])
  func figures(columns: Int) throws {
    try hospital.execute("DROP TRIGGER invoice_gapless")
    try hospital.execute("UPDATE number_sequence SET next_number = 10000 WHERE name LIKE 'invoice %'")
    try hospital.invoice(hospital.samples.patients[1], cents: 1_234_567_89, dueIn: 4, paid: 1_000_000_00)
    let line = open(columns: columns).line(of: "INV-2026-10000")
    #expect(line.contains("INV-2026-10000 OYELARAN, Tunde"))
    #expect(line.contains("1,234,567.89") && line.contains("  234,567.89 part paid"), "\(line)")
    if columns == 200 { #expect(line.contains("1,000,000.00")) }
  }

  @Test("what is due stands below by its age, and comes to what is due above (I2)")
  func ages() throws {
    let patients = hospital.samples.patients
    for (days, cents) in [(-30, 10_00), (-31, 20_00), (-75, 30_01), (-91, 40_00)] {
      try hospital.invoice(patients[2], cents: Int64(cents), dueIn: days)
    }
    let terminal = open()
    #expect(terminal.frame.line(2).contains("due USD 1,434.51"))
    #expect(
      terminal.frame.shows("  Not due 50.00 · 1–30 d 1,294.50 · 31–60 20.00 · 61–90 30.01 · over 90 40.00"))
    terminal.screen.press("/")
    terminal.screen.type("duarte")
    terminal.screen.press(.enter)
    #expect(terminal.frame.shows("  Not due 50.00 · 1–30 d 0.00 · 31–60 0.00 · 61–90 0.00 · over 90 0.00"))
    terminal.screen.press(.escape, "s", "s")
    #expect(!terminal.frame.shows("Not due"), "nothing is due on drafts")
  }

  @Test("ages of millions go on in a second line", arguments: [60, 80])
  func wideAges(columns: Int) throws {
    for days in [1, -1, -40, -70, -100] {
      try hospital.invoice(hospital.samples.patients[2], cents: 2_222_222_22, dueIn: days)
    }
    let frame = open(columns: columns).frame
    for age in ["Not due 2,222,272.22", "1–30 d 2,223,506.72", "31–60 2,222,222.22", "over 90 2,222,222.22"] {
      #expect(frame.shows(age), "\(age)")
    }
  }

  @Test("of the closed ones only the newest are listed: that is said, and a number finds any")
  func closedCut() throws {
    for _ in 0..<InvoiceService.mostClosed {
      hospital.clock.advance(by: .minutes(1))
      try hospital.invoice(hospital.samples.patients[0], cents: 100, dueIn: 7, paid: 100, then: "balanced")
    }
    let terminal = open()
    let note = "Of those that are closed the newest 500 are listed; / and a number finds any."
    #expect(terminal.frame.shows(note))
    terminal.screen.press("/")
    terminal.screen.type("inv-2026-0003")
    #expect(terminal.line(of: "INV-2026-0003").contains("KOVAC"), "older than those listed")
    terminal.screen.press(.enter, "v")
    #expect(terminal.frame.shows("Bed, per night") && terminal.frame.shows("INV-2026-0003"))
    terminal.screen.press(.escape, .escape)
    #expect(terminal.frame.line(2).contains("Filter: all   503 ·"), "it goes with the filter")
    terminal.screen.press("s")
    #expect(!terminal.frame.shows(note), "no closed ones are wanted")
  }

  @Test("a wide screen shows the lines and payments of the invoice with the focus once they were opened")
  func detail() {
    let terminal = open(columns: 120, rows: 40)
    terminal.screen.press(.down, "v", .escape)
    let frame = terminal.frame
    #expect(frame.shows("Bed, per night") && frame.shows("2026/11/21 BED  1 × 80.00 = 80.00"))
    #expect(frame.shows("30.00  card, ref 88213") && frame.shows("USD 50.00"))
    #expect(frame.line(5).contains("part paid"))
  }

  @Test("v shows the lines on any screen; Enter opens the record of the patient")
  func opens() {
    let terminal = open()
    terminal.screen.press("v")
    #expect(terminal.frame.shows("Bed, per night"))
    terminal.screen.press(.escape, .enter)
    #expect(terminal.frame.line(0).contains("Record") && terminal.frame.line(2).contains("OYELARAN, Tunde"))
  }

  @Test("H5: what was done to whom is shown once it is opened, and the opening stands in the audit trail")
  func openings() throws {
    func openings() throws -> [String] {
      try hospital.read {
        try $0.transaction.rows(
          "SELECT patient_id FROM audit_entry WHERE permission = 'invoice.see' AND action = 'read' ORDER BY id"
        ).map { try $0.text("patient_id") }
      }
    }
    let terminal = open(.auditor, columns: 120, rows: 40)
    #expect(!terminal.frame.shows("Bed, per night") && terminal.frame.shows("v opens the lines"))
    terminal.screen.press(.down, .up)
    #expect(try openings().isEmpty)
    terminal.screen.press("v")
    #expect(terminal.frame.shows("Bed, per night"))
    terminal.screen.press(.escape)
    #expect(terminal.frame.shows("2026/11/21 BED  1 × 1,284.50 = 1,284.50"), "what was opened stays in the panel")
    #expect(try openings() == [hospital.samples.patients[1].text])
  }

  @Test("r reads again; the cursor stays on its invoice")
  func refresh() throws {
    let terminal = open()
    terminal.screen.press(.down)
    try hospital.invoice(hospital.samples.patients[2], cents: 5_00, dueIn: -30)
    terminal.screen.press("r")
    #expect(terminal.frame.line(4).contains("overdue 30 d"))
    #expect(terminal.line(of: "INV-2026-0002").hasPrefix(">"))
  }

  @Test("H2: the tab is there for those who may see it", arguments: Role.allCases)
  func tab(role: Role) {
    let terminal = PaperTerminal(role, at: hospital, tab: "1")
    #expect(terminal.frame.line(1).contains("Invoices") == Permission.seeInvoices.allows(role))
    #expect(terminal.frame.line(1).contains("Pharmacy") == Permission.seePrescriptions.allows(role))
    #expect(terminal.frame.line(1).contains("Check-out") == Permission.seeBoard.allows(role))
  }
}

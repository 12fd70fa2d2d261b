import Glibc
import HospitalDomain
import HospitalServices
import HospitalTestSupport
import PaperKit
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("Printing from the screens (I5)")
struct PrintPaneTests {
  let tray = PaperTray()
  let hospital: TestHospital

  /// OYELARAN overdue, DUARTE part paid, KOVAC paid, MURPHY a draft.
  init() throws {
    hospital = try TestHospital(press: tray.press)
    let patients = hospital.samples.patients
    try hospital.invoice(patients[1], cents: 1_284_50, dueIn: -3)
    try hospital.invoice(patients[0], cents: 80_00, dueIn: 7, paid: 30_00)
    try hospital.invoice(patients[2], cents: 60_00, dueIn: 7, paid: 60_00, then: "balanced")
    try hospital.invoice(patients[3], cents: 45_00, dueIn: nil)
  }

  private func open(_ role: Role = .cashier, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed)
    -> PaperTerminal
  {
    PaperTerminal(role, at: hospital, tab: "5", columns: columns, rows: rows, depth: depth)
  }

  /// Lets the program wake until something is so; ten seconds at the most.
  private func waitFor(_ terminal: PaperTerminal, _ words: String) {
    for _ in 0..<1000 where !terminal.frame.line(21).contains(words) {
      _ = poll(nil, 0, 10)
      terminal.screen.wake()
    }
    #expect(terminal.frame.line(21).contains(words), "\(terminal.frame.line(21))")
  }

  @Test("p asks how and where to; ^S prints, and says where it went", arguments: [ColourDepth.indexed, .mono])
  func invoice(depth: ColourDepth) {
    let terminal = open(depth: depth)
    terminal.screen.press("p")
    #expect(terminal.frame.line(0).contains("Print · INV-2026-0001") && terminal.frame.line(2).contains("OYELARAN"))
    #expect(terminal.frame.shows("Invoice INV-2026-0001") && terminal.frame.shows("[PDF__"))
    terminal.screen.press(.control("s"))
    waitFor(terminal, "Invoice INV-2026-0001 went to INV-2026-0001.pdf.")
    #expect(terminal.frame.line(0).contains("Invoices"))
    #expect(tray.orders == [PaperOrder(.pdf, to: .paperFile("INV-2026-0001"))])
  }

  @Test("the receipts of an invoice are offered; text to a printer")
  func receipt() {
    let terminal = open()
    terminal.screen.press(.down, "p", .control("u"))
    terminal.screen.type("receipt")
    terminal.screen.press(.tab, .control("u"))
    terminal.screen.type("text")
    terminal.screen.press(.tab, .control("u"))
    terminal.screen.type("printer")
    terminal.screen.press(.tab, .tab)
    terminal.screen.type("ward4")
    terminal.screen.press(.control("s"))
    waitFor(terminal, "Receipt INV-2026-0002/1 went to printer ward4.")
    #expect(tray.orders == [PaperOrder(.text, to: .printer("ward4"))])
  }

  @Test("a file that is there is replaced only where that is answered")
  func replacing() {
    tray.put("INV-2026-0001.pdf")
    let terminal = open()
    terminal.screen.press("p", .control("s"))
    #expect(terminal.frame.shows("Replace the file?") && terminal.frame.shows("INV-2026-0001.pdf"))
    terminal.screen.press(.escape)
    #expect(tray.orders.isEmpty)
    terminal.screen.press(.control("s"), .control("s"))
    waitFor(terminal, "went to INV-2026-0001.pdf")
    #expect(tray.orders.map(\.replaces) == [true])
  }

  @Test("all that are marked go out, each by its number; drafts are left out, and what went is not doubled")
  func batch() {
    tray.refuse("INV-2026-0002", with: Refusal(code: "x", sentence: "The printer is off."))
    let terminal = open()
    terminal.screen.press("*", "p")
    #expect(terminal.frame.shows("3 documents; 1 draft left out") && terminal.frame.shows("each by its number"))
    terminal.screen.press(.control("s"))
    waitFor(terminal, "1 of 3 are printed; ^S prints the others. The printer is off.")
    tray.refuse("INV-2026-0002", with: nil)
    terminal.screen.press(.control("s"))
    waitFor(terminal, "2 documents went out, the last: Invoice INV-2026-0003")
    #expect(tray.documents.map(\.number) == ["INV-2026-0001", "INV-2026-0002", "INV-2026-0003"])
  }

  @Test("marks stay with their invoices when the list is read again")
  func marks() throws {
    let terminal = open()
    terminal.screen.press(.down, " ")
    #expect(terminal.line(of: "INV-2026-0002").hasPrefix("+"))
    try hospital.invoice(hospital.samples.patients[2], cents: 5_00, dueIn: -30)
    terminal.screen.press("r")
    #expect(terminal.line(of: "INV-2026-0002").hasPrefix("+"))
    #expect(terminal.frame.lines.count { $0.hasPrefix("+") } == 1)
  }

  @Test("what cannot be printed says why: a draft, a role, a refusal beside its field")
  func refusals() {
    let terminal = open()
    terminal.screen.press(.down, .down, "p")
    #expect(terminal.frame.line(21).contains("A draft has no number and is not printed"))
    let nurse = open(.headNurse)
    nurse.screen.press("p")
    #expect(nurse.frame.line(21).contains("You may not print invoices, receipts and credit notes"))
    #expect(nurse.frame.line(21).hasSuffix(" m more"), "a sentence that is cut says which key shows the whole of it")
    nurse.screen.press("m")
    #expect(nurse.frame.text.contains("cashiers"))
    nurse.screen.press(.escape)
    tray.refuse(
      "INV-2026-0001", with: Refusal(code: "x", sentence: "There is no lp; print to a file.", field: "place"))
    let other = open()
    other.screen.press("p", .control("s"))
    waitFor(other, "There is no lp; print to a file.")
    #expect(other.frame.lines.contains { $0.hasPrefix("!") && $0.contains("Place") })
    #expect(other.frame.line(0).contains("Print"))
  }

  @Test("a name that leads out of the folder is refused beside its field")
  func fileName() {
    let terminal = open()
    terminal.screen.press("p", .tab, .tab)
    terminal.screen.type("../../etc/x")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("a plain name, without /") && tray.orders.isEmpty)
  }

  @Test("A4: the check-out prints the discharge summary; the till a receipt")
  func elsewhere() throws {
    let admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    _ = try CheckOutService(hospital.session(.doctor)).order(
      DischargeEntry(diagnosis: "Pneumonia", summary: "Better."), for: admission)
    let doctor = PaperTerminal(.doctor, at: hospital, tab: "4")
    doctor.screen.press(.enter, "p", .control("s"))
    waitFor(doctor, "Discharge summary")
    #expect(tray.documents.map(\.title) == ["Discharge summary"])
    let cashier = PaperTerminal(.cashier, at: hospital, tab: "8")
    cashier.screen.focus(on: "Cash")
    cashier.screen.press(.enter, "p")
    #expect(cashier.frame.shows("Print · receipt"), "\(cashier.frame.lines)")
    cashier.screen.press(.control("s"))
    waitFor(cashier, "Receipt INV-2026-000")
  }
}

import HospitalDomain
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("The Pharmacy tab: what waits (M1)")
struct PharmacyPaneTests {
  let hospital: TestHospital
  private var patients: [PatientID] { hospital.samples.patients }

  /// MURPHY routine for 41 min, KOVAC on hold, OYELARAN urgent, DUARTE stat for a minute.
  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
    try hospital.prescribe(for: patients[3])
    hospital.clock.advance(by: .minutes(30))
    try hospital.prescribe(for: patients[2], status: "on-hold", note: "dose to be confirmed")
    try hospital.prescribe("1364430", for: patients[1], priority: "urgent")
    hospital.clock.advance(by: .minutes(10))
    try hospital.prescribe("1364430", for: patients[0], priority: "stat")
    hospital.clock.advance(by: .minutes(1))
  }

  @Test("a strength is never cut from its unit", arguments: [10, 14, 16, 18, 19, 22, 40])
  func dose(columns: Int) {
    let shown = MedicineText.fitting("amoxicillin 250 mg capsule, ibuprofen 400 mg tablet", columns: columns)
    #expect(SafeText.width(shown) <= columns)
    #expect(!shown.contains("250 …") && !shown.contains("400 …"))
    #expect(shown.contains("250") == shown.contains("250 mg"))
  }

  private func open(_ role: Role = .pharmacist, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed)
    -> PaperTerminal
  {
    PaperTerminal(role, at: hospital, tab: "6", columns: columns, rows: rows, depth: depth)
  }

  @Test("what is needed soonest is first, marked without colour too", arguments: [ColourDepth.indexed, .mono])
  func queue(depth: ColourDepth) {
    let frame = open(depth: depth).frame
    #expect(frame.line(1).contains("[6 Pharmacy]"))
    #expect(frame.line(2).contains("4 queued · 1 stat · 1 urgent · 1 on hold"))
    #expect(frame.line(4).hasPrefix(">  1 min !! stat") && frame.line(4).contains("1991/03/12 apixaban 5 mg"))
    #expect(frame.line(5).contains("11 min !  urgent") && frame.line(5).contains("OYELARAN"))
    #expect(frame.line(6).contains("41 min    routine") && frame.line(6).hasSuffix("waiting"))
    #expect(frame.line(7).hasSuffix("on hold"))
  }

  @Test("the one with the focus stands below with items, prescriber, allergies and pharmacy", arguments: [80, 120])
  func detail(columns: Int) {
    let terminal = open(columns: columns, rows: columns == 80 ? 24 : 40)
    let frame = terminal.frame
    #expect(frame.shows("Penicillin (rash)") && frame.role(of: "Penicillin (rash)") == .bannerAlert)
    #expect(frame.shows("apixaban 5 mg tablet") && frame.shows("1 tablet, by mouth, twice a day, 28 days"))
    #expect(frame.shows("LINDQVIST, Maja, 2026/11/21 14:42") && frame.shows("Quay Pharmacy"))
    terminal.screen.press(.end)
    #expect(terminal.frame.shows("dose to be confirmed"))
  }

  @Test("the queue is read again each minute; the cursor stays on its prescription")
  func minute() throws {
    let terminal = open()
    terminal.screen.press(.down)
    try hospital.prescribe(for: patients[2], priority: "stat")
    hospital.clock.advance(by: .minutes(1))
    terminal.screen.passTime(to: hospital.clock.now.milliseconds)
    #expect(terminal.frame.line(2).contains("5 queued · 2 stat"))
    #expect(terminal.line(of: "12 min").hasPrefix(">"))
  }

  @Test("the queue narrows by what is typed; Enter then opens the record")
  func filter() {
    let terminal = open()
    terminal.screen.press("/")
    terminal.screen.type("apix urg")
    #expect(terminal.frame.line(2).contains("1 of 4 queued"))
    terminal.screen.press(.enter, .enter)
    #expect(terminal.frame.line(0).contains("Record") && terminal.frame.line(2).contains("OYELARAN, Tunde"))
  }

  @Test("an empty queue says so, and its keys say why they do nothing")
  func empty() throws {
    let terminal = PaperTerminal(.pharmacist, at: try TestHospital(), tab: "6")
    #expect(terminal.frame.shows("Nothing waits for the pharmacy."))
    terminal.screen.press(.enter)
    #expect(terminal.frame.line(21).contains("Nothing is in the queue"))
  }
}

import HospitalDomain
import HospitalRecords
import HospitalServices
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
    #expect(frame.line(1).contains("[6 Pharmacy !2]"))
    #expect(frame.line(2).contains("4 queued · 1 stat · 1 urgent · 1 on hold"))
    #expect(frame.line(4).hasPrefix(">  1 min !! stat ") && frame.line(4).contains("1991/03/12 apixaban 5 mg"))
    #expect(frame.line(5).contains("11 min ! urgent") && frame.line(5).contains("OYELARAN"))
    #expect(frame.line(6).contains("41 min routine") && frame.line(6).hasSuffix("waiting"))
    #expect(frame.line(7).hasSuffix("on hold"))
  }

  @Test("the one with the focus stands below with items, prescriber, allergies and pharmacy", arguments: [80, 120])
  func detail(columns: Int) {
    let terminal = open(columns: columns, rows: columns == 80 ? 24 : 40)
    let frame = terminal.frame
    #expect(frame.shows("Penicillin (rash)") && frame.role(of: "Penicillin (rash)") == .bannerAlert)
    #expect(frame.shows("apixaban 5 mg tablet") && frame.shows("1 tablet, by mouth, twice a day, 28 days"))
    #expect(frame.shows("0 there, 56 owed"))
    // At 80 columns there is no column of numbers; on the telephone the number is what people say.
    #expect(frame.shows("Rx 4  stat"))
    if columns > 80 { #expect(frame.shows("LINDQVIST, Maja, 2026/11/21 14:42") && frame.shows("Quay Pharmacy")) }
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
    #expect(terminal.frame.line(2).contains("4 queued · 1 stat"))
    terminal.screen.press("r")
    #expect(terminal.frame.line(2).contains("5 queued · 2 stat"))
    #expect(terminal.line(of: "12 min").hasPrefix(">"))
  }

  private func ids() throws -> [String] {
    try hospital.read { try $0.pharmacy.queue(limit: 9) }.prescriptions.map(\.id)
  }

  @Test("M1: news of another session is shown without a key; the cursor stays on its prescription and its row")
  func live() throws {
    let terminal = open()
    terminal.screen.press(.down)
    let before = try #require(terminal.frame.row(of: "OYELARAN"))
    let old = Set(try ids())
    try hospital.prescribe(for: patients[2], priority: "stat")
    let fresh = try #require(try Set(ids()).subtracting(old).first)
    terminal.bring(PharmacyNews(touched: [fresh], pressing: 3))
    #expect(terminal.frame.line(2).contains("5 queued · 2 stat"))
    #expect(terminal.line(of: "OYELARAN").hasPrefix(">"))
    #expect(try #require(terminal.frame.row(of: "OYELARAN")) - before <= 1)
    #expect(terminal.line(of: "0 min").hasPrefix("*"))
  }

  @Test("M1: a prescription that another pharmacist takes and finishes stays under the cursor, and says so")
  func stays() throws {
    let terminal = open()
    let stat = try #require(try ids().first)
    let other = PharmacyService(hospital.session(.pharmacist, terminal: "counter 2"))
    _ = try other.decline(stat, for: .allergy, because: "penicillin")
    terminal.bring(PharmacyNews(touched: [stat], pressing: 1))
    #expect(terminal.line(of: "DUARTE").hasPrefix(">") && terminal.line(of: "DUARTE").hasSuffix("declined"))
    #expect(terminal.frame.shows("allergy: penicillin"))
    terminal.screen.press(.down)
    terminal.bring(PharmacyNews(touched: [stat], pressing: 1))
    #expect(terminal.line(of: "DUARTE").isEmpty)
  }

  @Test("M1: verify, hold and decline by keys; the row says how it stands")
  func acts() throws {
    let terminal = open()
    terminal.screen.press("v")
    #expect(terminal.frame.shows("Verify Rx 4?") && terminal.frame.shows("apixaban 5 mg tablet, 1 tablet"))
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.line(21).contains("OK  Rx 4, DUARTE, Inês, is verified."))
    #expect(terminal.line(of: "DUARTE").hasSuffix("verified"))
    terminal.screen.press("h")
    terminal.screen.type("dose to be confirmed")
    terminal.screen.press(.control("s"))
    #expect(terminal.line(of: "DUARTE").hasSuffix("on hold") && terminal.frame.shows("on hold: dose to be confirmed"))
    terminal.screen.press("v")
    #expect(terminal.frame.line(21).contains("Rx 4 is on hold; let it go on first (h)"))
    terminal.screen.press("h")
    #expect(terminal.frame.shows("Let Rx 4 go on?") && terminal.frame.shows("DUARTE, Inês   born"))
    #expect(terminal.frame.shows("On hold: dose to be confirmed"))
    terminal.screen.press(.enter)
    #expect(terminal.line(of: "DUARTE").hasSuffix("on hold"))
    terminal.screen.press("h", .control("s"))
    #expect(terminal.line(of: "DUARTE").hasSuffix("verified"))
    terminal.screen.press("u")
    #expect(terminal.line(of: "DUARTE").hasSuffix("on hold"))
    terminal.screen.press("h", .control("s"))
    terminal.screen.press("x")
    terminal.screen.type("preg")
    terminal.screen.press(.enter)
    #expect(terminal.frame.shows("Decline Rx 4: pregnancy?"))
    terminal.screen.type("ten weeks")
    terminal.screen.press(.control("s"))
    #expect(terminal.line(of: "DUARTE").hasSuffix("declined"))
    #expect(terminal.frame.line(2).contains("1 declined"))
  }

  @Test("M1: who asks about a prescription has it in hand; c takes it and lets it go")
  func inHand() throws {
    let terminal = open()
    terminal.screen.press("c")
    #expect(terminal.frame.line(21).contains("You have Rx 4 until 14:48"))
    #expect(terminal.line(of: "DUARTE").hasSuffix("verifying") && terminal.frame.shows("verifying by you, until 14:48"))
    terminal.screen.press("c")
    #expect(terminal.line(of: "DUARTE").hasSuffix("waiting"))
  }

  @Test("M1: f shows a state alone, and Esc everything again")
  func narrowed() {
    let terminal = open()
    terminal.screen.press("f")
    terminal.screen.type("on hold")
    terminal.screen.press(.enter)
    #expect(terminal.frame.line(2).contains("Filter: on hold") && terminal.frame.line(2).contains("1 shown, 4 queued"))
    terminal.screen.press(.escape)
    #expect(terminal.frame.line(2).contains("4 queued"))
  }

  @Test("M1: what cannot wait stands on the tab, and is told once wherever the pharmacist is")
  func badge() {
    let terminal = open()
    #expect(terminal.frame.line(1).contains("[6 Pharmacy !2]"))
    let nurse = open(.nurse)
    #expect(nurse.frame.line(1).contains("[6 Pharmacy]"))
  }

  @Test("a prescription is found by its number, with Rx before it or without", arguments: ["3", "rx 3", "Rx3", "rx-3"])
  func number(typed: String) {
    let terminal = open()
    terminal.screen.press("/")
    terminal.screen.type(typed)
    #expect(terminal.frame.line(2).contains("1 of 4 queued"), "\(terminal.frame)")
    #expect(terminal.line(of: "OYELARAN").hasPrefix(">"))
  }

  @Test("a second medicine of a prescription is never out of sight", arguments: [14, 16, 20, 24, 40, 60])
  func second(columns: Int) {
    let medicines = ["cefTRIAXone 1 g vial", "amoxicillin 250 mg capsule", "ibuprofen 400 mg tablet"]
    let shown = MedicineText.fitting(medicines, columns: columns)
    #expect(SafeText.width(shown) <= columns && shown.hasSuffix(" +2 more") && shown.hasPrefix("cef"))
    #expect(MedicineText.fitting(medicines, columns: 80) == medicines.joined(separator: ", "))
    #expect(
      MedicineText.fitting([medicines[0]], columns: columns) == MedicineText.fitting(medicines[0], columns: columns))
  }

  @Test("at 80 columns the row says that there is more than one medicine")
  func row() throws {
    try hospital.write { records in
      try records.pharmacy.prescribe(
        ["5640", "1364430"].map {
          PrescribedItem(
            medication: $0, dose: "1 tablet", route: "by mouth", frequency: "twice a day", days: 28, quantity: 56)
        }, for: patients[3], in: nil, by: hospital.samples.doctors[0], to: hospital.samples.pharmacies[0],
        status: "active", priority: "stat")
    }
    #expect(open().line(of: "MURPHY").contains("ibuprofen … +1 more"), "\(open().frame)")
  }

  @Test("M1: a doctor changes what was declined with one key; the new version takes its place in the queue")
  func changesDeclined() throws {
    try hospital.makeDoctors()
    try hospital.keepInteractions()
    let doctor = try hospital.doctorSession()
    let written = try PrescribingService(doctor).prescribe(
      hospital.order([hospital.item("amoxicillin", "250 mg")], for: patients[3]))
    let id = try #require(written.made)
    _ = try PharmacyService(hospital.session(.pharmacist)).decline(id, for: .other, because: "half of it")
    let terminal = PaperTerminal(.doctor, at: hospital, tab: "1", session: doctor)
    terminal.screen.press(.enter)
    #expect(terminal.line(of: "declined").hasPrefix(">") && terminal.line(of: "declined").contains("MURPHY"))
    #expect(terminal.frame.line(22).contains("w Answer…  e Change…"), "\(terminal.frame)")
    terminal.screen.press("w")
    #expect(terminal.frame.shows("To change it instead: Esc, then e (Change…)."))
    terminal.screen.press(.escape, "e")
    #expect(terminal.frame.line(0).contains("Change Rx 5") && terminal.frame.shows("amoxicillin"), "\(terminal.frame)")
    terminal.screen.press(.control("s"))
    #expect(terminal.frame.shows("Rx 6 is prescribed"), "\(terminal.frame)")
    #expect(terminal.line(of: "amoxicillin").hasPrefix(">") && terminal.line(of: "amoxicillin").hasSuffix("waiting"))
    #expect(!terminal.frame.shows("declined"), "\(terminal.frame)")
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

import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("The Check-out tab: who leaves when, live (A7)")
struct CheckOutPaneTests {
  let hospital: TestHospital
  private var samples: TestHospital.Samples { hospital.samples }

  /// DUARTE in 4A-01 with nothing known, OYELARAN in 4A-02 late since 09:00, KOVAC in 4A-03 leaving today.
  init() throws {
    hospital = try TestHospital(at: TestHospital.opening - .days(2))
    for (patient, room) in zip(samples.patients, samples.rooms.prefix(3)) { try hospital.admit(patient, to: room) }
    hospital.clock.now = TestHospital.opening
    let today = LocalTime.utc.start(of: TestHospital.today)
    let beds = BedService(hospital.session(.headNurse))
    _ = try beds.planDischarge(of: hospital.bedside(samples.rooms[1]), at: today + .hours(9))
    _ = try beds.planDischarge(of: hospital.bedside(samples.rooms[2]), at: today + .hours(17))
  }

  private func open(_ role: Role = .headNurse, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed)
    -> PaperTerminal
  {
    PaperTerminal(role, at: hospital, tab: "4", columns: columns, rows: rows, depth: depth)
  }

  @Test("those who should have left come first, those of whom nothing is known last", arguments: [80, 120, 200])
  func order(columns: Int) throws {
    let terminal = open(columns: columns, rows: columns == 80 ? 24 : 40)
    let frame = terminal.frame
    #expect(frame.line(1).contains("[4 Check-out]"))
    let rows = try ["OYELARAN, Tunde", "KOVAC, Ana", "DUARTE, Inês"].map { try #require(frame.row(of: $0)) }
    #expect(rows == [4, 5, 6])
    #expect(frame.line(4).hasPrefix("> 4A-02") && frame.line(4).contains("late 09:00"))
    #expect(frame.line(5).contains("today 17:00") && frame.line(6).contains("not known"))
    #expect(frame.line(2).contains("3 in the house · 1 late · 1 leave today · 1 not known"))
    #expect(frame.role(of: "today 17:00") == .tableRow)
    if columns == 80 { #expect(frame.line(4).contains("1958/02/03 LINDQVIST")) }
    if columns > 80 { #expect(frame.shows("PATIENT") && frame.shows("Assigned")) }
  }

  @Test("A7: nights count from the admission, not from the last move")
  func nights() throws {
    let beds = BedService(hospital.session(.headNurse))
    _ = try beds.transfer(hospital.bedside(samples.rooms[0]), to: samples.bay[0])
    let row = try #require(try beds.board().first { $0.id == samples.bay[0] })
    #expect(row.occupancy?.since == TestHospital.opening)
    #expect(row.occupancy?.admittedAt == TestHospital.opening - .days(2))
    let line = open(columns: 160, rows: 45).line(of: "DUARTE")
    let words = line.split(separator: " ")
    #expect(words.first == "4A-12-A" && words.contains("14:02"), "\(line)")
    #expect(line.contains(" 2 not known"), "\(line)")
  }

  @Test("without colour, late, today and not known differ in words")
  func mono() {
    let terminal = open(depth: .mono)
    #expect(terminal.line(of: "OYELARAN").contains("late") && terminal.line(of: "KOVAC").contains("today"))
  }

  @Test("the list narrows while one types, and Esc shows everyone")
  func filter() {
    let terminal = open()
    terminal.screen.press("/")
    terminal.screen.type("kov")
    #expect(terminal.frame.line(2).contains("1 of 3 shown") && !terminal.frame.shows("OYELARAN"))
    terminal.screen.press(.enter)
    #expect(terminal.frame.line(2).contains("Filter: kov"))
    terminal.screen.press(.escape)
    #expect(terminal.frame.shows("OYELARAN"))
  }

  @Test("v opens the patient's record")
  func record() {
    let terminal = open()
    terminal.screen.press("v")
    #expect(terminal.frame.line(2).contains("OYELARAN, Tunde") && terminal.frame.line(0).contains("Record"))
  }

  @Test("a patient's leaving is recorded by the board's form, asks for the room, and is undone by u")
  func leave() throws {
    try hospital.orderDischarge(from: samples.rooms[1])
    let terminal = open()
    #expect(terminal.line(of: "OYELARAN").contains("ordered"))
    terminal.screen.press("x", .control("s"))
    #expect(terminal.frame.shows("Patient left?") && terminal.frame.shows("to: home, as ordered"))
    terminal.screen.type("4A-02")
    terminal.screen.press(.control("s"))
    #expect(terminal.line(of: "4A-02").contains("left, ready"))
    #expect(terminal.frame.line(2).contains("2 in the house") && terminal.frame.line(2).contains("1 left"))
    #expect(terminal.frame.line(21).hasPrefix(" OK"))
    terminal.screen.press("u")
    #expect(terminal.frame.line(2).contains("3 in the house"))
  }

  @Test("nobody leaves before a doctor has ordered it")
  func notOrdered() {
    let terminal = open()
    terminal.screen.press("x")
    #expect(!terminal.frame.shows("Patient left 4A-02"))
    #expect(terminal.frame.line(21).contains("No doctor has ordered the discharge of OYELARAN, Tunde yet"))
  }

  @Test("an expected discharge puts the patient in their place; the cursor stays with them")
  func expected() throws {
    let terminal = open()
    terminal.screen.press(.end, "e")
    terminal.screen.type("T+1 1100")
    terminal.screen.press(.control("s"))
    #expect(terminal.line(of: "DUARTE").hasPrefix("> 4A-01"))
    #expect(terminal.line(of: "DUARTE").contains("2026/11/22"))
  }

  @Test("A2: what another session does shows at once, and the cursor stays on its patient")
  func live() throws {
    let terminal = open()
    terminal.screen.press(.down)
    _ = try BedService(hospital.session(.nurse)).transfer(hospital.bedside(samples.rooms[2]), to: samples.bay[0])
    try hospital.orderDischarge(from: samples.rooms[1])
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(samples.rooms[1]))
    try terminal.bring(hospital)
    #expect(terminal.line(of: "OYELARAN").contains("left, ready"))
    #expect(terminal.line(of: "KOVAC").hasPrefix("> 4A-12-A"))
  }

  @Test("H2: a key that a role may not use says why, and changes nothing")
  func refused() {
    let terminal = open(.cashier)
    terminal.screen.press("x")
    #expect(terminal.frame.line(21).contains("You may not record that a patient has left"))
    #expect(terminal.frame.line(2).contains("3 in the house"))
  }

  @Test("M1: the list says what is open at the pharmacy and what can be collected, live", arguments: [80, 120])
  func prescriptions(columns: Int) throws {
    try hospital.keepMedications()
    try hospital.receive(100, "A1", expires: "2028/01/31")
    let stay = try #require(try hospital.read { try $0.admissions.open(of: samples.patients[2]) }).id
    for medication in ["5640", "1364430"] { try hospital.prescribe(medication, for: samples.patients[2], in: stay) }
    let terminal = open(columns: columns, rows: columns == 80 ? 24 : 40)
    #expect(terminal.line(of: "KOVAC").contains("2 open") && !terminal.line(of: "OYELARAN").contains("open"))
    let pharmacy = PharmacyService(hospital.session(.pharmacist))
    let first = try #require(try hospital.read { try $0.pharmacy.queue(limit: 1) }.prescriptions.first).id
    _ = try pharmacy.verify(first)
    let item = try #require(try pharmacy.preparation(of: first).items.first)
    _ = try pharmacy.dispense(first, [DispenseEntry(item.id, 56)])
    terminal.bring(PharmacyNews(touched: [first]))
    #expect(terminal.line(of: "KOVAC").contains("1/2 ready"), "\(terminal.frame)")
    terminal.screen.press("s", "s", "s")
    #expect(terminal.frame.line(2).contains("Filter: prescriptions open") && !terminal.frame.shows("OYELARAN"))
    guard columns > 80 else { return }
    #expect(terminal.frame.line(2).contains("1 Rx to collect"))
    #expect(terminal.line(of: "Rx 1").contains("ready to collect") && terminal.frame.shows("waits to be verified"))
  }

  @Test("M1: the sheet that is open says it too, as soon as the pharmacy has it ready")
  func sheet() throws {
    try hospital.keepMedications()
    let stay = try #require(try hospital.read { try $0.admissions.open(of: samples.patients[1]) }).id
    let terminal = open()
    terminal.screen.press(.enter)
    #expect(!terminal.frame.shows("Rx 1"))
    try hospital.prescribe(for: samples.patients[1], in: stay)
    terminal.bring(PharmacyNews(touched: nil))
    #expect(terminal.line(of: "Rx 1").contains("Quay Pharmacy"))
  }
}

import HospitalDomain
import HospitalRecords
import HospitalScreens
import HospitalServices
import HospitalTerminal
import HospitalTestSupport
import TerminalKit
import Testing

@Suite("A patient at a terminal finds their own record and nothing else (H2)")
struct OwnRecordPaneTests {
  let hospital: TestHospital
  private static let others = ["OYELARAN", "KOVAC", "MURPHY"]

  /// Everybody is in the house with papers; DUARTE is the one who signs in.
  init() throws {
    hospital = try TestHospital()
    try hospital.keepMedications()
    let samples = hospital.samples
    for (patient, room) in zip(samples.patients, samples.rooms.prefix(3) + [samples.bay[0]]) {
      try hospital.admit(patient, to: room)
      try hospital.prescribe(for: patient)
      try hospital.invoice(patient, cents: 100_00, dueIn: 14, paid: 30_00)
      try hospital.invoice(patient, cents: 7_77, dueIn: nil)
    }
    for patient in samples.patients { _ = try RegistrationService(hospital.session(.doctor)).open(patient) }
  }

  private func station(_ columns: Int = 80, _ rows: Int = 24, _ depth: ColourDepth = .indexed) throws -> Workstation {
    try Workstation(.patient, in: hospital, columns: columns, rows: rows, depth: depth)
  }

  @Test(
    "the record, appointments, prescriptions, bills and who looked, each a tab, at every size", arguments: screenSizes)
  func parts(columns: Int, rows: Int) throws {
    for depth in [ColourDepth.indexed, .mono] {
      let station = try station(columns, rows, depth)
      if columns >= 80 {
        #expect(station.frame.line(1).contains("2 Appointments") && station.frame.line(1).contains("8 Account"))
      }
      let shown = ["ALLERGIES", "COMING", "ibuprofen", "INV-2026-0001", "Test doctor"]
      for (key, text) in zip(["1", "2", "3", "4", "5"] as [Key], shown) {
        station.terminal.press(key)
        #expect(station.frame.shows(text), "\(key)")
        #expect(station.frame.lines.contains { $0.contains("DUARTE") }, "whose it is stands on every part")
        #expect(station.frame.cursor != nil)
      }
    }
  }

  @Test("bills are what was issued, with what is due in all; a draft is none")
  func bills() throws {
    let station = try station()
    station.terminal.press("4")
    #expect(station.frame.shows("USD 70.00") && !station.frame.shows("7.77"))
    station.terminal.press(.down, .enter)
    #expect(station.frame.shows("1 × 100.00 = 100.00") && station.frame.shows("paid by"), "what it is made of")
  }

  @Test("every key that any screen knows leads to nothing else", arguments: ["1", "2", "3", "4", "5"] as [Key])
  func keys(tab: Key) throws {
    let station = try station()
    let keys = Set((KeyTables.screens + [KeyTables.everywhere]).flatMap { $0.entries.flatMap(\.keys) })
      .subtracting([.control("x"), .control("k")])
    for key in keys.sorted(by: { "\($0)" < "\($1)" }) {
      station.terminal.press(tab)
      for next in [key, Key.enter] {
        station.terminal.press(next)
        expectOwn(station.frame, "\(key)")
      }
      for _ in 0..<4 { station.terminal.press(.escape) }
    }
    try expectOwnTrail()
  }

  @Test(
    "the palette finds nobody and no place of the staff",
    arguments: [
      "find oyelaran", "find 0862204417", "oyelaran", "kovac", "bed 4A-02", "room 4A", "4A-02", "go to",
      "go to audit trail",
      "cash", "invoices", "beds", "register", "patients", "pharmacy", "check-out", "employees", "discharge", "admit",
    ])
  func palette(text: String) throws {
    let station = try station()
    station.terminal.press(":")
    station.terminal.type(text)
    expectOwn(station.frame, text)
    station.terminal.press(.enter)
    expectOwn(station.frame, text)
    try expectOwnTrail()
  }

  @Test("no screen of the staff can be made for a patient's session")
  func screens() throws {
    let desk = hospital.desk(.patient)
    let samples = hospital.samples
    #expect(throws: Refusal.self) { _ = try PatientRecordPane(samples.patients[1], desk: desk) }
    #expect(throws: Refusal.self) { _ = try desk.auditTrail() }
    #expect(desk.board == nil)
    #expect(MainMenu.paletteEntries(for: "find oyelaran", at: desk).isEmpty)
  }

  @Test("what is looked for is seen where it is: on the board of a nurse")
  func eyes() throws {
    let station = try Workstation(.nurse, in: hospital)
    station.terminal.press("2")
    #expect(!Self.lines(ofOthers: station.frame).isEmpty)
  }

  /// The lines that name another patient; not what was typed into a field.
  private static func lines(ofOthers frame: Frame) -> [String] {
    frame.lines.dropFirst(2).filter { line in
      others.contains { line.uppercased().contains($0) } && !line.contains("[")
    }
  }

  private func expectOwn(_ frame: Frame, _ what: String) {
    for line in Self.lines(ofOthers: frame) { Issue.record("\(what) showed \(line)") }
    #expect(!frame.line(1).contains("Beds") && !frame.line(1).contains("Patients"), "\(what)")
  }

  /// All that the patient did is reading their own record.
  private func expectOwnTrail() throws {
    let entries = try hospital.read { try $0.audit.newest(2_000) }.filter { $0.actor == "patient" }
    let others = Set(hospital.samples.patients.dropFirst())
    for entry in entries {
      #expect(entry.permission == Permission.readOwnRecord.code || entry.permission.isEmpty, "\(entry)")
      #expect(entry.subject.patient.map { !others.contains($0) } ?? true)
    }
  }
}

@Suite("Screens offer what a role may do, and nothing that is refused by just looking around (H2, H5)")
struct LookingAroundTests {
  @Test("opening every tab and every place of the menu leaves no refusal in the trail", arguments: Role.allCases)
  func noRefusals(role: Role) throws {
    let hospital = try TestHospital()
    try hospital.admit(hospital.samples.patients[1], to: hospital.samples.rooms[0])
    let station = try Workstation(role, in: hospital)
    for tab in ["1", "2", "3", "4", "5", "6", "7", "8"] as [Key] {
      station.terminal.press(tab)
      for _ in 0..<14 {
        station.terminal.press(.enter)
        station.terminal.press(.escape)
        station.terminal.press(.escape)
        station.terminal.press(.down)
      }
    }
    for text in ["bed 4A-01", "find oyelaran", "go to cash"] {
      station.terminal.press(.control("p"))
      station.terminal.type(text)
      station.terminal.press(.enter)
    }
    let refused = try hospital.read { try $0.audit.newest(2_000) }.filter { $0.action == .refused }
    #expect(refused.map { "\($0.permission)" } == [])
  }
}

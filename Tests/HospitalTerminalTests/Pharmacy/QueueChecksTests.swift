import HospitalDomain
import HospitalRecords
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("The queue never calls safe what was not checked (M3)")
struct QueueChecksTests {
  let hospital: TestHospital
  private let clear = "nothing speaks against it"

  init() throws {
    hospital = try TestHospital()
    try hospital.keepInteractions()
  }

  private func prescribe(_ dose: String, for patient: PatientID) throws {
    try hospital.write { records in
      try records.pharmacy.prescribe(
        [
          PrescribedItem(
            medication: "5640", dose: dose, route: "by mouth", frequency: "every 8 hours", days: 7, quantity: 21)
        ], for: patient, in: nil, by: hospital.samples.doctors[0], to: hospital.samples.pharmacies[0], status: "active",
        priority: "stat")
    }
  }

  private func child(allergies: AllergyStatus, weight: Int?) throws -> PatientID {
    let id = PatientID("00000000-0000-7000-8000-00000000c11d")
    try hospital.write { records in
      _ = try records.patients.add(
        .sample("Duchen", "Owen", born: "2023/08/13", sex: .male, allergies: allergies), as: id, pharmacy: nil,
        isUnidentified: false)
      try records.patientStatements.add(PatientStatement(weight: weight), of: id)
    }
    return id
  }

  private func open(columns: Int = 80, rows: Int = 24) -> PaperTerminal {
    PaperTerminal(.pharmacist, at: hospital, tab: "6", columns: columns, rows: rows)
  }

  @Test(
    "400 mg of ibuprofen three times a day for a child of 3, weight and allergies not known: a finding and two gaps",
    arguments: [(80, 24), (120, 40)])
  func child(columns: Int, rows: Int) throws {
    try prescribe("1 tablet", for: child(allergies: .unknown, weight: nil))
    let terminal = open(columns: columns, rows: rows)
    #expect(!terminal.frame.shows(clear))
    #expect(terminal.frame.shows("major: Ibuprofen: 400 mg at a time and 1200 mg a day are above"))
    #expect(terminal.frame.shows("Not checked: allergies not known; ask."))
    #expect(terminal.frame.shows("Not checked: weight not known; the dose of ibuprofen 400 mg"))
    terminal.screen.press("v")
    #expect(terminal.frame.shows("VERIFY RX 1 NEVERTHELESS") && terminal.frame.shows("for a child of 3 y, even of"))
    #expect(terminal.frame.shows("Not checked: allergies not known; ask."))
  }

  @Test(
    "M3: who signs when it is verified reads first what they sign for, with dose and frequency, the fields in sight")
  func signing() throws {
    try hospital.write { records in
      try records.pharmacy.prescribe(
        ["313782", "9001", "9002", "5640", "855332"].map {
          PrescribedItem(
            medication: $0, dose: "2 tablets", route: "by mouth", frequency: "twice a day", days: 7, quantity: 28)
        }, for: hospital.samples.patients[1], in: nil, by: hospital.samples.doctors[0],
        to: hospital.samples.pharmacies[0], status: "active", priority: "stat")
    }
    let terminal = open()
    terminal.screen.press("v")
    for text in [
      "OYELARAN, Tunde", "must not be given together", "methotrexate 2.5 mg tablet, 2 tablets by mouth, twice a day",
      "trimethoprim 200 mg tablet, 2 tablets by mouth, twice a day", "more: PgDn", "Right because", "Second person",
      "Their password", "Their code",
    ] { #expect(terminal.frame.shows(text), "\(text) \(terminal.frame)") }
    #expect(!terminal.frame.shows("major: Ibuprofen with warfarin"))
    for _ in 0..<3 { terminal.screen.press(.pageDown) }
    for text in ["moderate: ", "above: PgUp", "Right because", "Their code"] {
      #expect(terminal.frame.shows(text), "\(text) \(terminal.frame)")
    }
  }

  @Test(
    "a dose that may be right: the box that verifies says what was not checked, and never that nothing speaks against it"
  )
  func box() throws {
    try prescribe("100 mg", for: child(allergies: .noneKnown, weight: nil))
    let terminal = open()
    #expect(!terminal.frame.shows(clear) && terminal.frame.shows("Not checked: weight not known"))
    terminal.screen.press("v")
    #expect(terminal.frame.shows("Verify Rx 1?") && terminal.frame.shows("Not checked: weight not known"))
    #expect(terminal.frame.lines.contains { $0.contains("Allergies: none known") }, "\(terminal.frame)")
    #expect(!terminal.frame.shows("Nothing speaks against it"))
  }

  @Test("only where everything was checked does it say that nothing speaks against it")
  func clean() throws {
    try prescribe("100 mg", for: child(allergies: .noneKnown, weight: 14_000))
    let terminal = open()
    #expect(terminal.frame.shows(clear))
    terminal.screen.press("v")
    #expect(terminal.frame.shows("Nothing speaks against it."))
  }

  @Test("the box that verifies tells allergies as they are now, and what was not checked before a long list")
  func longBox() throws {
    let child = try child(allergies: .noneKnown, weight: nil)
    try hospital.write { records in
      let item = PrescribedItem(
        medication: "5640", dose: "100 mg", route: "by mouth", frequency: "every 8 hours", days: 7, quantity: 21)
      try records.pharmacy.prescribe(
        Array(repeating: item, count: 1)
          + (0..<9).map { number in
            try records.pharmacy.add(
              Medication(
                code: "L\(number)",
                name:
                  "\(["zinc", "tar", "urea", "silver", "rose", "clay", "wax", "lime", "honey"][number]) in a long name",
                strength: "10 mg per gram of it",
                form: "cream", unitPrice: 1, isControlled: false))
            return PrescribedItem(
              medication: "L\(number)", dose: "1 application", route: "topical", frequency: "once a day", days: 7,
              quantity: 1)
          }, for: child, in: nil, by: hospital.samples.doctors[0], to: hospital.samples.pharmacies[0], status: "active",
        priority: "stat")
    }
    let terminal = open()
    #expect(terminal.frame.shows("none known"))
    _ = try RegistrationService(hospital.session(.nurse)).recordAllergies(
      AllergyChange(from: .noneKnown, to: AllergyStatus(entry: "Sulfites")), of: child, because: "told")
    terminal.screen.press("v")
    for text in ["Verify Rx 1?", "Allergies: Sulfites", "Not checked: weight not known", "more lines: Esc"] {
      #expect(terminal.frame.shows(text), "\(text) \(terminal.frame)")
    }
    #expect(terminal.frame.shows("[ Not yet  Esc ]") && !terminal.frame.shows("Allergies: none known"))
  }

  @Test("the box that verifies names what two people sign for")
  func controlled() throws {
    try hospital.write { records in
      try records.pharmacy.add(
        Medication(
          code: "892342", name: "loperamide", strength: "2 mg", form: "tablet", unitPrice: 110, isControlled: true))
    }
    try hospital.prescribe("892342", for: hospital.samples.patients[1], priority: "stat")
    let terminal = open(columns: 120, rows: 40)
    terminal.screen.press("v")
    #expect(terminal.frame.shows("Verify Rx 1?"), "\(terminal.frame)")
    #expect(terminal.frame.shows("controlled, two people sign for it"), "\(terminal.frame)")
  }

  @Test(
    "whoever may read the record sees in the queue what speaks against a prescription and what was passed, not only the pharmacist",
    arguments: [Role.nurse, .doctor, .headNurse])
  func ward(role: Role) throws {
    try prescribe("1 tablet", for: child(allergies: .unknown, weight: nil))
    let queue = PaperTerminal(role, at: hospital, tab: "6", columns: 120, rows: 40)
    #expect(queue.frame.shows("major: Ibuprofen: 400 mg at a time"), "\(queue.frame)")
    #expect(queue.frame.shows("Not checked: weight not known") && !queue.frame.shows("Stock"))
    let id = try #require(try hospital.read { try $0.pharmacy.prescription(numbered: 1) })
    _ = try PharmacyService(hospital.session(.pharmacist)).verify(id, because: "one dose, watched")
    queue.bring(PharmacyNews(touched: [id]))
    #expect(queue.frame.shows("Passed") && queue.frame.shows("one dose, watched"), "\(queue.frame)")
  }

  @Test(
    "all that speaks against a prescription stands behind i, for the ward too", arguments: [Role.pharmacist, .nurse])
  func whole(role: Role) throws {
    let child = try child(allergies: .unknown, weight: nil)
    for _ in 0..<2 { try prescribe("1 tablet", for: child) }
    for other in ["1364430", "855332"] { try hospital.prescribe(other, for: child) }
    var screen = PharmacyScreen(session: hospital.session(role))
    let queued = try #require(screen.list.shown.first)
    let (short, all) = (screen.detail(of: queued), screen.detail(of: queued, isWhole: true))
    func isCut(_ lines: [DetailLine]) -> Bool { lines.contains { $0.text.hasSuffix("more; i shows all") } }
    #expect(isCut(short) && !isCut(all), "\(all.plain)")
  }

  @Test("of a record that is restricted for them the ward sees no checks in the queue either (H6)")
  func restricted() throws {
    let child = try child(allergies: .unknown, weight: nil)
    try prescribe("1 tablet", for: child)
    _ = try RestrictedRecordService(hospital.session(.headNurse)).restrict(child, as: .wellKnown, because: "known")
    let queue = PaperTerminal(.nurse, at: hospital, tab: "6", columns: 120, rows: 40)
    #expect(queue.frame.shows("restricted"), "\(queue.frame)")
    #expect(!queue.frame.shows("major:") && !queue.frame.shows("Not checked") && !queue.frame.shows("cannot be read"))
  }

  @Test("Show begins at its first line, which is chosen; an empty queue parks the cursor at its text")
  func calm() throws {
    let terminal = open()
    #expect(terminal.frame.cursor == Point(column: 0, row: 4))
    terminal.screen.press("f")
    #expect(terminal.line(of: "Everything that waits").contains("> Everything that waits"))
    #expect(terminal.frame.shows("State: any that waits"))
  }

  @Test("names and medicines can be read to their end at both sizes", arguments: [(80, 24), (120, 40)])
  func layout(columns: Int, rows: Int) throws {
    try prescribe("1 tablet", for: child(allergies: .unknown, weight: nil))
    let frame = open(columns: columns, rows: rows).frame
    #expect(frame.line(4).contains("DUCHEN, Owen ") && frame.line(4).contains("ibuprofen 400 mg"))
    #expect(frame.line(2).hasPrefix(" 1 queued · 1 stat") || frame.line(2).hasPrefix("1 queued · 1 stat"))
    if columns == 120 { #expect(frame.line(4).contains("ibuprofen 400 mg tablet ")) }
  }
}

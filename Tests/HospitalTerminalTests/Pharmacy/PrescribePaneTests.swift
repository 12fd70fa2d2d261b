import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("Prescribing at a terminal (M2, M3)")
struct PrescribePaneTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital(.file)
    try hospital.makeDoctors()
    try hospital.keepInteractions()
  }

  func open(
    _ name: String, as role: Role = .doctor, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed
  ) throws -> Workstation {
    let station = try Workstation(role, in: hospital, columns: columns, rows: rows, depth: depth)
    station.terminal.press("7")
    station.terminal.type(name)
    station.terminal.press(.enter, "p")
    return station
  }

  /// Waits as a person does who looks at what they typed.
  func pause(_ station: Workstation) {
    hospital.clock.advance(by: .milliseconds(301))
    station.terminal.passTime(to: hospital.clock.now.milliseconds)
  }

  func item(_ station: Workstation, _ texts: String...) {
    for text in texts {
      station.terminal.type(text)
      station.terminal.press(.enter)
    }
  }

  func goTo(_ field: String, _ station: Workstation) {
    station.terminal.press(.control("f"))
    station.terminal.type(field)
    station.terminal.press(.enter)
  }

  @Test("a prescription is typed, its quantity worked out, and saved", arguments: screenSizes)
  func prescribes(columns: Int, rows: Int) throws {
    let station = try open("oyelaran", columns: columns, rows: rows)
    #expect(station.frame.shows("OYELARAN, Tunde") && station.frame.shows("Medication"))
    item(station, "amox", "500 mg", "tds", "7")
    goTo("pharm", station)
    station.terminal.type("quay")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("is prescribed: 1 medication, to Quay Pharmacy"), "\(station.frame.lines)")
    let rx = try #require(try hospital.prescriptions(of: hospital.samples.patients[1]).first)
    #expect(rx.items.map(\.quantity) == [42] && rx.items[0].route == "by mouth")
  }

  @Test(
    "what a beginning is taken for is read to its strength and form while it is typed",
    arguments: screenSizes.dropFirst())
  func understood(columns: Int, rows: Int) throws {
    let station = try open("oyelaran", columns: columns, rows: rows)
    station.terminal.type("apix")
    #expect(station.frame.shows("[apix") && station.frame.shows("= apixaban 5 mg tablet"), "\(station.frame)")
  }

  @Test("that somebody was discharged is said where they are prescribed for")
  func discharged() throws {
    #expect(!(try open("oyelaran").frame.shows("for an outpatient")))
    try hospital.admit(hospital.samples.patients[1], to: hospital.samples.rooms[0])
    #expect(!(try open("oyelaran").frame.shows("for an outpatient")))
    try hospital.discharge(from: hospital.samples.rooms[0])
    let station = try open("oyelaran")
    #expect(
      station.frame.shows("Discharged on \(TestHospital.today), in no room: for an outpatient."),
      "\(station.frame)")
  }

  @Test("what speaks against it stands below after a pause, by word and mark", arguments: [ColourDepth.indexed, .mono])
  func findings(depth: ColourDepth) throws {
    let station = try open("duarte", depth: depth)
    item(station, "amox")
    #expect(!station.frame.shows("contraindicated"))
    pause(station)
    #expect(station.frame.shows("!! contraindicated") && station.frame.shows("Penicillin (rash)"))
    station.terminal.press(.control("e"))
    #expect(station.frame.shows("What speaks against it"))
  }

  @Test("where nothing speaks against it that is said, and not while something is typed that nobody has looked at (M3)")
  func clear() throws {
    let station = try open("oyelaran")
    pause(station)
    #expect(!station.frame.shows("nothing speaks against it"))
    item(station, "apix", "1 tablet", "bd", "7")
    #expect(!station.frame.shows("nothing speaks against it"))
    pause(station)
    let gaps = station.frame.lines.filter { $0.contains("not checked") }
    #expect(station.frame.shows("nothing speaks against it") == gaps.isEmpty, "\(station.frame)")
    item(station, "21", "0", "by mouth", "ibu")
    pause(station)
    #expect(!station.frame.shows("nothing speaks against it"), "\(station.frame)")
  }

  @Test("a pharmacy that closed is told as closed where it is typed, and where the patient named it (B7)")
  func closedPharmacy() throws {
    let quay = hospital.samples.pharmacies[0]
    try hospital.write { records in
      let row = try #require(try records.pharmacyDirectory.rows().first { $0.id == quay })
      #expect(try records.pharmacyDirectory.change(row, to: row.details, closing: true, because: "sold"))
    }
    let station = try open("oyelaran")
    goTo("pharm", station)
    station.terminal.type("quay")
    station.terminal.press(.tab)
    #expect(station.frame.shows("Quay Pharmacy closed on 2026/11/21"), "\(station.frame)")
    #expect(station.frame.shows("[quay"))
  }

  @Test("a major finding asks for a reason in the form; then it is passed")
  func reason() throws {
    let station = try open("oyelaran")
    item(station, "apix", "1 tablet", "2", "7", "", "", "", "ibu", "1 tablet", "3", "7")
    goTo("pharm", station)
    station.terminal.type("quay")
    station.terminal.press(.control("s"))
    #expect(station.frame.line(21).contains("ERR") && station.frame.shows("write here why"), "\(station.frame.lines)")
    station.terminal.type("three days, watched")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("is prescribed: 2 medications"), "\(station.frame.lines)")
  }

  @Test(
    "what was shown in this admission stands faintly on a prescription that is changed, and not as if it were gone",
    arguments: [ColourDepth.indexed, .mono])
  func alreadyShown(depth: ColourDepth) throws {
    let patient = hospital.samples.patients[1]
    let admission = try hospital.admit(patient, to: hospital.samples.rooms[0])
    _ = try PrescribingService(hospital.session(.doctor)).prescribe(
      PrescriptionOrder(
        patient: patient, admission: admission, pharmacy: hospital.samples.pharmacies[0],
        items: [try hospital.item("paracetamol"), try hospital.item("warfarin", "1 mg")]), because: "watched")
    let station = try open("oyelaran", depth: depth)
    item(station, "para", "1 tablet", "3", "7", "", "", "", "warf", "1 mg", "1", "7")
    pause(station)
    #expect(!station.frame.shows("with warfarin"), "once is enough for a new one: \(station.frame.lines)")
    station.terminal.press(.escape)
    station.terminal.focus(on: "warfarin")
    station.terminal.press(.enter, "e")
    #expect(station.frame.shows("already shown   Paracetamol with warfarin: "), "\(station.frame.lines)")
    #expect(station.frame.role(of: "Paracetamol with warfarin") == .hint)
    station.terminal.press(.control("e"))
    #expect(station.frame.shows("already shown   Paracetamol with warfarin: "), "\(station.frame.lines)")
  }

  @Test("who has died is told at the key, before a prescription is typed (M2)")
  func dead() throws {
    _ = try RegistrationService(hospital.session(.doctor)).recordDeath(
      of: hospital.samples.patients[1], at: hospital.clock.now)
    let station = try open("oyelaran")
    #expect(
      station.frame.line(21).contains("OYELARAN, Tunde has died; check that this is the right record."),
      "\(station.frame)")
    #expect(station.frame.shows("NOW"), "the record is still what is open")
  }

  @Test("quantity zero or a million, a dose without a unit: one sentence, the cursor there, nothing lost")
  func badInput() throws {
    let station = try open("oyelaran")
    item(station, "amox", "12", "tds", "7")
    station.terminal.press(.control("s"))
    #expect(station.frame.line(21).contains("12 has no unit; type 12 capsules"), "\(station.frame.lines)")
    goTo("quant", station)
    for wrong in ["0", "1000000"] {
      station.terminal.press(.control("u"))
      station.terminal.type(wrong)
      station.terminal.press(.tab)
      #expect(station.frame.shows("type a number from 1 to 10000"), "\(station.frame.lines)")
      station.terminal.press(.backTab)
    }
  }

  @Test("500 alone for capsules of 250 mg proposes the weight, and the field says so at 80 columns too (M2)")
  func bareNumber() throws {
    let station = try open("oyelaran")
    item(station, "amox", "500")
    #expect(station.frame.shows("500 has no unit; type 500 mg"), "\(station.frame.lines)")
  }

  @Test("while only the days are missing the dose is checked; what is missing of a dose is named (M3)")
  func unfinished() throws {
    let station = try open("oyelaran")
    item(station, "ibu", "2000 mg")
    pause(station)
    #expect(station.frame.shows("type how often"), "\(station.frame.lines)")
    item(station, "3")
    pause(station)
    #expect(station.frame.shows("2000 mg at a time"), "\(station.frame.lines)")
    #expect(!station.frame.shows("type how often") && !station.frame.shows("has no number"))
  }

  @Test("every other day and the route by its plain word are understood (M2)")
  func everyOtherDay() throws {
    let station = try open("oyelaran")
    item(station, "amox", "500 mg", "eod", "7")
    #expect(station.frame.shows("every other day") && station.frame.shows("8"), "\(station.frame.lines)")
    goTo("route", station)
    station.terminal.press(.control("u"))
    item(station, "oral")
    goTo("pharm", station)
    station.terminal.type("quay")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("is prescribed: 1 medication, to Quay Pharmacy"), "\(station.frame.lines)")
    let rx = try #require(try hospital.prescriptions(of: hospital.samples.patients[1]).first)
    #expect(rx.items.map(\.quantity) == [8] && rx.items[0].route == "by mouth")
  }

  @Test("a nurse is told who can prescribe")
  func refused() throws {
    let station = try open("oyelaran", as: .nurse)
    #expect(station.frame.line(21).contains("doctors and head doctors can"), "\(station.frame.lines)")
  }

  @Test("Enter on a prescription opens it: items, states, what speaks against it; it is stopped with a reason")
  func opens() throws {
    _ = try PrescribingService(hospital.session(.doctor)).prescribe(
      hospital.order([hospital.item("ibuprofen", refills: 1)], for: hospital.samples.patients[1]))
    let station = try open("oyelaran")
    station.terminal.press(.escape)
    station.terminal.focus(on: "ibuprofen")
    station.terminal.press(.enter)
    for text in ["MEDICATIONS", "ibuprofen 400 mg tablet", "WHAT SPEAKS AGAINST IT NOW", "STATES", "1 refill left"] {
      #expect(station.frame.shows(text), "\(text)")
    }
    station.terminal.press("n")
    station.terminal.type("asked by telephone")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("is renewed as Rx"), "\(station.frame.lines)")
    station.terminal.press(.function(9))
    station.terminal.type("stomach pain")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("is stopped"), "\(station.frame.lines)")
    station.terminal.press(.function(9))
    #expect(station.frame.line(21).contains("stopped already"))
  }
}

import DatabaseKit
import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// A record that is open follows what is done to it, here and elsewhere (P5, A2).
@Suite("An open record follows what is done to it (P5)")
struct RecordNewsTests {
  let hospital: TestHospital
  /// OYELARAN, Tunde; MURPHY, Seán.
  let (tunde, sean): (PatientID, PatientID)

  init() throws {
    hospital = try TestHospital(.file)
    try hospital.makeDoctors()
    try hospital.keepInteractions()
    (tunde, sean) = (hospital.samples.patients[1], hospital.samples.patients[3])
  }

  private func open(_ name: String, as role: Role) throws -> Workstation {
    let station = try Workstation(role, in: hospital)
    station.terminal.press("7")
    station.terminal.type(name)
    station.terminal.press(.enter)
    #expect(station.frame.shows("NOW"))
    return station
  }

  private func seen(_ text: String, at station: Workstation) async {
    await station.terminal.waits(for: text)
  }

  private func openings() throws -> Int {
    let sql: SQLStatement = "SELECT COUNT(*) AS count FROM audit_entry WHERE action = 'read'"
    return Int(try hospital.engine.read { try $0.row(sql)?.integer("count") ?? 0 })
  }

  private func recordAllergy(_ substance: String, of patient: PatientID, from: AllergyStatus = .unknown) throws {
    _ = try RegistrationService(try hospital.separateSession(.nurse)).recordAllergies(
      AllergyChange(from: from, to: .recorded([AllergyEntry(substance: substance, reaction: "")])), of: patient)
  }

  private func prescribed(_ medication: String, for patient: PatientID) throws {
    _ = try PrescribingService(hospital.session(.doctor)).prescribe(
      hospital.order([hospital.item(medication, refills: 1)], for: patient))
  }

  private func goTo(_ text: String, _ station: Workstation) {
    station.terminal.focus(on: text)
  }

  @Test("an allergy that another session writes down stands in the banner at once, and no new opening in the trail")
  func allergy() async throws {
    let station = try open("murphy", as: .reception)
    let before = try openings()
    try recordAllergy("Latex", of: sean)
    await seen("Latex", at: station)
    #expect(station.frame.lines.prefix(4).contains { $0.contains("Latex") })
    #expect(try openings() == before)
  }

  @Test("the focus stays on its line, in its row, while lines come above it")
  func focus() async throws {
    try prescribed("ibuprofen", for: tunde)
    let station = try open("oyelaran", as: .doctor)
    goTo("ibuprofen", station)
    let row = try #require(station.frame.lines.firstIndex { $0.hasPrefix(">") })
    try recordAllergy("Latex", of: tunde, from: .noneKnown)
    try recordAllergy("Nuts", of: tunde, from: .noneKnown)
    await seen("Nuts", at: station)
    #expect(station.frame.line(row).hasPrefix(">") && station.frame.line(row).contains("ibuprofen"), "\(station.frame)")
  }

  @Test("what was stopped from a prescription is stopped in the record below it; what an open one is to others, in it")
  func stopped() async throws {
    try prescribed("ibuprofen", for: tunde)
    let station = try open("oyelaran", as: .doctor)
    goTo("ibuprofen", station)
    station.terminal.press(.enter, .function(9))
    station.terminal.type("stomach pain")
    station.terminal.press(.control("s"), .escape)
    #expect(station.frame.line(0).contains("Record"))
    await seen("stopped", at: station)
    try prescribed("apixaban", for: tunde)
    await seen("apixaban", at: station)
    station.terminal.press("g")
    goTo("apixaban", station)
    station.terminal.press(.enter)
    let id = try #require(try hospital.prescriptions(of: tunde).first { $0.status == "active" }?.id)
    _ = try PrescribingService(try hospital.separateSession(.doctor)).stop(id, because: "bleeding")
    await seen("bleeding", at: station)
  }

  @Test("a changed version takes the place of the one before on the screen too")
  func changed() throws {
    try prescribed("ibuprofen", for: tunde)
    let station = try open("oyelaran", as: .doctor)
    goTo("ibuprofen", station)
    station.terminal.press(.enter)
    let former = try #require(try hospital.prescriptions(of: tunde).first?.number)
    #expect(station.frame.line(0).contains("Rx \(former)"))
    station.terminal.press("e", .control("f"))
    station.terminal.type("quantity")
    station.terminal.press(.enter, .control("u"))
    station.terminal.type("9")
    station.terminal.press(.control("s"))
    #expect(station.frame.line(0).contains("Rx \(former + 1)") && station.frame.shows("active"), "\(station.frame)")
  }

  @Test("a record below a prescription is read anew when it is seen again, whatever was open meanwhile")
  func below() async throws {
    try prescribed("ibuprofen", for: tunde)
    let station = try open("oyelaran", as: .doctor)
    goTo("ibuprofen", station)
    station.terminal.press(.enter, "2")
    _ = try PatientRecordScreen(sean, desk: station.desk)
    try recordAllergy("Latex", of: tunde, from: .noneKnown)
    station.terminal.press("7")
    #expect(station.frame.shows("MEDICATIONS") && station.frame.shows("Latex"))
    station.terminal.press(.escape)
    #expect(station.frame.line(0).contains("Record") && station.frame.shows("Latex"), "\(station.frame)")
  }

  @Test("P2: what a merge brings stands in the record that survives")
  func merged() async throws {
    try recordAllergy("Latex", of: sean)
    let station = try open("oyelaran", as: .doctor)
    let elsewhere = RegistrationService(try hospital.separateSession(.reception))
    _ = try elsewhere.merge(sean, into: tunde, because: "one person")
    await seen("Latex", at: station)
  }

  @Test("Enter on a line of a prescription shows all of it")
  func wholeLine() throws {
    try prescribed("ibuprofen", for: tunde)
    let station = try open("oyelaran", as: .doctor)
    goTo("ibuprofen", station)
    station.terminal.press(.enter)
    goTo("Written", station)
    station.terminal.press(.enter)
    #expect(station.frame.shows("Esc Close"), "\(station.frame)")
  }

  @Test("P3: what is typed after coming back to a search begins a new one")
  func newSearch() throws {
    let station = try open("oyelaran", as: .reception)
    station.terminal.press("7")
    #expect(station.frame.shows("oyelaran"))
    station.terminal.type("murp")
    #expect(station.frame.shows("MURPHY, Seán") && !station.frame.shows("oyelaran"), "\(station.frame)")
    station.terminal.type("hy")
    #expect(station.frame.shows("murphy"))
  }

  @Test("H6: a record that is restricted while it is open closes, with what lies above it")
  func restricted() async throws {
    let station = try open("murphy", as: .reception)
    _ = try RestrictedRecordService(try hospital.separateSession(.headNurse)).restrict(
      sean, as: .wellKnown, because: "known")
    while station.frame.shows("NOW") {
      station.terminal.wake()
      station.terminal.passTime(to: hospital.clock.now.milliseconds)
      await Task.yield()
    }
    #expect(station.frame.shows("it has closed."))
  }

  @Test("a session hears of the record that it follows alone, and of no opening")
  func followed() async throws {
    let feed = try OccupancyFeed(hospital.session(.nurse)) {}
    feed.follow(sean)
    _ = feed.start()
    while feed.take() != nil {}
    try recordAllergy("Latex", of: tunde)
    _ = try RegistrationService(try hospital.separateSession(.nurse)).open(sean)
    // What is told of a room comes after both.
    _ = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    var heard: [BoardReading] = []
    while !heard.contains(where: { $0.rooms.contains { $0.occupancy != nil } }) {
      if let reading = feed.take() { heard.append(reading) }
      await Task.yield()
    }
    #expect(!heard.contains { $0.isRecordChanged })
    try recordAllergy("Latex", of: sean)
    while feed.take()?.isRecordChanged != true { await Task.yield() }
    feed.stop()
  }
}

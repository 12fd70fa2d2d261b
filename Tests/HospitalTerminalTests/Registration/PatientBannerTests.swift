import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("Who a screen is about (screens.md, principle 1)")
struct PatientBannerTests {
  @Test(
    "a wide screen cuts no name that it has room for: two who differ at its end are told apart", arguments: [120, 160])
  func whole(columns: Int) throws {
    let hospital = try TestHospital()
    let service = RegistrationService(hospital.session(.reception))
    var details = try service.open(hospital.samples.patients[1]).details
    details.name = PersonName(family: "Featherstonehaugh", given: "Maximiliana A")
    _ = try service.register(details, goingOnBecause: "another person")
    let terminal = PaperTerminal(.nurse, at: hospital, tab: "7", columns: columns, rows: 40)
    terminal.screen.type("feather")
    terminal.screen.press(.enter)
    #expect(terminal.frame.line(2).contains("FEATHERSTONEHAUGH, Maximiliana A  "), "\(terminal.frame)")
  }

  @Test("the banner of a record that was merged away says which one to look at")
  func mergedAway() throws {
    let hospital = try TestHospital()
    let service = RegistrationService(hospital.session(.reception))
    let (kovac, murphy) = (hospital.samples.patients[2], hospital.samples.patients[3])
    let number = try service.open(murphy).patient.number
    _ = try service.merge(kovac, into: murphy, because: "one person")
    let desk = Desk(workplace: hospital.workplace, terminal: "test") {}
    desk.begin(hospital.session(.doctor))
    let banner = StyledText(try PatientRecordScreen(kovac, desk: desk).banner, columns: 80).plain
    #expect(banner.contains("see \(number)") && !banner.contains("no room"))
  }

  @Test("that somebody has died stands in the place of the room, at every width", arguments: [60, 80, 120])
  func died(columns: Int) throws {
    let hospital = try TestHospital()
    let record = try RegistrationService(hospital.session(.reception)).open(hospital.samples.patients[0]).patient
    let banner = PatientBanner(
      PatientRow(
        id: record.id, number: record.number, version: 1, details: record.details, pharmacy: nil, isUnidentified: false,
        registered: record.registered, diedAt: TestHospital.opening), room: nil, today: TestHospital.today, clock: .utc)
    let line = StyledText(banner, columns: columns).plain
    #expect(line.contains("died \(LocalTime.utc.date(of: TestHospital.opening))") && !line.contains("no room"))
  }

  @Test(
    "number, room and allergies are whole beside a name of any length",
    arguments: ["none known", "Penicillin (rash)", "Codeine, Latex"], [60, 80, 120])
  func neverCut(allergies: String, columns: Int) throws {
    let hospital = try TestHospital()
    let patient = hospital.samples.patients[0]
    let service = RegistrationService(hospital.session(.reception))
    let record = try service.open(patient).patient
    for family in ["Li", "Featherstonehaugh-Cholmondeley", String(repeating: "佐藤", count: 20)] {
      var details = record.details
      details.name = PersonName(family: family, given: "Maximiliana Theodora")
      details.allergies = try AllergyStatus(entry: allergies)
      let banner = PatientBanner(
        PatientRow(
          id: record.id, number: record.number, version: 1, details: details, pharmacy: nil, isUnidentified: false,
          registered: record.registered, diedAt: nil), room: "4A-12-A", today: TestHospital.today, clock: .utc)
      let line = StyledText(banner, columns: columns).plain
      #expect(columns < 80 || SafeText.width(line) <= columns - 1, "\(line)")
      for part in [banner.number, "4A-12-A", banner.bornAlone] { #expect(line.contains(part)) }
      #expect(line.hasSuffix(allergies))
      #expect(columns < 80 || family.count > 2 || line.contains("(35 y)"), "the age goes last")
      #expect(columns < 80 || family.count > 2 || line.hasPrefix("LI, Maximili"))
    }
  }
}

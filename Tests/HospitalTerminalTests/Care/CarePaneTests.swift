import HospitalDomain
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@Suite("Consultations and nurses' notes on a record (B11, C1, C3)")
struct CarePaneTests {
  private func open(_ role: Role, in hospital: TestHospital? = nil, columns: Int = 80, rows: Int = 24) throws
    -> Workstation
  {
    let station = try Workstation(role, in: hospital, columns: columns, rows: rows)
    station.terminal.press("7")
    station.terminal.type("duarte")
    station.terminal.press(.enter)
    return station
  }

  /// Goes to the first line of a section.
  private func section(_ title: String, _ station: Workstation) {
    for _ in 0..<12 {
      station.terminal.press(.tab)
      if station.frame.lines.contains(where: { $0.hasPrefix("> ") || $0.hasPrefix(">") })
        && station.frame.shows(title)
      {
        return
      }
    }
  }

  @Test("a doctor writes a consultation, reads who may change it, amends it and adds to it", arguments: screenSizes)
  func consultation(columns: Int, rows: Int) throws {
    let station = try open(.doctor, columns: columns, rows: rows)
    station.terminal.press("c")
    station.terminal.type("Cough since Monday")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("Plan: needed"))
    // The cursor went to the field that is wrong.
    station.terminal.type("X-ray")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("OK  The consultation of DUARTE, Inês is written."))
    let patient = station.hospital.samples.patients[0]
    let record = try RegistrationService(station.hospital.session(.doctor)).open(patient)
    #expect(record.consultations?.first?.words == ConsultationEntry(complaint: "Cough since Monday", plan: "X-ray"))
  }

  @Test(
    "M2: from within a consultation one prescribes and comes back; nothing typed is lost, and it names what was prescribed"
  )
  func prescribes() throws {
    let hospital = try TestHospital(.file)
    try hospital.makeDoctors()
    try hospital.keepInteractions()
    let station = try open(.doctor, in: hospital)
    station.terminal.press("c")
    station.terminal.type("Cough since Monday")
    station.terminal.press(.function(6))
    #expect(station.frame.shows("MEDICATION 1"), "\(station.frame)")
    for text in ["paracet", "500 mg", "3", "5"] {
      station.terminal.type(text)
      station.terminal.press(.enter)
    }
    station.terminal.press(.control("f"))
    station.terminal.type("pharm")
    station.terminal.press(.enter)
    station.terminal.type("quay")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("Rx 1 is prescribed"), "\(station.frame)")
    #expect(station.frame.shows("Cough since Monday"))
    station.terminal.press(.control("f"))
    station.terminal.type("plan")
    station.terminal.press(.enter)
    station.terminal.type("Rest")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("OK  The consultation of DUARTE, Inês is written."), "\(station.frame)")
    let record = try RegistrationService(hospital.session(.doctor)).open(hospital.samples.patients[0])
    #expect(record.consultations?.first?.prescribed == [1])
    #expect(record.consultations?.first?.words == ConsultationEntry(complaint: "Cough since Monday", plan: "Rest"))
  }

  @Test("what is fixed says so before anyone tries, and why when they do")
  func fixed() throws {
    let hospital = try TestHospital()
    let patient = hospital.samples.patients[0]
    _ = try CareService(hospital.session(.nurse)).write("Slept well", about: patient)
    hospital.clock.advance(by: .hours(25))
    let station = try open(.nurse, in: hospital)
    section("NURSES' NOTES", station)
    while station.frame.shows("1 NURSES") { station.terminal.press(.tab) }
    for _ in 0..<30 where !(station.frame.lines.contains { $0.hasPrefix(">") && $0.contains("Slept well") }) {
      station.terminal.press(.down)
    }
    station.terminal.press(.enter)
    #expect(station.frame.shows("Fixed since 2026/11/22 14:02; an addendum can follow."))
    station.terminal.press(.escape, "E")
    #expect(station.frame.shows("fixed since 2026/11/22 14:02"))
    station.terminal.press("+")
    station.terminal.type("Was awake at 03:00")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("OK  The addendum to the nurse's note is written."))
    #expect(station.frame.shows("+1 addendum"))
  }

  @Test("what is struck out says so in words, and stays")
  func struckOut() throws {
    let hospital = try TestHospital()
    _ = try CareService(hospital.session(.nurse)).write("Slept well", about: hospital.samples.patients[0])
    let station = try open(.nurse, in: hospital)
    for _ in 0..<40 where !(station.frame.lines.contains { $0.hasPrefix(">") && $0.contains("Slept well") }) {
      station.terminal.press(.down)
    }
    station.terminal.press("X")
    #expect(station.frame.shows("stays readable, struck out with your name"))
    station.terminal.type("another patient's")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("STRUCK OUT · Slept well"))
    station.terminal.press(.enter)
    #expect(station.frame.shows("because: another patient's"))
  }

  @Test("on an entry the footer names what can be done with it, and who wrote it stands whole at 80 columns")
  func footer() throws {
    let hospital = try TestHospital()
    _ = try CareService(hospital.session(.nurse)).write(
      "Slept badly, was awake from two until five, asked for water twice and for the light to be off",
      about: hospital.samples.patients[0])
    let station = try open(.nurse, in: hospital)
    #expect(!station.frame.shows("X Strike out…"))
    for _ in 0..<40 where !(station.frame.lines.contains { $0.hasPrefix(">") && $0.contains("Slept badly") }) {
      station.terminal.press(.down)
    }
    #expect(station.frame.shows("E Amend…  X Strike out…  + Add…"))
    #expect(station.frame.shows("Test nurse · Slept badly"))
  }
}

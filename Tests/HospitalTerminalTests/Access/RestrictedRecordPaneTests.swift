import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

/// Breaking the glass at a terminal (H6).
@Suite struct RestrictedRecordPaneTests {
  let hospital: TestHospital

  init() throws {
    hospital = try TestHospital(.file)
    _ = try RestrictedRecordService(hospital.session(.headDoctor)).restrict(
      hospital.samples.patients[0], as: .wellKnown, because: "an actor")
  }

  private func door(_ role: Role, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed) throws
    -> Workstation
  {
    let station = try Workstation(role, in: hospital, columns: columns, rows: rows, depth: depth)
    station.terminal.press("7")
    station.terminal.type("duarte")
    return station
  }

  @Test("the list shows a name and that it is restricted; the door shows nothing of the record", arguments: screenSizes)
  func door(columns: Int, rows: Int) throws {
    let station = try door(.nurse, columns: columns, rows: rows)
    #expect(station.frame.shows("restricted") && !station.frame.shows("1991/03/12"))
    station.terminal.press(.enter)
    #expect(station.frame.shows("This record is restricted: well known."))
    #expect(station.frame.shows("30 minutes"))
    for words in ["1991", "ALLERGIES", "0871"] { #expect(!station.frame.shows(words), "\(words)") }
  }

  @Test("a reason opens it, and the screen says until when; no reason does not")
  func opens() throws {
    let station = try door(.nurse, depth: .mono)
    station.terminal.press(.enter, .enter)
    #expect(station.frame.shows("Why must you open this record?"))
    station.terminal.press(.control("s"))
    #expect(!station.frame.shows("ALLERGIES"))
    station.terminal.type("found unwell in the corridor")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("RESTRICTED") && station.frame.shows("NOW"))
    #expect(station.frame.shows("is open to you until 14:32; it was reported."))
    station.terminal.press(.escape)
    station.terminal.press(.enter)
    #expect(station.frame.shows("NOW"), "for thirty minutes no reason is asked for again")
  }

  @Test("when its time is over the record leaves the screen, without a key")
  func closes() throws {
    let station = try door(.nurse)
    station.terminal.press(.enter, .enter)
    station.terminal.type("found unwell")
    station.terminal.press(.control("s"))
    for _ in 0..<14 {
      hospital.clock.advance(by: .minutes(2))
      station.terminal.passTime(to: hospital.clock.now.milliseconds)
      station.terminal.press(.home)  // Somebody reads it; else the terminal locks itself.
    }
    hospital.clock.advance(by: .minutes(2) - .milliseconds(1))
    station.terminal.passTime(to: hospital.clock.now.milliseconds)
    #expect(station.frame.shows("ALLERGIES"))
    hospital.clock.advance(by: .milliseconds(1))
    station.terminal.passTime(to: hospital.clock.now.milliseconds)
    #expect(!station.frame.shows("ALLERGIES") && station.frame.shows("it has closed."))
    #expect(station.frame.line(1).contains("[7 Patients]"))
  }

  @Test("a supervisor is warned at once on any screen, finds it under Openings, and reviews it")
  func reported() async throws {
    let station = try Workstation(.headNurse, in: hospital)
    let nurse = RestrictedRecordService(try hospital.separateSession(.nurse))
    try nurse.open(hospital.samples.patients[0], because: "found unwell")
    await station.terminal.waits(for: "Warn")
    #expect(station.frame.shows("nurse, opened restricted") && station.frame.shows("More, Openings."))
    #expect(!station.frame.shows("DUARTE") && !station.frame.shows("found unwell"))
    station.terminal.press(.control("p"))
    station.terminal.type("openings")
    station.terminal.press(.enter)
    #expect(station.frame.shows("to review") && station.frame.shows("found unwell"))
    station.terminal.press("v", .enter)
    station.terminal.type("was on duty")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("is reviewed: justified.") && !station.frame.shows("to review"))
    station.terminal.press("v")
    #expect(station.frame.shows("nothing is reviewed twice"))
  }

  @Test("a locked terminal tells nothing; the warning waits for its owner")
  func locked() async throws {
    let station = try Workstation(.headNurse, in: hospital)
    station.terminal.press(.control("k"))
    #expect(station.frame.shows("LOCKED"))
    let before = station.desk.board?.readAt
    let nurse = RestrictedRecordService(try hospital.separateSession(.nurse))
    hospital.clock.advance(by: .seconds(1))
    try nurse.open(hospital.samples.patients[0], because: "found unwell")
    while station.desk.board?.readAt == before {
      station.terminal.wake()
      await Task.yield()
    }
    #expect(!station.frame.shows("Warn") && !station.frame.shows("restricted"))
    station.terminal.type("password of headnurse")
    station.terminal.press(.enter)
    #expect(station.frame.shows("nurse, opened restricted"))
  }

  @Test("a head nurse restricts a record from its screen, and lifts that; a nurse is told who can")
  func marks() throws {
    let station = try Workstation(.headNurse, in: hospital)
    station.terminal.press("7")
    station.terminal.type("oyel")
    station.terminal.press(.enter, "R")
    #expect(station.frame.shows("works here"))
    station.terminal.press(.enter)
    station.terminal.type("a colleague")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("is restricted."))
    let nurse = try Workstation(.nurse, in: hospital)
    nurse.terminal.press("7")
    nurse.terminal.type("oyel")
    nurse.terminal.press(.enter)
    #expect(nurse.frame.shows("This record is restricted: works here."))
  }
}

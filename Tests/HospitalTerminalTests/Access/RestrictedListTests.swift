import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// Restricted patients on the lists of the program, and what happens to who acts on one (H6).
@Suite("Restricted patients on every list (H6)")
struct RestrictedListTests {
  private func ward() throws -> TestHospital {
    let hospital = try ListWalk.ward()
    let marking = RestrictedRecordService(hospital.session(.headNurse))
    for patient in hospital.samples.patients { _ = try marking.restrict(patient, as: .wellKnown, because: "known") }
    return hospital
  }

  @Test("no list of any tab names a restricted patient, by name, number or birth date", arguments: Role.allCases)
  func everyList(role: Role) throws {
    guard role != .patient else { return }
    let hospital = try ward()
    if role != .auditor {
      try DraftService(hospital.session(role)).keep(
        Draft(
          id: Identifier("d"), form: "registration", subject: "", title: "MURPHY, Seán", content: "",
          savedAt: hospital.clock.now))
    }
    let station = try Workstation(role, in: hospital, columns: 130, rows: 40)
    var isSaid = false
    try ListWalk.walk(station) { frame in
      #expect(ListWalk.named(frame) == [], "\(frame)")
      #expect(!frame.shows("1991/03/12"), "\(frame)")
      isSaid = isSaid || frame.shows("restricted")
    }
    if [.nurse, .cashier, .pharmacist].contains(role) { #expect(isSaid) }
  }

  @Test(
    "acting on such a row asks for the reason first, then goes back; the board names them for as long as it is open")
  func acting() async throws {
    let hospital = try ward()
    let station = try Workstation(.nurse, in: hospital)
    station.terminal.press("2", .tab)
    #expect(station.frame.shows("restricted") && !station.frame.shows("DUARTE"))
    station.terminal.press("t")
    #expect(station.frame.shows("This record is restricted: well known."))
    #expect(!station.frame.shows("DUARTE") && !station.frame.shows("1991"))
    station.terminal.press(.enter)
    station.terminal.type("moved to a side room")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("it was reported. Now go on."))
    await station.terminal.waits(for: "DUARTE")
    station.terminal.press("t")
    #expect(station.frame.shows("ransfer") && !station.frame.shows("This record is restricted"))
  }

  @Test("what lies above a restricted record closes with it; what was typed is kept", arguments: [true, false])
  func closes(withBox: Bool) throws {
    let hospital = try ward()
    let station = try Workstation(.reception, in: hospital)
    station.terminal.press("7")
    station.terminal.type("duarte")
    station.terminal.press(.enter, .enter)
    station.terminal.type("phoned")
    station.terminal.press(.control("s"))
    #expect(station.frame.shows("NOW"))
    station.terminal.press("e")
    station.terminal.press(.control("u"))
    station.terminal.type("Quokka")
    if withBox { station.terminal.press(.function(1)) }
    for _ in 0..<15 {
      hospital.clock.advance(by: .minutes(2))
      station.terminal.passTime(to: hospital.clock.now.milliseconds)
      station.terminal.press(.left)  // Somebody works; else the terminal locks itself.
    }
    #expect(!station.frame.shows("Quokka") && !station.frame.shows("NOW") && !station.frame.shows("1991"))
    #expect(station.frame.shows("it has closed."))
    #expect(station.frame.line(1).contains("[7 Patients]"))
    station.desk.drafts?.finish()
    let drafts = try DraftService(hospital.session(.reception)).drafts()
    #expect(drafts.contains { $0.content.contains("Quokka") })
  }
}

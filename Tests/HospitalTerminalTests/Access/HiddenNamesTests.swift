import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// The key that hides the names of patients on every list at once (H4).
@Suite("Hidden names (H4)")
struct HiddenNamesTests {
  @Test(
    "no list of any tab names a patient once they are hidden, at any size, and all do again", arguments: Role.allCases)
  func everyList(role: Role) throws {
    guard role != .patient else { return }
    let hospital = try ListWalk.ward()
    if role != .auditor {
      try DraftService(hospital.session(role)).keep(
        Draft(
          id: Identifier("d"), form: "registration", subject: "", title: "MURPHY, Seán", content: "",
          savedAt: hospital.clock.now))
    }
    for (columns, rows) in role == .nurse ? [(80, 24), (130, 40)] : [(130, 40)] {
      let station = try Workstation(role, in: hospital, columns: columns, rows: rows)
      var shown: Set<Substring> = []
      try ListWalk.walk(station) { shown.formUnion(ListWalk.named($0)) }
      station.terminal.press(.function(8))
      #expect(station.frame.line(0).contains("NAMES HIDDEN"))
      try ListWalk.walk(station) { frame in #expect(ListWalk.named(frame) == [], "\(frame)") }
      station.terminal.press(.control("n"))
      #expect(!station.frame.line(0).contains("NAMES HIDDEN"))
      var again: Set<Substring> = []
      try ListWalk.walk(station) { again.formUnion(ListWalk.named($0)) }
      #expect(shown == again)
      if [.nurse, .cashier, .pharmacist].contains(role) { #expect(!shown.isEmpty) }
    }
  }

  @Test("the list that is seen changes at once, a page of text closes, and what is typed stays")
  func atOnce() throws {
    let hospital = try ListWalk.ward()
    let station = try Workstation(.nurse, in: hospital)
    station.terminal.press("2")
    #expect(station.frame.shows("DUARTE"))
    station.terminal.press("v")
    #expect(!station.frame.shows("DUARTE") && station.frame.shows("D., I.") && station.frame.shows("Names are hidden"))
    station.terminal.press("v", .enter)
    #expect(station.frame.shows("DUARTE"))
    station.terminal.press(.function(8))
    #expect(!station.frame.shows("DUARTE"))
    station.terminal.press("3", "i")
    station.terminal.type("x")
    station.terminal.press(.function(8))
    #expect(station.frame.shows("x"))
  }
}

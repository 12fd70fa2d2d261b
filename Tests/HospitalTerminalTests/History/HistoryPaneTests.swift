import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("The history of a record, by one key from every list (B10)")
struct HistoryPaneTests {
  @Test("a room's states, one field alone, and the whole of a version", arguments: screenSizes)
  func room(columns: Int, rows: Int) throws {
    let hospital = try TestHospital()
    let room = hospital.samples.rooms[0]
    _ = try BedService(hospital.session(.nurse)).needsCleaning(room)
    hospital.clock.advance(by: .minutes(20))
    _ = try BedService(hospital.session(.nurse)).cleaned(room)
    let station = DirectoryTerminal(.rooms, at: hospital, columns: columns, rows: rows)
    station.press("V")
    #expect(station.frame.shows("room 4A-01 · 3 versions"))
    #expect(station.frame.shows("2026/11/21 14:22"))
    station.press("f")
    station.type("Kind")
    station.press(.escape)
    station.press(.down, .down, .enter)
    #expect(station.frame.shows("Version 1"))
    #expect(station.frame.shows("Number: 4A-01"))
    station.press(.escape, "q")
    #expect(!station.frame.shows("3 versions"))
  }

  @Test("every list of records with versions opens it by V and F7")
  func everyList() {
    let tables: [(String, [CommandEntry])] = KeyTables.screens.map { ($0.name, $0.entries) }
    for name in [
      "Beds", "Account of a stay", "Invoices", "Pharmacy", "Record", "Check-out: checklist", "Departments", "Rooms",
      "Doctors, or staff", "Prices", "Rates", "Accounts",
    ] {
      let entries = tables.first { $0.0 == name }?.1 ?? []
      #expect(
        entries.contains { $0.id.name.hasSuffix(".history") && $0.keys.prefix(2) == ["V", .function(7)] }, "\(name)")
    }
  }
}

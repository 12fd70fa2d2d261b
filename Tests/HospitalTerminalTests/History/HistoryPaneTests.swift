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

  @Test(
    "so do the lists of the pharmacy",
    arguments: [
      (MorePlace.suppliers, "supplier Harbour Medical · 1 version"),
      (.supplies, "supply Dressing pack (pack) · 1 version"), (.medications, " · 1 version"),
      (.orders, "purchase order 1 · 2 versions"), (.stock, "minimum of ibuprofen 400 mg at Quay Pharmacy · 1 version"),
      (.pharmacies, "pharmacy Bridge Pharmacy · 1 version"), (.rates, "tax"),
    ])
  func pharmacy(place: MorePlace, heading: String) throws {
    let hospital = try TestHospital()
    try hospital.keepMedications()
    try hospital.receive(5, "A", expires: "2028/01/31")
    _ = try hospital.order(sent: true)
    _ = try PriceService(hospital.session(.administrator)).set(2_300, for: nil)
    let station = DirectoryTerminal(place, at: hospital)
    station.press("V")
    #expect(station.frame.shows(heading), "\(station.frame.lines.joined(separator: "\n"))")
    #expect(station.frame.shows("first recorded"))
  }

  @Test("every list of records with versions opens it by V and F7")
  func everyList() {
    let tables: [(String, [CommandEntry])] = KeyTables.screens.map { ($0.name, $0.entries) }
    for name in [
      "Beds", "Account of a stay", "Invoices", "Pharmacy", "Record", "Check-out: checklist", "Departments", "Rooms",
      "Doctors, or staff", "Prices", "Rates", "Accounts", "Medications", "Stock", "Orders", "Suppliers", "Supplies",
      "Pharmacies",
    ] {
      let entries = tables.first { $0.0 == name }?.1 ?? []
      #expect(
        entries.contains { $0.id.name.hasSuffix(".history") && $0.keys.prefix(2) == ["V", .function(7)] }, "\(name)")
    }
  }
}

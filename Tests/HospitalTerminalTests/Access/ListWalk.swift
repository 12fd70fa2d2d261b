import HospitalDomain
import HospitalScreens
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

/// Every list of the program, one after the other, in a hospital that has something to show on each.
enum ListWalk {
  /// A ward with patients in rooms, orders, charges, invoices, prescriptions, a hold, a refund and a draft.
  static func ward() throws -> TestHospital {
    let hospital = try TestHospital(.file, at: TestHospital.opening - .days(2))
    try hospital.setPrices()
    try hospital.keepMedications()
    let samples = hospital.samples
    for place in 0..<2 { try hospital.admit(samples.patients[place], to: samples.rooms[place]) }
    try hospital.orderDischarge(from: samples.rooms[0])
    hospital.clock.now = TestHospital.opening
    for patient in samples.patients {
      try hospital.prescribe(for: patient)
      try hospital.invoice(patient, cents: 100_00, dueIn: 3)
    }
    let cashier = hospital.session(.cashier)
    _ = try ChargeService(cashier).charge(
      ChargeEntry(code: "CON", servedOn: TestHospital.today), to: hospital.bedside(samples.rooms[0]).admission)
    _ = try PaymentService(cashier).deposit(
      for: samples.patients[2], PaymentEntry(.transfer, Money(cents: 60_00), reference: "T 1"))
    _ = try TillService(cashier).requestRefund(
      Money(cents: 60_00), by: .card, for: samples.patients[2], because: "moved away")
    return hospital
  }

  static let names: Set<Substring> = ["DUARTE", "OYELARAN", "KOVAC", "MURPHY", "Inês", "Tunde", "Seán"]

  static func named(_ frame: Frame) -> [Substring] {
    let words = frame.lines.flatMap { $0.split { !$0.isLetter } }
    return names.intersection(words).sorted()
  }

  /// Opens every tab and every place of the menu, moves through some lines, and shows each frame.
  static func walk(_ station: Workstation, _ look: (Frame) throws -> Void) throws {
    for tab in MainMenu.tabs(station.desk) where tab.number != 3 && tab.number != 8 {
      go(station, to: tab.title)
      if tab.number == 7 { station.terminal.type("a") }
      for _ in 0..<3 {
        try look(station.frame)
        station.terminal.press(.down)
      }
      if tab.number == 7 { station.terminal.press(.backspace) }
      guard tab.number == 2 else { continue }
      for key in ["f", "E"] as [Key] {
        station.terminal.press(key)
        try look(station.frame)
        station.terminal.press(.tab)
        try look(station.frame)
        station.terminal.press("q")
      }
    }
    for place in MorePlace.open(to: station.desk) {
      go(station, to: place.title)
      #expect(
        station.frame.line(0).contains(place == .assignments ? "Employees" : place.title.prefix(8)), "\(station.frame)")
      for _ in 0..<3 {
        try look(station.frame)
        station.terminal.press(.down)
      }
      station.terminal.press("q")
    }
  }

  /// Goes to a tab or a place by the palette, which is there while text is typed too.
  static func go(_ station: Workstation, to title: String) {
    station.terminal.press(.control("p"))
    station.terminal.type("go to \(title)")
    station.terminal.press(.enter)
  }
}

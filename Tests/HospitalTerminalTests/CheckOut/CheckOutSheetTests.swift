import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import TerminalKit
import Testing

@testable import HospitalTerminal

@Suite("The checklist of a check-out (A4)")
struct CheckOutSheetTests {
  let hospital: TestHospital
  private var samples: TestHospital.Samples { hospital.samples }

  /// DUARTE in 4A-01 with an open prescription.
  init() throws {
    hospital = try TestHospital()
    let admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    try hospital.keepMedications()
    try hospital.write { [samples = hospital.samples] records in
      try records.pharmacy.prescribe(
        [.init(medication: "5640", dose: "1", route: "oral", frequency: "daily", days: 3, quantity: 3)],
        for: samples.patients[0], in: admission, by: samples.doctors[0], to: samples.pharmacies[0], status: "active",
        priority: "routine")
    }
    hospital.clock.advance(by: .hours(1))
  }

  private func open(_ role: Role, columns: Int = 80, rows: Int = 24, depth: ColourDepth = .indexed) -> PaperTerminal {
    let terminal = PaperTerminal(role, at: hospital, tab: "4", columns: columns, rows: rows, depth: depth)
    terminal.screen.press(.enter)
    return terminal
  }

  @Test(
    "the steps stand with who is waited for, and what is open with its owner; without colour too",
    arguments: [(60, 18, ColourDepth.mono), (80, 24, .indexed), (120, 40, .mono)])
  func checklist(columns: Int, rows: Int, depth: ColourDepth) {
    let frame = open(.nurse, columns: columns, rows: rows, depth: depth).frame
    #expect(frame.shows("DUARTE, Inês") && frame.shows(columns < 80 ? "4A-01" : "! Penicillin"))
    #expect(frame.shows("> [ ] 1 Discharge order   doctor"))
    #expect(frame.shows("[ ] 2 Patient leaves    ward nurse, then 4A-01"))
    #expect(frame.shows("[ ] 3 Account closed    cashier, 1 item open"))
    #expect(frame.shows("WAITING ON  1") && frame.shows("  Rx 1 (6)                Quay Pharmacy · ibuprofen"))
  }

  @Test("three people stamp three steps: order, exit, close; the waiver has its reason")
  func journey() throws {
    let doctor = open(.doctor)
    doctor.screen.press(.enter, .tab, .tab)
    doctor.screen.type("Pneumonia")
    doctor.screen.press(.tab)
    doctor.screen.type("Better. Review in a week.")
    doctor.screen.press(.control("s"))
    #expect(doctor.frame.line(21) == " OK  The discharge of DUARTE, Inês is ordered, to: home.")
    #expect(
      doctor.line(of: "1 Discharge order").contains("[x] 1 Discharge order   Test doctor  2026/11/21 15:02  to: home"))
    let nurse = open(.nurse)
    nurse.screen.press("x", .control("s"))
    nurse.screen.type("4A-01")
    nurse.screen.press(.control("s"))
    #expect(nurse.frame.line(21).contains("DUARTE, Inês has left 4A-01, which goes to housekeeping."))
    let cashier = open(.cashier)
    cashier.screen.press("c")
    #expect(cashier.frame.line(21).contains("1 item still open: Rx 1 (Quay Pharmacy)"))
    cashier.screen.press(.tab, "w")
    cashier.screen.type("has tablets at home")
    cashier.screen.press(.control("s"))
    #expect(cashier.frame.shows("WAIVED  1") && cashier.frame.shows("by Test cashier 15:02: has tablets at home"))
    cashier.screen.press("c")
    cashier.screen.type("4A-01")
    cashier.screen.press(.control("s"))
    #expect(cashier.frame.line(21).contains("The account of DUARTE, Inês is closed; the stay is completed."))
    #expect(cashier.line(of: "3 Account").contains("[x] 3 Account closed    Test cashier  2026/11/21 15:02"))
  }

  @Test("u takes an order back; t takes a discharge back with a reason; a role that may not is told who can")
  func undo() throws {
    try hospital.orderDischarge(from: samples.rooms[0])
    let nurse = open(.nurse)
    nurse.screen.press("o")
    #expect(nurse.frame.line(21).contains("You may not order a discharge"))
    nurse.screen.press("x", .control("s"))
    nurse.screen.type("4a-01")
    nurse.screen.press(.control("s"))
    nurse.screen.press("t")
    nurse.screen.type("fell in the lobby")
    nurse.screen.press(.control("s"))
    #expect(nurse.frame.line(21).contains("DUARTE, Inês is in 4A-01 again."))
    #expect(nurse.line(of: "2 Patient leaves").contains("[ ]"))
  }

  @Test("a doctor withdraws an order with a reason; who may not do all three steps is told so before any form")
  func withdraw() throws {
    try hospital.orderDischarge(from: samples.rooms[0])
    let doctor = open(.doctor)
    doctor.screen.press("t")
    doctor.screen.type("fever again")
    doctor.screen.press(.control("s"))
    #expect(doctor.frame.line(21).contains("The discharge order of DUARTE, Inês is withdrawn."))
    #expect(doctor.line(of: "1 Discharge order").contains("[ ]"))
    let cashier = open(.cashier)
    cashier.screen.press("a")
    #expect(cashier.frame.line(21).contains("You may not order a discharge"))
  }

  @Test("a reason that was typed is still there when the act is refused, with why")
  func refusedReason() throws {
    let cashier = open(.cashier)
    cashier.screen.press(.tab, "w")
    cashier.screen.type("has tablets at home")
    try waive(because: "another reason")
    cashier.screen.press(.control("s"))
    #expect(cashier.frame.shows("This is not open any more") && cashier.frame.shows("has tablets at home"))
    #expect(cashier.frame.shows("Waive Rx 1?"))
    cashier.screen.press(.escape)
    #expect(!cashier.frame.shows("has tablets at home") && cashier.frame.shows("another reason"))
  }

  @Test("what is settled at another terminal, and who the patient is, stand on an open checklist by themselves")
  func news() throws {
    let nurse = open(.nurse, columns: 120, rows: 40)
    #expect(nurse.frame.shows("cashier, 1 item open") && nurse.frame.shows("! Penicillin"))
    let audited = try entries()
    try waive(because: "has tablets at home")
    let service = RegistrationService(hospital.session(.nurse))
    let known = try service.open(samples.patients[0]).details.allergies
    _ = try service.recordAllergies(
      AllergyChange(from: known, to: AllergyStatus(entry: "Latex, \(known)")), of: samples.patients[0])
    let acts = try entries() - audited
    try nurse.bring(hospital)
    #expect(nurse.frame.shows("cashier, nothing is open") && nurse.frame.shows("Latex"))
    #expect(try entries() == audited + acts, "a record that is open is not opened again")
  }

  private func entries() throws -> Int {
    try hospital.read { try $0.transaction.rows("SELECT id FROM audit_entry").count }
  }

  private func waive(because reason: String) throws {
    let service = CheckOutService(hospital.session(.headNurse))
    let admission = try #require(
      try BedService(hospital.session(.nurse)).room(samples.rooms[0]).occupancy?.admission)
    let item = try #require(try service.again(admission).openItems.first)
    _ = try service.waive(item, of: admission, because: reason)
  }

  @Test("Enter on what is open goes where it is settled")
  func jump() {
    let nurse = open(.nurse)
    nurse.screen.press(.tab, .enter)
    #expect(nurse.frame.line(1).contains("[6 Pharmacy]"))
  }
}

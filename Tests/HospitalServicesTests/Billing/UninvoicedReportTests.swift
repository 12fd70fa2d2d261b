import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import PaperKit
import Testing

/// The report of services without an invoice (B6): complete, to the cent, and empty when all is billed.
struct UninvoicedReportTests {
  let hospital: TestHospital
  private var samples: TestHospital.Samples { hospital.samples }
  private var cashier: Session { hospital.session(.cashier) }

  /// DUARTE in 4A-01 for two nights at 180.00, a consultation of 150.00 less 25.00, and 3 blood counts of 22.25.
  init() throws {
    hospital = try TestHospital(at: TestHospital.opening - .days(2))
    try hospital.setPrices()
    try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    hospital.clock.now = TestHospital.opening
  }

  private var admission: AdmissionID {
    get throws { try #require(try hospital.read { try $0.board.row(samples.rooms[0])?.occupancy?.admission }) }
  }

  private func charge(_ code: String, _ quantity: Int = 1) throws {
    let entry = ChargeEntry(code: code, quantity: quantity, servedOn: TestHospital.today)
    _ = try ChargeService(cashier).charge(entry, to: try admission)
  }

  private func list(_ role: Role = .cashier) throws -> UninvoicedReport {
    try UninvoicedService(hospital.session(role)).list()
  }

  private func sums() throws -> UninvoicedSums { try UninvoicedSums(list().items) }

  @Test("H2: those who see invoices see what is on none", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    #expect((try refusal { try list(role) } == nil) == Permission.seeInvoices.allows(role))
  }

  @Test("a service goes from not charged to not billed to a draft, and is gone once its invoice is issued")
  func states() throws {
    try charge("CON")
    try charge("LAB-CBC", 3)
    let charge = try #require(try ChargeService(cashier).again(try admission).charges.first { $0.code == "CON" })
    _ = try ChargeService(cashier).discount(charge.id, by: Money(cents: 25_00), because: "staff")
    #expect(
      try list().items.map { "\($0.servedOn) \($0.quantity) \($0.code) \($0.amount) \($0.reason.title)" } == [
        "2026/11/19 2 BED-PRIVATE 360.00 not charged", "2026/11/21 1 CON 125.00 not billed",
        "2026/11/21 3 LAB-CBC 66.75 not billed",
      ])
    #expect(try sums().total == Money(cents: 551_75))
    _ = try InvoiceService(cashier).draft(for: try admission)
    #expect(try sums().parts == [.drafted: Money(cents: 551_75)])
    #expect(try list().items.allSatisfy { $0.standing == .inProgress && $0.patient.name.listed == "DUARTE, Inês" })
    let draft = try #require(try InvoiceService(cashier).list().invoices.first)
    _ = try InvoiceService(cashier).issue(draft.id)
    #expect(try list().items.isEmpty)
    hospital.clock.advance(by: .days(1))
    #expect(try list().items.map(\.reason) == [.night])
  }

  @Test("what is waived says by whom and why; what a credit note takes back of a closed account is back")
  func waivedAndTakenBack() throws {
    try charge("CON")
    _ = try CheckOutService(hospital.session(.headDoctor)).checkOutAtOnce(.sample, of: try admission)
    #expect(try list().items.isEmpty)
    let issued = try #require(try InvoiceService(cashier).list().invoices.first)
    _ = try InvoiceService(cashier).credit(issued.id, nil, because: "wrong insurer")
    #expect(try sums().parts == [.takenBack: Money(cents: 510_00)])
    _ = try hospital.admit(samples.patients[1], to: samples.rooms[1])
    let other = try #require(try hospital.read { try $0.board.row(samples.rooms[1])?.occupancy?.admission })
    _ = try ChargeService(cashier).charge(ChargeEntry(code: "LAB-CBC", servedOn: TestHospital.today), to: other)
    let item = try #require(try CheckOutService(cashier).again(other).openItems.first)
    _ = try CheckOutService(cashier).waive(item, of: other, because: "repeated by our mistake")
    let waived = try #require(try list().items.first { $0.reason == .waived })
    #expect(waived.amount == Money(cents: 22_25) && waived.about == "waived by Test cashier: repeated by our mistake")
    #expect(try sums().inWords == ["taken back 510.00", "waived 22.25"])
  }

  @Test("P2: a merged record's services stand under the one that survives")
  func merged() throws {
    try charge("CON")
    _ = try RegistrationService(hospital.session(.reception))
      .merge(samples.patients[0], into: samples.patients[3], because: "same")
    #expect(try list().items.allSatisfy { $0.patient.id == samples.patients[3] })
  }

  @Test("a report says when it is cut, and within which days")
  func cut() throws {
    for _ in 0..<4 { try charge("CON") }
    let cut = try hospital.read { try $0.uninvoiced.charges(limit: 3) }
    #expect(cut.count == 3)
    let report = try UninvoicedService(cashier).report(because: "test")
    #expect(report.items.count == 5 && !report.isCut)
    #expect(report.within(TestHospital.today, nil).items.count == 4)
    #expect(report.within(nil, TestHospital.today.adding(days: -1)).items.map(\.reason) == [.night])
  }

  @Test("the paper's sums are those of its lines, and the trail knows who took it away")
  func paper() throws {
    try charge("CON")
    let service = UninvoicedService(hospital.session(.auditor))
    let order = PaperOrder(.text, to: .standardOutput)
    let document = try service.document(from: nil, to: nil, for: order)
    guard case .sums(let sums) = document.blocks.last else { return #expect(Bool(false), "no sums") }
    #expect(sums.map(\.amount) == ["360.00", "150.00", "510.00"])
    let entry = try hospital.read { try $0.transaction.row("SELECT * FROM audit_entry ORDER BY id DESC LIMIT 1") }
    #expect(try entry?.text("subject_id") == "uninvoiced" && entry?.text("reason") == "text to standard output")
    #expect(try refusal { try UninvoicedService(hospital.session(.nurse)).report(because: "") } != nil)
  }

  @Test("However much was charged, the report is read by its indexes")
  func plans() throws {
    try charge("CON")
    let plans = try hospital.plans { records in
      _ = try records.uninvoiced.charges(limit: 10)
      _ = try records.uninvoiced.drafted(limit: 10)
      _ = try records.uninvoiced.nights()
    }
    #expect(plans.count { !$0.statement.contains("FROM restriction") } == 5)
    for plan in plans { #expect(plan.scans.isEmpty, "\(plan)") }
    let kinds = try #require(plans.first { $0.statement.contains("room_version") })
    let seeks = kinds.steps.filter { $0.contains("room_version_by_kind (room_id=? AND kind") }
    #expect(seeks.count == 2, "what a room was is found without its other versions: \(kinds)")
  }
}

import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// A charge that was waived stands on no invoice (B6), unless the waiver is taken back.
struct WaivedChargeTests {
  let hospital: TestHospital
  let admission: AdmissionID
  private let waiver: DoneAct
  private var cashier: Session { hospital.session(.cashier) }

  /// DUARTE in 4A-01 with a blood count of 22.25 that was waived.
  init() throws {
    let hospital = try TestHospital(at: TestHospital.opening)
    try hospital.setPrices()
    let admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    let entry = ChargeEntry(code: "LAB-CBC", servedOn: TestHospital.today)
    let cashier = hospital.session(.cashier)
    _ = try ChargeService(cashier).charge(entry, to: admission)
    let item = try #require(try CheckOutService(cashier).again(admission).openItems.first)
    waiver = try CheckOutService(cashier).waive(item, of: admission, because: "repeated by our mistake")
    (self.hospital, self.admission) = (hospital, admission)
  }

  private func account() throws -> StayAccount { try ChargeService(cashier).again(admission) }

  @Test("a draft leaves out what was waived, and there is nothing to bill where all of it was")
  func draft() throws {
    #expect(try account().unbilled == .zero && account().charges.map(\.isWaived) == [true])
    #expect(try refusal { try InvoiceService(cashier).draft(for: admission) }?.code == "invoice.nothing")
    _ = try ChargeService(cashier).charge(ChargeEntry(code: "CON", servedOn: TestHospital.today), to: admission)
    #expect(try account().unbilled == Money(cents: 150_00))
    _ = try InvoiceService(cashier).draft(for: admission)
    #expect(try account().drafted == Money(cents: 150_00))
  }

  @Test("a waiver that is taken back lets it be billed again")
  func takenBack() throws {
    _ = try waiver.undo?(cashier)
    _ = try InvoiceService(cashier).draft(for: admission)
    #expect(try account().drafted == Money(cents: 22_25))
  }

  @Test("A4: the final invoice of a check-out at once leaves it out")
  func atOnce() throws {
    _ = try CheckOutService(hospital.session(.headDoctor)).checkOutAtOnce(.sample, of: admission)
    let lines = try account().invoices.flatMap { try InvoiceService(cashier).detail(of: $0.id).lines }
    #expect(lines.map(\.code) == ["BED-PRIVATE"])
  }

  @Test("no connection puts a waived charge on an invoice")
  func guarded() throws {
    let id = try #require(try account().charges.first?.id)
    try hospital.execute(
      """
      INSERT INTO invoice (id, hospital_id, patient_id, admission_id, status, version, recorded_at, recorded_by, change_reason)
      VALUES ('i', \(hospital.hospital.id), \(hospital.samples.patients[0]), \(admission), 'draft', 1, 0,
        \(hospital.account(.cashier)), '')
      """)
    let line: SQLStatement = """
      INSERT INTO invoice_line (id, invoice_id, position, served_on, code, item, quantity, unit_cents, discount_cents, charge_id)
      VALUES ('l', 'i', 1, '2026/11/21', 'LAB-CBC', 'Full blood count', 1, 2225, 0, \(id))
      """
    #expect(try hospital.refusal(of: line)?.message == "a waived charge is not billed: take the waiver back first")
    _ = try waiver.undo?(cashier)
    #expect(try hospital.refusal(of: line) == nil)
  }
}

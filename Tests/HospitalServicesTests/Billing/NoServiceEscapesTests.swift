import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// B6: no act that has a price passes without an invoice, a cancellation, a credit note or a waiver that answers for it;
/// by the words of a rule, and from any connection by the database.
struct NoServiceEscapesTests {
  let hospital: TestHospital
  private var samples: TestHospital.Samples { hospital.samples }

  init() throws {
    hospital = try TestHospital(at: TestHospital.opening - .days(2))
    try hospital.setPrices()
  }

  private func charge(_ admission: AdmissionID) throws {
    let entry = ChargeEntry(code: "CON", servedOn: hospital.workplace.today)
    _ = try ChargeService(hospital.session(.cashier)).charge(entry, to: admission)
  }

  @Test("an admission on which something was charged is not undone")
  func undoneAdmission() throws {
    let done = try BedService(hospital.session(.headNurse)).admit(
      AdmissionOrder(
        patient: samples.patients[0], room: samples.rooms[0], doctor: samples.doctors[0], staff: samples.staff[0],
        admissionClass: .inpatient, type: .routine, complaint: "chest pain", expectedDischarge: nil))
    let admission = try #require(
      try hospital.read { try $0.admissions.open(of: samples.patients[0])?.id })
    try charge(admission)
    let undo = try #require(done.undo)
    let refused = try refusal { try undo(hospital.session(.headNurse)) }
    #expect(refused?.code == "undo.recorded")
    #expect(refused?.sentence.contains("a charge by Test cashier") == true)
    for (status, sentence) in [
      ("cancelled", "an admission with entries is discharged, not cancelled"),
      (
        "entered-in-error",
        "a stay to which something is charged is billed, or the charge cancelled, before it is struck out"
      ),
    ] {
      #expect(
        try hospital.refusal(
          of: "UPDATE admission SET status = \(status), version = version + 1 WHERE id = \(admission)")?.message
          == sentence)
    }
  }

  @Test("an account is not closed over a night that nobody charged")
  func unchargedNight() throws {
    let admission = try hospital.admit(samples.patients[0], to: samples.rooms[0])
    hospital.clock.now = TestHospital.opening
    try hospital.discharge(from: samples.rooms[0])
    let refused = try refusal { try CheckOutService(hospital.session(.cashier)).close(admission) }
    #expect(refused?.code == "uninvoiced.nights")
    #expect(
      refused?.sentence
        == "2 nights of DUARTE, Inês are not charged yet; b on the account draws up an invoice of them.")
    let stamp: SQLStatement = """
      INSERT INTO check_out_stamp (id, admission_id, step, stamped_at, stamped_by)
      VALUES ('c', \(admission), 'close', \(hospital.clock.now), \(hospital.account(.cashier)))
      """
    #expect(
      try hospital.refusal(of: stamp)?.message == "an account is closed when the nights of the stay are charged")
    _ = try InvoiceService(hospital.session(.cashier)).draft(for: admission)
    #expect(
      try refusal { try CheckOutService(hospital.session(.cashier)).close(admission) }?.code == "discharge.openItems")
  }

  @Test("what a credit note takes back of a closed account can be billed again; nothing else of it")
  func creditedAfterClose() throws {
    let admission = try hospital.admit(samples.patients[0], to: samples.rooms[0])
    try charge(admission)
    hospital.clock.now = TestHospital.opening
    _ = try CheckOutService(hospital.session(.headDoctor)).checkOutAtOnce(.sample, of: admission)
    let invoices = InvoiceService(hospital.session(.cashier))
    let issued = try #require(try invoices.list().invoices.first)
    #expect(try refusal { try invoices.draft(for: admission) }?.code == "invoice.nothing")
    _ = try invoices.credit(issued.id, nil, because: "insurer pays after all")
    #expect(try broken() == [], "the credit note answers for them")
    _ = try invoices.draft(for: admission)
    let draft = try #require(try invoices.list().invoices.first { $0.invoice.status == "draft" })
    #expect(draft.invoice.total == issued.invoice.total)
    #expect(try refusal { try charge(admission) }?.code == "charge.closed")
  }

  private func broken() throws -> [String] {
    try hospital.read { records in
      try RuleCheck.all.flatMap { rule in try rule.broken(in: records).map { "\(rule.rule): \($0)" } }
    }
  }
}

import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// The list of invoices: who may see it, its order, its sums, and what it costs (I1, I2).
struct InvoiceListTests {
  let hospital: TestHospital
  private var patients: [PatientID] { hospital.samples.patients }

  init() throws {
    hospital = try TestHospital()
  }

  private func service(_ role: Role = .cashier) -> InvoiceService { InvoiceService(hospital.session(role)) }

  private func everyState() throws {
    try hospital.invoice(patients[0], cents: 100_00, dueIn: 14)
    try hospital.invoice(patients[1], cents: 250_50, dueIn: -3)
    try hospital.invoice(patients[1], cents: 80_00, dueIn: 7, paid: 30_00)
    try hospital.invoice(patients[2], cents: 60_00, dueIn: 7, paid: 60_00, then: "balanced")
    try hospital.invoice(patients[2], cents: 11_11, dueIn: 7, then: "cancelled")
    try hospital.invoice(patients[3], cents: 45_00, dueIn: nil)
  }

  @Test("H2: those who deal with money see the invoices and no others", arguments: Role.allCases)
  func permission(_ role: Role) throws {
    let id = try hospital.invoice(patients[0], cents: 100, dueIn: 14)
    let allowed: Set<Role> = [.cashier, .administrator, .headNurse, .headDoctor, .auditor]
    #expect(Permission.seeInvoices.roles == allowed)
    #expect((try refusal { try service(role).list() } == nil) == allowed.contains(role))
    #expect((try refusal { try service(role).detail(of: id) } == nil) == allowed.contains(role))
  }

  @Test("I2: what is due first comes first, then drafts, then what is closed")
  func order() throws {
    try everyState()
    let list = try service().list()
    let states = list.invoices.map { $0.invoice.state(on: TestHospital.today).title }
    #expect(states == ["overdue 3 d", "part paid", "issued", "draft", "cancelled", "paid"])
    #expect(list.invoices.first?.invoice.number == "INV-2026-0002" && !list.isCut)
    #expect(list.invoices.first?.patient.name.listed == "OYELARAN, Tunde")
  }

  @Test("I1: the sums of the list are those of the database")
  func sums() throws {
    try everyState()
    let sums = try InvoiceSums(service().list().invoices.map(\.invoice))
    let row = try hospital.read { records in
      try records.transaction.row(
        """
        SELECT
          (SELECT SUM(quantity * unit_cents - discount_cents) FROM invoice_line JOIN invoice ON invoice.id = invoice_id
           WHERE status NOT IN ('cancelled', 'entered-in-error')) AS total,
          (SELECT SUM(amount_cents) FROM payment) AS paid,
          (SELECT SUM(quantity * unit_cents - discount_cents) FROM invoice_line JOIN invoice ON invoice.id = invoice_id
           WHERE status IN ('issued', 'balanced')) AS issued
        """)
    }
    let stored = try #require(row)
    let (total, paid) = (try stored.integer("total"), try stored.integer("paid"))
    #expect(sums.total.cents == total && sums.paid.cents == paid)
    #expect(sums.due.cents == (try stored.integer("issued")) - paid)
    #expect(sums.due == Money(cents: 400_50))
  }

  @Test("The lines and payments of an invoice are read when they are wanted")
  func detail() throws {
    let id = try hospital.invoice(patients[1], cents: 80_00, dueIn: 7, paid: 30_00)
    let detail = try service().detail(of: id)
    #expect(detail.lines.map(\.code) == ["BED"] && detail.lines.first?.amount == Money(cents: 80_00))
    #expect(detail.payments.map(\.amount) == [Money(cents: 30_00)])
    #expect(detail.payments.first?.method == "card" && detail.payments.first?.reference == "88213")
    #expect(try service().detail(of: "nothing").lines.isEmpty)
  }

  @Test("Closed invoices are cut to the newest; open ones that are cut are said to be")
  func cut() throws {
    try everyState()
    for _ in 0..<5 {
      hospital.clock.advance(by: .minutes(1))
      try hospital.invoice(patients[0], cents: 100, dueIn: 1, paid: 100, then: "balanced")
    }
    let list = try hospital.read { try $0.invoices.list(mostOpen: 2, mostClosed: 3) }
    #expect(list.isClosedCut)
    #expect(try !service().list().isClosedCut)
    #expect(list.isCut && list.invoices.count == 2 + 1 + 3)
    #expect(list.invoices.suffix(3).map(\.invoice.number) == ["INV-2026-0010", "INV-2026-0009", "INV-2026-0008"])
  }

  @Test("However many invoices are on file, the list is read by an index")
  func plan() throws {
    let id = try hospital.invoice(patients[0], cents: 100, dueIn: 14)
    let plans = try hospital.plans { records in
      _ = try records.invoices.list(mostOpen: 10, mostClosed: 10)
      _ = try records.invoices.detail(of: id)
    }
    #expect(!plans.isEmpty)
    for plan in plans { #expect(plan.scans.isEmpty, "\(plan)") }
  }

  @Test("P2: an invoice of a record that was merged names the one that survives")
  func merged() throws {
    try hospital.invoice(patients[3], cents: 100, dueIn: 14)
    _ = try RegistrationService(hospital.session(.reception)).merge(patients[3], into: patients[0], because: "same")
    #expect(try service().list().invoices.first?.patient.id == patients[0])
  }
}

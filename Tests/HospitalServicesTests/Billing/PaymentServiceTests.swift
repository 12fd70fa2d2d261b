import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// Payments, deposits, refunds and the till (I3).
struct PaymentServiceTests {
  let hospital: TestHospital
  let invoice: ListedInvoice.ID
  private var patient: PatientID { hospital.samples.patients[0] }

  /// An invoice of 100.00 for DUARTE.
  init() throws {
    hospital = try TestHospital()
    invoice = try hospital.invoice(hospital.samples.patients[0], cents: 100_00, dueIn: 14)
  }

  private func service(_ role: Role = .cashier) -> PaymentService { PaymentService(hospital.session(role)) }
  private func till(_ role: Role = .cashier) -> TillService { TillService(hospital.session(role)) }
  private func now() throws -> PatientInvoice {
    try InvoiceService(hospital.session(.cashier)).invoice(invoice).invoice
  }
  private func card(_ cents: Int64, keepsRest: Bool = false) -> PaymentEntry {
    PaymentEntry(.card, Money(cents: cents), reference: "88213", keepsRest: keepsRest)
  }

  @Test("part payments leave the rest due; the last one makes it paid; nothing is paid twice")
  func parts() throws {
    #expect(
      try service().pay(invoice, card(30_00)).sentence == "USD 30.00 by card terminal on INV-2026-0001; 70.00 is left")
    #expect(try now().state(on: TestHospital.today) == .partPaid)
    #expect(try service().pay(invoice, card(70_00)).sentence.hasSuffix("it is paid"))
    #expect(try now().status == "balanced" && now().balance == .zero)
    #expect(try refusal { try service().pay(invoice, card(70_00)) }?.code == "payment.nothingDue")
    #expect(try now().paid == Money(cents: 100_00))
  }

  @Test("more than due is refused, or kept as credit where that is said, and used on another invoice")
  func credit() throws {
    #expect(throws: InvalidEntry.self) { try service().pay(invoice, card(150_00)) }
    #expect(try now().paid == .zero)
    _ = try service().pay(invoice, card(150_00, keepsRest: true))
    #expect(try service().kept(for: patient) == Money(cents: 50_00))
    let other = try hospital.invoice(patient, cents: 80_00, dueIn: 14)
    _ = try service().pay(other, PaymentEntry(.credit, Money(cents: 50_00)))
    #expect(try service().kept(for: patient) == .zero)
    #expect(try InvoiceService(hospital.session(.cashier)).invoice(other).invoice.balance == Money(cents: 30_00))
  }

  @Test("cash needs an open shift, gives change, and the shift is closed with a count")
  func shift() throws {
    let cash = PaymentEntry(.cash, Money(cents: 100_00), tendered: Money(cents: 120_00))
    #expect(try refusal { try service().pay(invoice, cash) }?.code == "shift.none")
    _ = try till().open(float: Money(cents: 200_00))
    #expect(try refusal { try till().open(float: .zero) }?.code == "shift.open")
    #expect(try service().pay(invoice, cash).sentence.hasSuffix("change 20.00"))
    _ = try service().deposit(for: patient, PaymentEntry(.cash, Money(cents: 40_00)))
    #expect(try till().shift()?.expected == Money(cents: 340_00))
    #expect(try refusal { try till().close(counted: Money(cents: 339_00), explanation: "") }?.field == "explanation")
    _ = try till().close(counted: Money(cents: 339_00), explanation: "a dollar too much change")
    #expect(try till().shift() == nil)
    #expect(try hospital.refusal(of: "UPDATE cash_shift SET counted_cents = 34000")?.kind != nil)
    #expect(try hospital.refusal(of: "DELETE FROM cash_shift")?.kind == .trigger)
  }

  @Test("a refund is asked for by one, approved by another, and paid once")
  func refund() throws {
    _ = try service().deposit(for: patient, card(60_00))
    #expect(try refusal { try request(60_01) }?.field == "amount")
    #expect(try refusal { try request(0) }?.field == "amount")
    _ = try request(60_00)
    #expect(try service().kept(for: patient) == .zero, "what is promised is not promised twice")
    #expect(try refusal { try request(1) } != nil)
    let refund = try #require(try till().refunds().first)
    #expect(try refusal { try till().decide(refund, approved: true, because: "") }?.code == "refund.own")
    #expect(try refusal { try till().payOut(refund, reference: "x") }?.code == "refund.state")
    _ = try till(.administrator).decide(refund, approved: true, because: "")
    _ = try till().payOut(refund, reference: "T 99")
    #expect(try refusal { try till().payOut(refund, reference: "T 99") }?.code == "refund.state")
    #expect(try till().refunds().isEmpty)
    #expect(
      try hospital.refusal(
        of: """
          INSERT INTO refund (id, hospital_id, patient_id, amount_cents, method, reason, requested_at, requested_by)
          VALUES ('r', \(hospital.hospital.id), \(patient), 1, 'cash', 'x', 0, \(hospital.account(.cashier)))
          """)?.message == "no more is given back than is kept for the patient")
  }

  private func request(_ cents: Int64) throws -> DoneAct {
    try till().requestRefund(Money(cents: cents), by: .transfer, for: patient, because: "moved away")
  }

  @Test("a refund that is declined stays with the patient")
  func declined() throws {
    _ = try service().deposit(for: patient, card(60_00))
    _ = try request(60_00)
    let refund = try #require(try till().refunds().first)
    _ = try till(.administrator).decide(refund, approved: false, because: "another invoice is coming")
    #expect(try service().kept(for: patient) == Money(cents: 60_00))
  }

  @Test("P2: what is kept under a record that was merged away is the patient's still, and comes apart with the records")
  func merged() throws {
    let other = hospital.samples.patients[3]
    _ = try service().deposit(for: other, card(60_00))
    _ = try service().deposit(for: patient, card(20_00))
    let merge = try RegistrationService(hospital.session(.reception)).merge(other, into: patient, because: "same")
    #expect(try service().kept(for: patient) == Money(cents: 80_00))
    _ = try service().pay(invoice, PaymentEntry(.credit, Money(cents: 70_00)))
    #expect(try service().kept(for: patient) == Money(cents: 10_00) && now().balance == Money(cents: 30_00))
    let movements = try hospital.read { try $0.cash.movements(of: patient) }
    #expect(movements.filter { $0.kind == .deposit }.map(\.amount.cents).sorted() == [20_00, 60_00])
    #expect(movements.filter { $0.kind == .use }.reduce(0) { $0 + $1.amount.cents } == -70_00)
    #expect(movements.filter { $0.kind == .use }.allSatisfy { $0.invoice == "INV-2026-0001" })
    _ = try merge.undo?(hospital.session(.reception))
    #expect(try service().kept(for: patient).cents + service().kept(for: other).cents == 10_00)
  }

  @Test(
    "P2: what an invoice sets free is kept under the record that it was issued to, and comes apart with the records")
  func freedOfMerged() throws {
    let other = hospital.samples.patients[3]
    let theirs = try hospital.invoice(other, cents: 80_00, dueIn: 14)
    let merge = try RegistrationService(hospital.session(.reception)).merge(other, into: patient, because: "same")
    _ = try service().pay(theirs, card(90_00, keepsRest: true))
    _ = try InvoiceService(hospital.session(.cashier)).credit(theirs, Money(cents: 30_00), because: "too much")
    #expect(try service().kept(for: patient) == Money(cents: 40_00))
    _ = try merge.undo?(hospital.session(.reception))
    #expect(try service().kept(for: patient) == .zero && service().kept(for: other) == Money(cents: 40_00))
  }

  @Test(
    "domain.md 13: a refund is paid with a reference that is safe to keep, never a card number",
    arguments: [
      "4111 1111 1111 1111", "0412 4111 1111 1111 1111", "4111/1111/1111/1111", "4111.1111.1111.1111", " ",
      "T \u{1B}[2J", String(repeating: "9", count: 61),
    ])
  func refundReference(_ reference: String) throws {
    _ = try service().deposit(for: patient, card(60_00))
    _ = try request(60_00)
    let refund = try #require(try till().refunds().first)
    if reference.contains("4111") || reference.contains("\u{1B}") {
      #expect(throws: (any Error).self) {
        try till(.administrator).decide(refund, approved: true, because: reference)
      }
    }
    _ = try till(.administrator).decide(refund, approved: true, because: "")
    #expect(throws: (any Error).self) { try till().payOut(refund, reference: reference) }
    #expect(try till().refunds().first?.state == .approved)
    _ = try till().payOut(refund, reference: " T 99 ")
    let kept = try hospital.read { try $0.transaction.row("SELECT reference FROM refund")?.text("reference") }
    let audited = try hospital.read {
      try $0.transaction.row("SELECT reason FROM audit_entry ORDER BY id DESC LIMIT 1")?.text("reason")
    }
    #expect(kept == "T 99" && audited == "T 99")
  }

  @Test("a credit note on a paid invoice frees what was paid for the patient")
  func creditNote() throws {
    _ = try service().pay(invoice, card(100_00))
    _ = try InvoiceService(hospital.session(.cashier)).credit(invoice, Money(cents: 40_00), because: "too much")
    #expect(try service().kept(for: patient) == Money(cents: 40_00))
    #expect(try now().paid == Money(cents: 60_00) && now().balance == .zero && now().status == "balanced")
    _ = try InvoiceService(hospital.session(.cashier)).credit(invoice, nil, because: "all of it")
    #expect(try service().kept(for: patient) == Money(cents: 100_00))
    #expect(try now().status == "cancelled" && now().paid == .zero)
  }

  @Test("domain.md 11: money is never changed or removed, and never beyond what is due, from any connection")
  func guards() throws {
    _ = try service().pay(invoice, card(30_00))
    _ = try service().deposit(for: patient, card(5_00))
    for statement: SQLStatement in [
      "UPDATE payment SET amount_cents = 1", "DELETE FROM payment", "UPDATE patient_credit SET amount_cents = 9",
      "DELETE FROM patient_credit",
      "INSERT INTO payment (id, invoice_id, method, amount_cents, received_at, received_by, reference) SELECT 'x', invoice_id, 'card', 7001, 0, received_by, '' FROM payment",
      "INSERT INTO credit_use (id, patient_id, invoice_id, amount_cents, used_at, used_by) SELECT 'x', \(patient), invoice_id, 501, 0, received_by FROM payment",
    ] {
      #expect(try hospital.refusal(of: statement)?.kind == .trigger, "\(statement.sql)")
    }
  }

  @Test("H2: who takes money, who approves refunds", arguments: Role.allCases)
  func permissions(_ role: Role) throws {
    func may(_ act: () throws -> some Any) throws -> Bool { try refusal { try act() }?.permittedRoles == nil }
    #expect(try may { try service(role).pay(invoice, card(1_00)) } == (role == .cashier))
    #expect(try may { try service(role).deposit(for: patient, card(1_00)) } == (role == .cashier))
    #expect(try may { try till(role).open(float: .zero) } == (role == .cashier))
    _ = try service().deposit(for: patient, card(60_00))
    _ = try request(60_00)
    let refund = try #require(try till().refunds().first)
    #expect(
      try may { try till(role).decide(refund, approved: true, because: "") }
        == [.cashier, .administrator].contains(role))
  }
}

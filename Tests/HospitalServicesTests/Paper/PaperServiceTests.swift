import DatabaseKit
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import PaperKit
import Testing

/// I5: what is printed, by whom, and what the audit trail says of it.
struct PaperServiceTests {
  private let tray = PaperTray()
  private let hospital: TestHospital
  private let invoice: ListedInvoice.ID
  private var patient: PatientID { hospital.samples.patients[0] }
  private let order = PaperOrder(.pdf, to: .printer("ward4"))

  /// An invoice of 100.00 for DUARTE.
  init() throws {
    hospital = try TestHospital(press: tray.press)
    invoice = try hospital.invoice(hospital.samples.patients[0], cents: 100_00, dueIn: 14)
  }

  private func service(_ role: Role = .cashier) -> PaperService { PaperService(hospital.session(role)) }
  private func pay(_ cents: Int64, _ entry: (inout PaymentEntry) -> Void = { _ in }) throws {
    var payment = PaymentEntry(.card, Money(cents: cents), reference: "88213")
    entry(&payment)
    _ = try PaymentService(hospital.session(.cashier)).pay(invoice, payment)
  }
  private func entries() throws -> [AuditEntry] {
    try hospital.read { try $0.audit.newest(20) }.filter { $0.permission.hasPrefix("paper.") }
  }

  @Test("H2: those print who may; a refusal is in the trail and nothing leaves", arguments: Role.allCases)
  func roles(role: Role) throws {
    if Permission.printAccount.allows(role) {
      #expect(try service(role).send(.invoice(invoice), order) == "Invoice INV-2026-0001 went to printer ward4")
      #expect(tray.documents.map(\.number) == ["INV-2026-0001"])
    } else {
      #expect(try refusal { try service(role).send(.invoice(invoice), order) }?.permittedRoles != nil)
      #expect(tray.documents.isEmpty)
    }
    #expect(Permission.printDischarge.allows(role) == Role.clinical.contains(role))
  }

  @Test("H5: each printing has an entry that says what, of whom and where to")
  func audit() throws {
    _ = try service().send(.invoice(invoice), order)
    _ = try service().send(.invoice(invoice), PaperOrder(.text, to: .paperFile("a")))
    let entries = try entries()
    #expect(Set(entries.map(\.reason)) == ["PDF to the printer ward4", "text to the file a.txt"])
    #expect(entries.allSatisfy { $0.subject.id == invoice && $0.subject.patient == patient && $0.actor == "cashier" })
  }

  @Test("a receipt tells the payment, the change and what is kept; its number keeps to its place")
  func receipts() throws {
    _ = try TillService(hospital.session(.cashier)).open(float: .zero)
    try pay(30_00)
    hospital.clock.now = hospital.clock.now + .minutes(1)
    try pay(90_00) {
      $0.method = .cash
      $0.tendered = Money(cents: 100_00)
      $0.keepsRest = true
    }
    let choices = try service().choices(of: invoice)
    #expect(choices.map(\.number) == ["INV-2026-0001", "INV-2026-0001-receipt-1", "INV-2026-0001-receipt-2"])
    _ = try service().send(choices[1].subject, order)
    _ = try service().send(choices[2].subject, order)
    #expect(tray.documents.map(\.number) == ["INV-2026-0001/1", "INV-2026-0001/2"])
    #expect(tray.documents[0].fact("Reference") == "88213")
    #expect(
      tray.documents[1].sums.map { "\($0.caption) \($0.amount)" } == [
        "Paid on INV-2026-0001 70.00", "Kept as the patient's credit 20.00", "Received USD 90.00",
        "Handed over 100.00", "Change 10.00",
      ])
    #expect(try service().find(.receipt(year: 2026, number: 1, place: 2), typed: "").subject == choices[2].subject)
    #expect(try service().latestReceipts().map(\.subject) == [choices[2].subject, choices[1].subject])
  }

  @Test("a deposit has a receipt too")
  func deposit() throws {
    _ = try PaymentService(hospital.session(.cashier)).deposit(
      for: patient, PaymentEntry(.transfer, Money(cents: 60_00), reference: "T 5"))
    let choice = try #require(try service().latestReceipts().first)
    _ = try service().send(choice.subject, order)
    let document = try #require(tray.documents.first)
    #expect(document.number.hasSuffix("/D1") && document.fact("Patient") == "DUARTE, Inês")
    #expect(document.sums.map(\.amount) == ["60.00", "60.00"])
    let number = try PaperNumber(entry: document.number)
    try pay(30_00)
    // Claims of last year are imported: their identifiers are newer, what was taken is older.
    let then = hospital.clock.now
    hospital.clock.now = then - .days(300)
    for _ in 0..<60 {
      try hospital.invoice(hospital.samples.patients[1], cents: 1_00, dueIn: 14, paid: 1_00, then: "balanced")
    }
    hospital.clock.now = then
    let latest = try service().latestReceipts()
    #expect(latest.prefix(2).contains { $0.subject == choice.subject })
    #expect(latest.prefix(2).contains { $0.number == "INV-2026-0001-receipt-1" }, "\(latest.prefix(2))")
    #expect(try service().find(number, typed: document.number).subject == choice.subject)
    guard case .deposit(let patient, 1) = number else { return #expect(Bool(false), "\(document.number)") }
    #expect(try refusal { try service().find(.deposit(patient, place: 2), typed: "x") }?.code == "paper.unknown")
  }

  @Test("a credit note tells line by line what it takes back; the invoice tells the note")
  func creditNote() throws {
    _ = try InvoiceService(hospital.session(.cashier)).credit(invoice, Money(cents: 40_00), because: "charged twice")
    let choice = try service().find(.creditNote(year: 2026, number: 1), typed: "CN-2026-0001")
    _ = try service().send(choice.subject, order)
    _ = try service().send(.invoice(invoice), order)
    #expect(tray.documents[0].rows == [["1", "2026/11/21", "BED", "Bed, per night", "100.00", "40.00"]])
    #expect(
      tray.documents[0].fact("Corrects") == "INV-2026-0001" && tray.documents[0].fact("Reason") == "charged twice")
    #expect(tray.documents[1].sums.map(\.amount) == ["100.00", "-40.00", "60.00"])
  }

  @Test("A4: the discharge summary is printed once a discharge is ordered, with the allergies")
  func discharge() throws {
    let admission = try hospital.admit(patient, to: hospital.samples.rooms[0])
    let subject = PaperSubject.dischargeSummary(admission)
    #expect(try refusal { try service(.doctor).send(subject, order) }?.code == "paper.noSummary")
    _ = try CheckOutService(hospital.session(.doctor)).order(
      DischargeEntry(diagnosis: "Pneumonia", summary: "Better.\nCome back in a week."), for: admission)
    _ = try service(.doctor).send(subject, order)
    let document = try #require(tray.documents.first)
    #expect(document.blocks.first == .notice(text: "The patient has not left yet."))
    #expect(document.blocks.contains(.paragraph(text: "Better.\nCome back in a week.")))
    #expect(document.fact("Allergies") != nil && document.fact("Patient") == "DUARTE, Inês")
    #expect(try refusal { try service(.cashier).send(subject, order) }?.permittedRoles != nil)
    let number = try #require(try hospital.read { try $0.patients.row(patient) }?.number)
    #expect(try service(.nurse).find(.patient(number), typed: "").subject == subject)
  }

  @Test("what is not there is said so")
  func unknown() throws {
    #expect(try refusal { try service().send(.invoice("x"), order) }?.code == "invoice.unknown")
    for number in [
      PaperNumber.invoice(year: 2026, number: 9), .creditNote(year: 2026, number: 1),
      .receipt(year: 2026, number: 1, place: 1),
    ] {
      #expect(try refusal { try service().find(number, typed: "N-9") } == .noSuchPaper("N-9"))
    }
    #expect(tray.documents.isEmpty)
  }
}

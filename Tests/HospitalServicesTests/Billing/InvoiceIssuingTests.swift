import DatabaseKit
import Dispatch
import HospitalDomain
import HospitalRecords
import HospitalServices
import HospitalTestSupport
import Testing

/// From charges to issued invoices and credit notes (I2).
struct InvoiceIssuingTests {
  let hospital: TestHospital
  let admission: AdmissionID
  private var room: RoomID { hospital.samples.rooms[0] }

  /// DUARTE in 4A-01 at 180.00 a night for two nights, with a consultation of 150.00.
  init() throws {
    hospital = try TestHospital(at: TestHospital.opening - .days(2))
    try hospital.setPrices()
    admission = try hospital.admit(hospital.samples.patients[0], to: hospital.samples.rooms[0])
    hospital.clock.now = TestHospital.opening
    _ = try ChargeService(hospital.session(.nurse)).charge(
      ChargeEntry(code: "CON", servedOn: TestHospital.today), to: admission)
  }

  private func service(_ role: Role = .cashier) -> InvoiceService { InvoiceService(hospital.session(role)) }
  private func account() throws -> StayAccount { try ChargeService(hospital.session(.cashier)).again(admission) }
  private func draft() throws -> ListedInvoice.ID {
    _ = try service().draft(for: admission)
    return try #require(try account().invoices.last?.id)
  }
  private func leave() throws {
    try hospital.orderDischarge(from: room)
    _ = try BedService(hospital.session(.nurse)).recordExit(from: hospital.bedside(room))
  }

  @Test("an interim invoice has the nights until now, the final one the rest; nothing stands on two")
  func interim() throws {
    let first = try draft()
    let issued = try service().issue(first)
    #expect(issued.sentence == "INV-2026-0001 is issued to DUARTE, Inês: USD 510.00, due 2026/12/05")
    #expect(try refusal { try service().draft(for: admission) }?.code == "invoice.nothing")
    hospital.clock.advance(by: .days(3))
    try leave()
    let last = try draft()
    #expect(try service().invoice(last).invoice.total == Money(cents: 540_00))
    #expect(try account().unbilled == .zero && account().estimate == .zero)
    #expect(try refusal { try service().draft(for: admission) }?.code == "invoice.nothing")
  }

  @Test("issuing twice issues once, and an empty draft is not issued")
  func twice() throws {
    let id = try draft()
    _ = try service().issue(id)
    let again = try refusal { try service().issue(id) }
    #expect(again?.sentence == "This invoice is issued already as INV-2026-0001; nothing was issued twice.")
    let empty = try hospital.write { try $0.invoices.draft([], for: hospital.samples.patients[0], in: admission).text }
    #expect(try refusal { try service().issue(empty) }?.code == "invoice.empty")
    #expect(
      try hospital.refusal(
        of: """
          UPDATE invoice SET status = 'issued', year = 2026, number = 2, issued_at = 1, due_on = '2026/12/21',
            version = version + 1 WHERE id = \(empty)
          """)?.message == "an invoice without lines is not issued")
  }

  @Test("a draft that is cancelled lets its charges go to another")
  func cancelDraft() throws {
    let id = try draft()
    #expect(try account().unbilled == .zero)
    _ = try service().cancelDraft(id, because: "wrong insurer")
    #expect(try account().unbilled == Money(cents: 510_00))
    let next = try draft()
    _ = try service().issue(next)
    #expect(try service().invoice(next).invoice.number == "INV-2026-0001", "a cancelled draft takes no number")
    #expect(try refusal { try service().cancelDraft(next, because: "x") }?.code == "invoice.frozen")
  }

  @Test("I2: a draft that was made in error is struck out with its reason, takes no number and lets its charges go")
  func strikeOut() throws {
    let id = try draft()
    #expect(throws: Refusal.self) { try service().cancelDraft(id, asError: true, because: " ") }
    _ = try service().cancelDraft(id, asError: true, because: "the wrong stay")
    let struck = try service().invoice(id).invoice
    #expect(struck.status == "entered-in-error" && struck.state(on: TestHospital.today) == .struckOut && !struck.counts)
    #expect(try account().unbilled == Money(cents: 510_00))
    #expect(throws: Refusal.self) { try service().issue(id) }
    let next = try draft()
    _ = try service().issue(next)
    #expect(
      try refusal { try service().cancelDraft(next, asError: true, because: "x") }?.code == "invoice.frozen",
      "what has a number is taken back by a credit note alone")
  }

  @Test("numbers have no gap when an issue fails")
  func gapless() throws {
    let id = try draft()
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try hospital.write { records in
        try records.invoices.issue(Identifier(id), year: 2026, due: TestHospital.today)
        throw Stop()
      }
    }
    _ = try service().issue(id)
    #expect(try service().invoice(id).invoice.number == "INV-2026-0001")
    let other = try hospital.invoice(hospital.samples.patients[1], cents: 100, dueIn: nil)
    #expect(
      try hospital.refusal(
        of: """
          UPDATE invoice SET status = 'issued', year = 2026, number = 7, issued_at = 1, due_on = '2026/12/21',
            version = version + 1 WHERE id = \(other)
          """)?.message == "invoices are numbered without gaps")
  }

  @Test("a credit note takes back a part or all; all of it cancels the invoice and frees its charges")
  func credit() throws {
    let id = try draft()
    #expect(try refusal { try service().credit(id, nil, because: "x") }?.code == "invoice.notIssued")
    _ = try service().issue(id)
    for cents: Int64 in [0, -5, 510_01] {
      #expect(try refusal { try service().credit(id, Money(cents: cents), because: "x") }?.field == "amount")
    }
    let done = try service().credit(id, Money(cents: 200_00), because: "a night too many")
    #expect(done.sentence == "CN-2026-0001 takes USD 200.00 back of INV-2026-0001")
    let part = try service().invoice(id).invoice
    #expect(part.total == Money(cents: 510_00) && part.balance == Money(cents: 310_00) && part.status == "issued")
    _ = try service().credit(id, nil, because: "billed to the wrong stay")
    let whole = try service().invoice(id).invoice
    #expect(whole.status == "cancelled" && whole.balance == .zero)
    let detail = try service().detail(of: id)
    #expect(detail.creditNotes.map(\.number) == ["CN-2026-0001", "CN-2026-0002"])
    #expect(detail.lines.allSatisfy { $0.creditable == .zero })
    #expect(try account().unbilled == Money(cents: 510_00))
  }

  @Test("domain.md 11: issued invoices, their lines and credit notes are never changed, from any connection")
  func frozen() throws {
    let id = try draft()
    _ = try service().issue(id)
    _ = try service().credit(id, Money(cents: 1), because: "a cent")
    for statement: SQLStatement in [
      "UPDATE invoice_line SET unit_cents = 1", "DELETE FROM invoice_line", "DELETE FROM invoice",
      "UPDATE credit_note SET total_cents = 9", "DELETE FROM credit_note",
      "UPDATE credit_note_line SET amount_cents = 9",
      "UPDATE invoice SET number = 9, version = version + 1",
      "UPDATE invoice SET status = 'cancelled', version = version + 1",
      "UPDATE invoice SET status = 'draft', number = NULL, year = NULL, issued_at = NULL, version = version + 1",
      "INSERT INTO credit_note_line (id, credit_note_id, line_id, amount_cents) SELECT 'x', credit_note_id, line_id, 1 FROM credit_note_line",
    ] {
      #expect(try hospital.refusal(of: statement)?.kind == .trigger, "\(statement.sql)")
    }
  }

  @Test("tax and the insurer's share are those that were set when the draft was drawn up")
  func rates() throws {
    let prices = PriceService(hospital.session(.administrator))
    try prices.set(1_350, for: nil)
    try hospital.execute(
      "UPDATE patient SET insurer = 'Vhi', version = version + 1 WHERE id = \(hospital.samples.patients[0])")
    try prices.set(8_000, for: "VHI")
    let id = try draft()
    try prices.set(0, for: nil)
    let lines = try service().detail(of: id).lines
    #expect(lines.map(\.tax.cents).reduce(0, +) == 20_25 + 48_60)
    #expect(lines.map(\.insurer.cents).reduce(0, +) == 136_20 + 326_88)
    #expect(try service().invoice(id).invoice.total == Money(cents: 578_85))
  }

  @Test(
    "A4: a stay that is checked out at once gets its final invoice in the same act; what is due stays on the account")
  func atOnce() throws {
    let done = try CheckOutService(hospital.session(.headDoctor)).checkOutAtOnce(.sample, of: admission)
    #expect(done.sentence.hasSuffix("the account is closed, INV-2026-0001 of USD 510.00 is issued"))
    let checkOut = try CheckOutService(hospital.session(.cashier)).again(admission)
    #expect(checkOut.admission.status == .completed)
    #expect(checkOut.items.map { $0.waiver?.reason } == ["still owed, due 2026/12/05"])
  }

  @Test("H2: who issues, who credits", arguments: Role.allCases)
  func permissions(_ role: Role) throws {
    func may(_ act: () throws -> some Any) throws -> Bool { try refusal { try act() }?.permittedRoles == nil }
    #expect(try may { try service(role).draft(for: admission) } == [.cashier, .headDoctor].contains(role))
    let id = try account().invoices.last?.id ?? draft()
    #expect(try may { try service(role).issue(id) } == [.cashier, .headDoctor].contains(role))
    if try service().invoice(id).invoice.status == "draft" { _ = try service().issue(id) }
    #expect(try may { try service(role).credit(id, nil, because: "x") } == [.cashier, .administrator].contains(role))
  }
}

/// Many at one time (I2): numbers have no gap and none is given twice.
struct ManyIssuersTests {
  @Test("sixteen sessions on connections of their own issue forty-eight invoices: 1 to 48, each once")
  func race() throws {
    let hospital = try TestHospital(.file)
    let drafts = try (0..<48).map { _ in try hospital.invoice(hospital.samples.patients[0], cents: 100, dueIn: nil) }
    let sessions = try (0..<16).map { _ in try hospital.separateSession(.cashier) }
    DispatchQueue.concurrentPerform(iterations: 16) { number in
      for place in 0..<3 {
        _ = try? InvoiceService(sessions[number]).issue(drafts[number * 3 + place])
        // The same key pressed twice, here and in another session.
        _ = try? InvoiceService(sessions[(number + 1) % 16]).issue(drafts[number * 3 + place])
      }
    }
    let numbers = try InvoiceService(hospital.session(.cashier)).list().invoices.compactMap(\.invoice.number).sorted()
    #expect(numbers == (1...48).map { "INV-2026-00\($0 < 10 ? "0" : "")\($0)" })
  }
}

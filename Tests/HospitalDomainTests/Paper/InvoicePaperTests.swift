import HospitalDomain
import PaperKit
import Testing

/// I5: an invoice as a document, from the ledger to the cent.
struct InvoicePaperTests {
  private let patient = RoomBoardRow.PatientLine(
    id: PatientID("p"), number: HospitalNumber(sequence: 98_114)!, name: PersonName(family: "Duarte", given: "Inês"),
    sex: .female, birthDate: BirthDate(CalendarDate("1991/03/12")!))
  private let issue = PaperIssue(
    hospital: Hospital(
      id: HospitalID("h"), number: 1, name: "St Brigid", address: "1 Quay\nPort", telephone: "0871",
      isDemonstration: false),
    printedAt: Timestamp(milliseconds: 1_795_269_720_000), printedBy: "OKAFOR, Ngozi", clock: .utc)

  private func line(
    _ position: Int, _ quantity: Int, _ unit: Int64, less discount: Int64 = 0, tax: Int64 = 0, insurer: Int64 = 0
  ) -> InvoiceLine {
    InvoiceLine(
      id: Identifier("l\(position)"), position: position, servedOn: CalendarDate("2026/11/20")!, code: "LAB",
      item: "Blood count", quantity: quantity, unit: Money(cents: unit),
      amount: Money(cents: unit * Int64(quantity) - discount), tax: Money(cents: tax), insurer: Money(cents: insurer))
  }

  private func paper(
    _ lines: [InvoiceLine], total: Int64, paid: [Int64] = [], credited: [Int64] = [], status: String = "issued",
    number: String? = "INV-2026-0417"
  ) -> InvoicePaper {
    let now = issue.printedAt
    let invoice = PatientInvoice(
      id: "i", number: number, status: status, issuedAt: now, dueOn: CalendarDate("2026/12/05"),
      total: Money(cents: total), paid: Money(cents: paid.reduce(0, +)), credited: Money(cents: credited.reduce(0, +)))
    return InvoicePaper(
      ListedInvoice(patient: patient, invoice: invoice),
      InvoiceDetail(
        lines: lines,
        payments: paid.map {
          InvoicePayment(
            receivedAt: now, method: $0 < 0 ? "to credit" : "card", amount: Money(cents: $0), reference: "T 1",
            receivedBy: "X")
        },
        creditNotes: credited.map {
          CreditNote(
            number: "CN-2026-0001", issuedAt: now, total: Money(cents: $0), reason: "wrong", issuedBy: "X")
        }), issue: issue)
  }

  @Test("who issues it, whom it is for, number and dates stand on it")
  func head() throws {
    let document = try paper([line(1, 2, 22_25)], total: 44_50).document()
    #expect(document.issuer == ["St Brigid", "1 Quay", "Port", "Telephone 0871"])
    #expect(document.title == "Invoice" && document.number == "INV-2026-0417")
    #expect(document.imprint == "Printed 2026/11/21 14:02 by OKAFOR, Ngozi")
    let facts = ["Patient": "DUARTE, Inês", "Born": "1991/03/12", "Issued": "2026/11/21", "Due": "2026/12/05"]
    for (caption, value) in facts {
      #expect(fact(caption, of: document) == value)
    }
    #expect(fact("Patient number", of: document) == "\(patient.number)")
  }

  @Test("lines, tax, credit notes and payments lead to what is due, cent by cent")
  func sums() throws {
    let document = try paper(
      [line(1, 3, 22_25, less: 6_75, tax: 12_00, insurer: 50_00), line(2, 1, 150_00, tax: 30_01)], total: 252_01,
      paid: [100_00, 20_00, -5_00], credited: [10_00]
    ).document()
    #expect(
      sums(of: document) == [
        "Before tax 210.00", "Tax 42.01", "Total USD 252.01", "CN-2026-0001 of 2026/11/21 -10.00",
        "Paid by card terminal, 2026/11/21 -100.00", "Paid by card terminal, 2026/11/21 -20.00",
        "Kept as the patient's credit, 2026/11/21 5.00", "Due USD 127.01",
      ])
    let rows = document.blocks.compactMap { block -> [[String]]? in
      if case .table(_, let rows) = block { rows } else { nil }
    }
    #expect(
      rows == [
        [
          ["1", "2026/11/20", "LAB", "Blood count\nless 6.75 discount", "3", "22.25", "60.00"],
          ["2", "2026/11/20", "LAB", "Blood count", "1", "150.00", "150.00"],
        ]
      ])
    #expect(
      document.blocks.contains(.paragraph(text: "Of the total the insurer pays USD 50.00 and the patient USD 202.01.")))
    #expect(document.blocks.contains(.paragraph(text: "Please pay USD 127.01 by 2026/12/05 and name INV-2026-0417.")))
  }

  @Test("a document whose lines do not add up is refused", arguments: [44_49, 44_51] as [Int64])
  func disagreeing(total: Int64) {
    #expect(throws: Refusal.sumsDisagree("INV-2026-0417")) { try paper([line(1, 2, 22_25)], total: total).document() }
  }

  @Test("a draft is not printed; what was cancelled says so, and asks for nothing")
  func states() throws {
    #expect(throws: Refusal.draftNotPrinted) {
      try paper([line(1, 2, 22_25)], total: 44_50, status: "draft", number: nil).document()
    }
    let cancelled = try paper([line(1, 2, 22_25)], total: 44_50, credited: [44_50], status: "cancelled").document()
    #expect(cancelled.blocks.first == .notice(text: "CANCELLED by credit note: nothing is to be paid."))
    #expect(sums(of: cancelled).last == "Due USD 0.00")
    #expect(!cancelled.blocks.contains { if case .paragraph = $0 { true } else { false } })
  }

  private func fact(_ caption: String, of document: PaperDocument) -> String? {
    for case .facts(let items) in document.blocks {
      if let item = items.first(where: { $0.caption == caption }) { return item.value }
    }
    return nil
  }

  private func sums(of document: PaperDocument) -> [String] {
    document.blocks.flatMap { block -> [String] in
      if case .sums(let lines) = block { lines.map { "\($0.caption) \($0.amount)" } } else { [] }
    }
  }
}

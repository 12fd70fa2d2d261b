import PaperKit

/// An invoice as a document (I1, I2, I5). Its sums are those of the ledger; that its lines add up to them is checked.
package struct InvoicePaper {
  private let listed: ListedInvoice
  private let detail: InvoiceDetail
  private let issue: PaperIssue

  private var invoice: PatientInvoice { listed.invoice }

  /// The paper of an invoice with its lines, payments and credit notes.
  package init(_ listed: ListedInvoice, _ detail: InvoiceDetail, issue: PaperIssue) {
    self.listed = listed
    self.detail = detail
    self.issue = issue
  }

  /// The document.
  ///
  /// - Throws: a refusal for a draft, and where lines and sums do not agree to the cent.
  package func document() throws(Refusal) -> PaperDocument {
    guard let number = invoice.number else { throw .draftNotPrinted }
    let amounts = try Money.total(detail.lines.map(\.amount))
    let tax = try Money.total(detail.lines.map(\.tax))
    let insurer = try Money.total(detail.lines.map(\.insurer))
    let credited = try Money.total(detail.creditNotes.map(\.total))
    let paid = try Money.total(detail.payments.map(\.amount))
    guard try amounts + tax == invoice.total, credited == invoice.credited, paid == invoice.paid else {
      throw .sumsDisagree(number)
    }
    var blocks = notices(number)
    blocks.append(.facts(items: facts))
    blocks.append(.table(columns: Self.columns, rows: detail.lines.map(row)))
    blocks.append(.sums(lines: totals(amounts, tax) + settled))
    if insurer != .zero {
      let patient = try invoice.total - insurer
      blocks.append(
        .paragraph(text: "Of the total the insurer pays USD \(insurer) and the patient USD \(patient)."))
    }
    if let due = invoice.dueOn, invoice.due > .zero {
      blocks.append(.paragraph(text: "Please pay USD \(invoice.due) by \(due) and name \(number)."))
    }
    return issue.document("Invoice", number: number, blocks)
  }

  private func notices(_ number: String) -> [PaperBlock] {
    switch invoice.status {
    case "cancelled": [.notice(text: "CANCELLED by credit note: nothing is to be paid.")]
    case "entered-in-error": [.notice(text: "ENTERED IN ERROR: nothing is to be paid.")]
    default: []
    }
  }

  private var facts: [PaperFact] {
    listed.patient.paperFacts + [
      PaperFact("Issued", issue.date(invoice.issuedAt)), PaperFact("Due", invoice.dueOn.map { "\($0)" } ?? ""),
    ]
  }

  /// The columns of lines, with room for seven figures.
  static let columns = [
    PaperColumn("#", width: 3, isFigure: true), PaperColumn("Date", width: 10), PaperColumn("Code", width: 13),
    PaperColumn("Item"), PaperColumn("Qty", width: 4, isFigure: true),
    PaperColumn("Unit USD", width: 10, isFigure: true), PaperColumn("Amount USD", width: 12, isFigure: true),
  ]

  private func row(_ line: InvoiceLine) -> [String] {
    let discount = Money(cents: line.unit.cents * Int64(line.quantity) - line.amount.cents)
    return [
      "\(line.position)", "\(line.servedOn)", line.code,
      discount == .zero ? line.item : "\(line.item)\nless \(discount) discount", "\(line.quantity)", "\(line.unit)",
      "\(line.amount)",
    ]
  }

  private func totals(_ amounts: Money, _ tax: Money) -> [PaperSum] {
    let before = tax == .zero ? [] : [PaperSum("Before tax", "\(amounts)"), PaperSum("Tax", "\(tax)")]
    return before + [PaperSum("Total USD", "\(invoice.total)", isTotal: true)]
  }

  /// What was taken back and paid, down to what is due.
  private var settled: [PaperSum] {
    let notes = detail.creditNotes.map { note in
      PaperSum("\(note.number) of \(issue.date(note.issuedAt))", "\(Money(cents: -note.total.cents))")
    }
    let payments = detail.payments.map { payment in
      PaperSum(
        "\(Self.words(payment)), \(issue.date(payment.receivedAt))", "\(Money(cents: -payment.amount.cents))")
    }
    if notes.isEmpty, payments.isEmpty, invoice.due == invoice.total { return [PaperSum.due(invoice.due)] }
    return notes + payments + [PaperSum.due(invoice.due)]
  }

  /// How a payment was made; what a credit note set free of it is kept as credit.
  private static func words(_ payment: InvoicePayment) -> String {
    if payment.method == "to credit" { return "Kept as the patient's credit" }
    return "Paid by \(PaymentMethod(rawValue: payment.method)?.title ?? payment.method)"
  }
}

extension PaperSum {
  /// What is still to pay.
  static func due(_ amount: Money) -> PaperSum { PaperSum("Due USD", "\(amount)", isTotal: true) }
}

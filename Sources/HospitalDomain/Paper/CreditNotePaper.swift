import PaperKit

/// A credit note with what it takes back, line by line.
package struct CreditNotePaper: Hashable, Sendable {
  /// A part of a line of the invoice.
  package struct Part: Hashable, Sendable {
    /// The line of the invoice.
    package let line: InvoiceLine
    /// What of it is taken back.
    package let amount: Money

    package init(line: InvoiceLine, amount: Money) {
      self.line = line
      self.amount = amount
    }
  }

  package let id: Identifier<CreditNote>
  package let note: CreditNote
  package let patient: RoomBoardRow.PatientLine
  /// The number of the invoice that it corrects.
  package let invoice: String
  /// By the position of their lines.
  package let parts: [Part]

  /// What the records tell of it.
  package init(
    id: Identifier<CreditNote>, note: CreditNote, patient: RoomBoardRow.PatientLine, invoice: String, parts: [Part]
  ) {
    self.id = id
    self.note = note
    self.patient = patient
    self.invoice = invoice
    self.parts = parts
  }

  /// The document.
  ///
  /// - Throws: a refusal where parts and total do not agree to the cent.
  package func document(_ issue: PaperIssue) throws(Refusal) -> PaperDocument {
    guard try Money.total(parts.map(\.amount)) == note.total else { throw .sumsDisagree(note.number) }
    let facts =
      patient.paperFacts + [
        PaperFact("Corrects", invoice), PaperFact("Issued", issue.date(note.issuedAt)),
        PaperFact("Issued by", note.issuedBy), PaperFact("Reason", note.reason),
      ]
    return issue.document(
      "Credit note", number: note.number,
      [
        .facts(items: facts), .table(columns: Self.columns, rows: parts.map(row)),
        .sums(lines: [PaperSum("Taken back USD", "\(note.total)", isTotal: true)]),
      ])
  }

  private static let columns = [
    PaperColumn("#", width: 3, isFigure: true), PaperColumn("Date", width: 10), PaperColumn("Code", width: 13),
    PaperColumn("Item"), PaperColumn("Asked USD", width: 12, isFigure: true),
    PaperColumn("Taken back", width: 12, isFigure: true),
  ]

  private func row(_ part: Part) -> [String] {
    let line = part.line
    return ["\(line.position)", "\(line.servedOn)", line.code, line.item, "\(line.total)", "\(part.amount)"]
  }

  /// It among the documents that can be printed.
  package func choice(_ clock: LocalTime) -> PaperChoice {
    PaperChoice(
      .creditNote(id), title: "Credit note \(note.number) of \(clock.date(of: note.issuedAt)), \(note.total)",
      number: note.number)
  }
}

/// A document as a pure value, before anybody decides whether it becomes text or a PDF: an invoice, a receipt, a letter.
/// It knows no hospital. Its JSON is what `hms-paper` reads.
package struct PaperDocument: Codable, Hashable, Sendable {
  /// Who issues it: the name, then the lines of address and the like. A letterhead takes their place.
  package let issuer: [String]
  /// What it is: `Invoice`.
  package let title: String
  /// Its number as printed, such as `INV-2026-0417`; it names the file too.
  package let number: String
  /// What it holds, from the top.
  package let blocks: [PaperBlock]
  /// When and by whom it was printed; stands at the foot of each page.
  package let imprint: String

  /// A document of blocks.
  package init(issuer: [String], title: String, number: String, blocks: [PaperBlock], imprint: String) {
    self.issuer = issuer
    self.title = title
    self.number = number
    self.blocks = blocks
    self.imprint = imprint
  }

  /// The same document under other lines at its head.
  package func issued(by lines: [String]) -> PaperDocument {
    PaperDocument(issuer: lines, title: title, number: number, blocks: blocks, imprint: imprint)
  }
}

/// One part of a document.
package enum PaperBlock: Codable, Hashable, Sendable {
  /// What the document is about: captions with their values.
  case facts(items: [PaperFact])
  /// The heading of what follows.
  case heading(text: String)
  /// Text that wraps; line breaks in it stay.
  case paragraph(text: String)
  /// Something that nobody may overlook, such as that the document was cancelled.
  case notice(text: String)
  /// Rows under headings, which every page repeats.
  case table(columns: [PaperColumn], rows: [[String]])
  /// Amounts in one column at the right.
  case sums(lines: [PaperSum])
}

/// A caption with its value: `Born`, `1991/03/12`.
package struct PaperFact: Codable, Hashable, Sendable {
  package let caption: String
  package let value: String

  package init(_ caption: String, _ value: String) {
    self.caption = caption
    self.value = value
  }
}

/// A column of a table.
package struct PaperColumn: Codable, Hashable, Sendable {
  /// Its heading.
  package let title: String
  /// How wide it is, in characters of the text form; nil for what the others leave. A table has one such column.
  package let width: Int?
  /// Whether its values end in one line at the right, as figures do.
  package let isFigure: Bool

  /// A column; without a width it takes what the others leave.
  package init(_ title: String, width: Int? = nil, isFigure: Bool = false) {
    self.title = title
    self.width = width
    self.isFigure = isFigure
  }
}

/// An amount with what it is.
package struct PaperSum: Codable, Hashable, Sendable {
  package let caption: String
  package let amount: String
  /// Whether it sums up those above it.
  package let isTotal: Bool

  package init(_ caption: String, _ amount: String, isTotal: Bool = false) {
    self.caption = caption
    self.amount = amount
    self.isTotal = isTotal
  }
}

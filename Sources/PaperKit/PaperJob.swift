/// What `hms-paper` reads on its standard input, as JSON: documents with their letterhead, to become one PDF.
package struct PaperJob: Codable, Hashable, Sendable {
  /// What stands at the head of the first page of each document; nil for the issuer's own lines.
  package let letterhead: Letterhead?
  /// The documents in order; each begins on a page of its own.
  package let documents: [PaperDocument]

  /// A job of documents.
  package init(letterhead: Letterhead?, documents: [PaperDocument]) {
    self.letterhead = letterhead
    self.documents = documents
  }

  /// A letterhead of the house's own.
  package enum Letterhead: Codable, Hashable, Sendable {
    /// Lines of text in place of the issuer's.
    case lines(text: [String])
    /// The path of a PNG picture.
    case picture(path: String)
  }
}

/// A PDF as poppler's tools read it, the way a person's viewer would.
package struct PDFReading: Sendable {
  /// The text of each page.
  package let pages: [String]
  /// The names of its fonts that are embedded, and of those that are not.
  package let embedded: [String]
  package let missing: [String]

  /// Reads a file.
  package init(_ path: String) throws {
    let text = try ProgramRun(["/usr/bin/pdftotext", "-layout", path, "-"], environment: ["LC_ALL": "C.UTF-8"]).output
    pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast().map(String.init)
    let fonts = try ProgramRun(["/usr/bin/pdffonts", path], environment: [:]).output.split(separator: "\n").dropFirst(2)
    let rows = fonts.map { $0.split(separator: " ").map(String.init) }
    // The columns from the right: object, its generation, unicode, subset, embedded.
    embedded = rows.filter { $0.count > 5 && $0[$0.count - 5] == "yes" }.map { $0[0] }
    missing = rows.filter { $0.count > 5 && $0[$0.count - 5] != "yes" }.map { $0[0] }
  }
}

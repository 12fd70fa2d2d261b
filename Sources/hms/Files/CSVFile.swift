import SwiftCSV

/// A file of comma-separated values with a line of headings.
struct CSVFile {
  /// One row that holds anything.
  struct Row {
    /// The line of the file on which it begins, from 1.
    let line: Int
    /// Its values, in the order of the headings; there may be more of them.
    let values: [String]
  }

  let path: String
  let headings: [String]
  let rows: [Row]

  /// Reads a file. Throws a `CommandFailure` when it is not there, is no text, or its quotes do not match.
  init(path: String) throws {
    try self.init(path: path, text: TextFile.contents(of: path))
  }

  /// Reads the text of a file.
  init(path: String, text: String) throws {
    self.path = path
    if let line = Self.lineOfOpenQuote(in: text) {
      throw CommandFailure(
        .badInput, "\(path), line \(line), is no CSV: a quote is not closed", remedy: "close it and try again")
    }
    do {
      let csv = try EnumeratedCSV(string: text, loadColumns: false)
      headings = csv.header.map(Self.trimmed)
      var line = 1 + Self.lines(of: csv.header)
      rows = csv.rows.compactMap { values in
        defer { line += Self.lines(of: values) }
        return values.allSatisfy(\.isEmpty) ? nil : Row(line: line, values: values)
      }
    } catch {
      throw CommandFailure(.badInput, "\(path) is no CSV: \(error)", remedy: "check its quotes and try again")
    }
  }

  /// Rows under their headings as the text of such a file. Values in which a spreadsheet would see a formula begin with an
  /// apostrophe.
  static func text(headings: [String], rows: [[String]]) throws -> String {
    let quoted = ([headings] + rows).map { row in
      row.map { value in
        let plain = "=+-@\t".contains(value.first ?? " ") && Double(value) == nil ? "'" + value : value
        return "\"" + plain.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      }.joined(separator: ",")
    }
    return try EnumeratedCSV(string: quoted.joined(separator: "\n"), delimiter: .comma, loadColumns: false).serialized
      + "\n"
  }

  /// The line, counted from 1, of the quote that is not closed; nil where all are. It ends at the next value in quotes,
  /// before which no comma and no new line stands then.
  private static func lineOfOpenQuote(in text: String) -> Int? {
    guard !text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else { return nil }
    var (line, opened, isOpen) = (1, 1, false)
    var before = UInt8(ascii: "\n")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "\"") {
        isOpen.toggle()
        let begins = [",", "\n", "\r", "\"", ";"].contains { before == UInt8(ascii: $0) }
        if isOpen, !begins { return opened }
        if isOpen, before != UInt8(ascii: "\"") { opened = line }
      }
      before = byte
    }
    return opened
  }

  /// How many lines a row takes: a value in quotes may go over several.
  private static func lines(of values: [String]) -> Int {
    1 + values.reduce(0) { $0 + $1.count { $0.isNewline } }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

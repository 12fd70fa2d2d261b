import SwiftCSV

/// A file of comma-separated values with a line of headings.
struct CSVFile {
  /// One row that holds anything.
  struct Row {
    /// The line of the file on which it begins, from 1.
    let line: Int
    /// Its values, in the order of the headings; there may be fewer or more.
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
    guard text.count(where: { $0 == "\"" }).isMultiple(of: 2) else {
      throw CommandFailure(.badInput, "\(path) is no CSV: a quote is not closed", remedy: "close it and try again")
    }
    do {
      let csv = try EnumeratedCSV(string: text, loadColumns: false)
      headings = csv.header.map(Self.trimmed)
      var rows: [Row] = []
      var line = 1
      try csv.enumerateAsArray { values in
        if line > 1, values.contains(where: { !$0.isEmpty }) { rows.append(Row(line: line, values: values)) }
        // A value in quotes may go over several lines.
        line += 1 + values.reduce(0) { $0 + $1.count { $0.isNewline } }
      }
      self.rows = rows
    } catch {
      throw CommandFailure(.badInput, "\(path) is no CSV: \(error)", remedy: "check its quotes and try again")
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

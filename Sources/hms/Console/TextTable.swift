/// Rows under headings for people to read: columns as wide as their widest value, two spaces apart.
struct TextTable {
  private var rows: [[String]]

  init(_ headings: String...) {
    rows = [headings.map { $0.uppercased() }]
  }

  /// Adds a row; it must have a value for each heading.
  mutating func add(_ values: String...) {
    precondition(values.count == rows[0].count, "a row has a value for each heading")
    rows.append(values)
  }

  /// The table, each line ending in a newline.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }
    .joined()
  }
}

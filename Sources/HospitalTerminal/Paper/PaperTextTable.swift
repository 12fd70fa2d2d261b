import PaperKit
import TerminalKit

/// A table of a document as plain text: one blank between columns, cells wrapped, figures whole and ending in one line.
struct PaperTextTable {
  private let heads: [PaperColumn]
  private let rows: [[String]]
  private let widths: [Int]

  init(_ heads: [PaperColumn], _ rows: [[String]], columns: Int) {
    self.heads = heads
    self.rows = rows
    var widths = heads.indices.map { place -> Int in
      guard let width = heads[place].width else { return 0 }
      guard heads[place].isFigure else { return width }
      return rows.reduce(max(width, heads[place].title.count)) { widest, row in
        row.indices.contains(place) ? max(widest, SafeText.width(row[place])) : widest
      }
    }
    let rest = columns - widths.reduce(0, +) - max(0, heads.count - 1)
    for place in heads.indices where heads[place].width == nil { widths[place] = max(8, rest) }
    self.widths = widths
  }

  /// The headings, a rule, and the rows.
  var lines: [String] {
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: " ")
    return row(heads.map(\.title)) + [rule] + rows.flatMap(row)
  }

  private func row(_ cells: [String]) -> [String] {
    let wrapped = heads.indices.map { place in
      PaperText.wrapped(cells.indices.contains(place) ? cells[place] : "", widths[place])
    }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { line in
      heads.indices.map { place in
        let text = wrapped[place].indices.contains(line) ? wrapped[place][line] : ""
        return PaperText.padded(text, to: widths[place], isFigure: heads[place].isFigure)
      }.joined(separator: " ")
    }
  }
}

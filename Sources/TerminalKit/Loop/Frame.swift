/// What a screen showed at one moment, for tests to read.
package struct Frame: Equatable, Sendable, CustomStringConvertible {
  /// The cells.
  package let canvas: Canvas
  /// The theme it was shown with.
  package let theme: Theme

  /// Keeps a frame.
  package init(canvas: Canvas, theme: Theme) {
    self.canvas = canvas
    self.theme = theme
  }

  /// The rows as text, blanks at their ends cut.
  package var lines: [String] {
    (0..<canvas.screen.rows).map(line)
  }

  /// All rows as one text.
  package var text: String { lines.joined(separator: "\n") }

  /// The text, for a failed test to print.
  package var description: String { text }

  /// One row as text, blanks at its end cut.
  package func line(_ row: Int) -> String {
    var text = ""
    for column in 0..<canvas.screen.columns { text += canvas.text(of: canvas.cell(column: column, row: row)) }
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// The number of the first row that has `text` in it.
  package func row(of text: String) -> Int? { lines.firstIndex { $0.contains(text) } }

  /// Whether `text` is on the screen, in one row.
  package func shows(_ text: String) -> Bool { row(of: text) != nil }

  /// The role of the first place where `text` stands; nil if it is not on the screen.
  package func role(of text: String) -> StyleRole? {
    let wanted = SafeGlyphs(text).map(\.text)
    for row in 0..<canvas.screen.rows {
      for column in 0..<canvas.screen.columns where starts(wanted, column: column, row: row) {
        return canvas.role(column: column, row: row)
      }
    }
    return nil
  }

  /// The text of all cells of `role`, row by row.
  package func texts(in role: StyleRole) -> [String] {
    (0..<canvas.screen.rows).compactMap { row in
      let cells = (0..<canvas.screen.columns).filter { canvas.role(column: $0, row: row) == role }
      let text = cells.reduce(into: "") { $0 += canvas.text(of: canvas.cell(column: $1, row: row)) }
      return text.trimmed.isEmpty ? nil : text.trimmed
    }
  }

  /// Where the cursor is parked.
  package var cursor: Point? { canvas.cursor }

  /// Two frames are the same if they look the same.
  package static func == (one: Frame, other: Frame) -> Bool {
    one.theme.name == other.theme.name && one.canvas.looksLike(other.canvas)
  }

  private func starts(_ wanted: [String], column: Int, row: Int) -> Bool {
    var at = column
    for text in wanted {
      guard at < canvas.screen.columns else { return false }
      let cell = canvas.cell(column: at, row: row)
      guard canvas.text(of: cell) == text else { return false }
      at += max(1, Int(cell.width))
    }
    return true
  }
}

extension Canvas {
  /// Whether it has the same text, roles and cursor as `other`.
  package func looksLike(_ other: Canvas) -> Bool {
    guard screen == other.screen, cursor == other.cursor else { return false }
    return cells.indices.allSatisfy { index in
      let (mine, its) = (cells[index], other.cells[index])
      return text(of: mine) == other.text(of: its) && roles[Int(mine.role)] == other.roles[Int(its.role)]
    }
  }
}

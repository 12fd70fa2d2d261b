/// A bar that shows a share of a whole, to an eighth of a cell where the signs allow.
package struct ProgressBar: Hashable, Sendable {
  /// What is done.
  package var done: Int
  /// The whole.
  package var total: Int

  /// Makes a bar for `done` of `total`; what is below 0 or above the whole counts as none or all.
  package init(done: Int, of total: Int) {
    self.total = max(0, total)
    self.done = min(max(0, done), self.total)
  }

  /// The share in whole per cent.
  package var percent: Int { total == 0 ? 0 : done * 100 / total }

  /// Draws it in `width` columns.
  package func draw(
    column: Int, row: Int, width: Int, on canvas: inout Canvas, role: StyleRole = .progressDone
  ) {
    let glyphs = canvas.glyphs
    let eighths = total == 0 ? 0 : done * width * 8 / total
    canvas.fill(Area(column: column, row: row, columns: width, rows: 1), with: glyphs.barTodo, role: .progressTodo)
    canvas.fill(Area(column: column, row: row, columns: eighths / 8, rows: 1), with: glyphs.barDone, role: role)
    if eighths % 8 > 0, !glyphs.barEighths.isEmpty {
      canvas.write(String(glyphs.barEighths[eighths % 8 - 1]), column: column + eighths / 8, row: row, role: role)
    }
  }
}

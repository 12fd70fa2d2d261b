/// The frame of a box over the screen: blank inside, with a title in its upper
/// edge and a note in its lower one.
package struct OverlayFrame: Sendable {
  /// The text in the upper edge.
  package var title: String
  /// The text in the lower edge; empty for none.
  package var note: String

  /// Makes a frame.
  package init(title: String, note: String = "") {
    self.title = title
    self.note = note
  }

  /// Draws a frame around `rows` × `columns` of content in the middle of the
  /// canvas, as large as fits, and lets `draw` fill the inside.
  package func draw(columns: Int, rows: Int, on canvas: inout Canvas, _ draw: (inout Canvas) -> Void) {
    let width = min(columns + 4, canvas.columns)
    let height = min(rows + 2, canvas.rows)
    guard width >= 4, height >= 3 else { return }
    let box = Area(
      column: (canvas.columns - width) / 2, row: (canvas.rows - height) / 2, columns: width, rows: height)
    canvas.within(box) { canvas in
      drawEdges(on: &canvas)
      canvas.within(Area(canvas.size).inset(left: 2, top: 1, right: 2, bottom: 1), draw)
    }
  }

  private func drawEdges(on canvas: inout Canvas) {
    let glyphs = canvas.glyphs
    let (last, bottom) = (canvas.columns - 1, canvas.rows - 1)
    canvas.fill(Area(canvas.size), role: .overlay)
    for row in [0, bottom] {
      canvas.fill(Area(column: 0, row: row, columns: last + 1, rows: 1), with: glyphs.rule, role: .overlayBorder)
    }
    for column in [0, last] {
      let side = Area(column: column, row: 1, columns: 1, rows: bottom - 1)
      canvas.fill(side, with: glyphs.upright, role: .overlayBorder)
    }
    let corners = glyphs.corners
    for (sign, column, row) in [
      (corners.0, 0, 0), (corners.1, last, 0), (corners.2, 0, bottom), (corners.3, last, bottom),
    ] {
      canvas.write(String(sign), column: column, row: row, role: .overlayBorder)
    }
    if !title.isEmpty { canvas.write(" \(title) ", column: 2, row: 0, role: .overlayTitle, limit: last - 3) }
    if !note.isEmpty {
      let room = min(last - 3, SafeText.width(note) + 2)
      canvas.write(" \(note) ", column: last - 1 - room, row: bottom, role: .overlayBorder, limit: room)
    }
  }
}

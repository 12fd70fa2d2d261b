/// A row of key hints: `a Admit…  t Transfer…          ^K Lock`. What does not
/// fit is left out, from the end.
package struct KeyHintRow: Sendable {
  /// Hints from the left.
  package var left: [KeyHint]
  /// Hints at the right edge.
  package var right: [KeyHint]

  /// Makes a row.
  package init(left: [KeyHint], right: [KeyHint] = []) {
    self.left = left
    self.right = right
  }

  /// Draws it in row 0 of the canvas; returns where each hint stands.
  @discardableResult
  package func draw(on canvas: inout Canvas) -> [(columns: Range<Int>, key: Key)] {
    let rightWidth = right.reduce(0) { $0 + Self.width($1, canvas.glyphs) + 2 }
    let hasRight = !right.isEmpty && rightWidth < canvas.columns / 2
    let end = canvas.columns - (hasRight ? rightWidth : 1)
    let drawn = draw(left, from: 1, to: end, on: &canvas)
    guard hasRight else { return drawn }
    return drawn + draw(right, from: canvas.columns - rightWidth + 1, to: canvas.columns, on: &canvas)
  }

  private func draw(
    _ hints: [KeyHint], from start: Int, to end: Int, on canvas: inout Canvas
  ) -> [(columns: Range<Int>, key: Key)] {
    var drawn: [(columns: Range<Int>, key: Key)] = []
    var at = start
    for hint in hints {
      guard at + Self.width(hint, canvas.glyphs) <= end else { return drawn }
      let first = at
      at = canvas.write(hint.key.label, column: at, row: 0, role: hint.isEnabled ? .key : .disabled)
      at = canvas.write(" " + hint.label, column: at, row: 0, role: hint.isEnabled ? .keyLabel : .disabled)
      drawn.append((first..<at, hint.key))
      at += 2
    }
    return drawn
  }

  private static func width(_ hint: KeyHint, _ glyphs: GlyphSet) -> Int {
    SafeText.width(hint.key.label) + 1 + SafeText.width(glyphs.plain(hint.label))
  }
}

/// A place to type in, drawn between brackets: `[DUARTE____]`. It scrolls
/// sideways so that the caret is always seen.
package struct TextField: Sendable {
  /// What stands in it.
  package var text: String
  /// The caret's place, in characters from the beginning.
  package var caret: Int
  /// Columns inside the brackets.
  package var width: Int
  /// Whether it has the focus: the cursor is then parked on the caret.
  package var isFocused: Bool
  /// Whether to show a star for each character.
  package var isSecret: Bool

  /// Makes a field.
  package init(text: String, caret: Int, width: Int, isFocused: Bool, isSecret: Bool = false) {
    self.text = isSecret ? String(repeating: "*", count: text.count) : text
    self.caret = caret
    self.width = max(1, width)
    self.isFocused = isFocused
    self.isSecret = isSecret
  }

  /// Draws it with its opening bracket at `column`; it takes `width + 2` columns.
  package func draw(column: Int, row: Int, on canvas: inout Canvas, role: StyleRole) {
    let glyphs = Array(SafeGlyphs(text))
    let before = SafeGlyphs(String(text.prefix(caret))).reduce(0) { count, _ in count + 1 }
    let first = isFocused ? firstShown(glyphs, caret: before) : 0
    canvas.write("[", column: column, row: row, role: role)
    canvas.fill(
      Area(column: column + 1, row: row, columns: width, rows: 1), with: "_", role: role == .field ? .fieldBlank : role)
    var at = 0
    var caretColumn = 0
    for (number, glyph) in glyphs.enumerated().dropFirst(first) {
      if number == before { caretColumn = at }
      guard at + glyph.width <= width else { break }
      canvas.write(glyph.text, column: column + 1 + at, row: row, role: role)
      at += glyph.width
    }
    if before >= glyphs.count { caretColumn = at }
    if first > 0, width > 1 { canvas.write("<", column: column + 1, row: row, role: role) }
    if !isFocused, SafeText.width(text) > width {
      canvas.write(text, column: column + 1, row: row, role: role, limit: width)
    }
    canvas.write("]", column: column + 1 + width, row: row, role: role)
    if isFocused { canvas.park(column: column + 1 + min(caretColumn, width), row: row) }
  }

  /// The first glyph to show, so that the caret, and room for one more, is seen.
  private func firstShown(_ glyphs: [SafeGlyph], caret: Int) -> Int {
    // Of a field of one letter the letter is seen, and not that it goes on.
    if width == 1 { return max(0, min(caret, glyphs.count - 1)) }
    var used = 1
    var first = min(caret, glyphs.count)
    while first > 0, used + glyphs[first - 1].width <= width {
      first -= 1
      used += glyphs[first].width
    }
    return first == 0 ? 0 : first
  }
}

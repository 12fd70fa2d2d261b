/// On which side of its room a text stands.
package enum TextAlignment: Sendable {
  /// At the left.
  case left
  /// At the right, as numbers.
  case right
  /// In the middle.
  case centre
}

extension Canvas {
  /// Writes `text` at a place, cut with an ellipsis to `limit` columns (or to
  /// the edge). Returns the column after it.
  @discardableResult
  package mutating func write(
    _ text: String, column: Int, row: Int, role: StyleRole = .default, limit: Int? = nil
  ) -> Int {
    let room = min(limit ?? Int.max, columns - column)
    guard room > 0, row >= 0, row < rows else { return column }
    let index = index(of: role)
    let text = glyphs.plain(text)
    if let end = writeASCII(text, column: column, row: row, role: index, room: room) { return end }
    let dots = glyphs.ellipsis
    let dotsWidth = dots == "…" ? 1 : dots.utf8.count
    var at = column
    var cut = column  // the last place from which the ellipsis still fits
    for glyph in SafeGlyphs(text) {
      guard at + glyph.width <= column + room else {
        put(glyph: 0x20, role: index, over: Area(column: cut, row: row, columns: at - cut, rows: 1))
        let end = column + room
        for dot in SafeGlyphs(dots) where cut + dot.width <= end {
          put(glyph: number(of: dot), width: 1, role: index, column: cut, row: row)
          cut += 1
        }
        return cut
      }
      put(glyph: number(of: glyph), width: glyph.width, role: index, column: at, row: row)
      at += glyph.width
      if at + dotsWidth <= column + room { cut = at }
    }
    return at
  }

  /// Writes `text` into a room of `width` columns, filled with blanks of the same role.
  package mutating func write(
    _ text: String, column: Int, row: Int, width: Int, align: TextAlignment, role: StyleRole = .default
  ) {
    guard width > 0 else { return }
    fill(Area(column: column, row: row, columns: width, rows: 1), role: role)
    let free = max(0, width - SafeText.width(glyphs.plain(text)))
    let indent =
      switch align {
      case .left: 0
      case .right: free
      case .centre: free / 2
      }
    write(text, column: column + indent, row: row, role: role, limit: width - indent)
  }

  /// Writes pieces of text one after the other, cut to `limit` columns. Returns the column after them.
  @discardableResult
  package mutating func write(_ text: StyledText, column: Int, row: Int, limit: Int? = nil) -> Int {
    let end = limit.map { column + $0 } ?? columns
    var at = column
    for piece in text.pieces where at < end {
      at = write(piece.text, column: at, row: row, role: piece.role, limit: end - at)
    }
    return at
  }

  /// Fills an area with one character of width 1.
  package mutating func fill(_ area: Area, with character: Character = " ", role: StyleRole = .default) {
    let sign = SafeGlyphs(glyphs.plain(String(character))).first { $0.width == 1 } ?? .replacement
    put(glyph: number(of: sign), role: index(of: role), over: area)
  }

  /// Draws a horizontal line over the whole width, or from `column` on.
  package mutating func rule(row: Int, column: Int = 0, columns: Int? = nil, role: StyleRole = .rule) {
    fill(Area(column: column, row: row, columns: columns ?? self.columns, rows: 1), with: glyphs.rule, role: role)
  }

  /// The fast way for plain ASCII that fits, which nearly all text is; nil if it is not.
  private mutating func writeASCII(_ text: String, column: Int, row: Int, role: UInt16, room: Int) -> Int? {
    guard column >= 0, text.utf8.count <= room else { return nil }
    var text = text
    return text.withUTF8 { bytes in
      for byte in bytes where byte < 0x20 || byte >= 0x7F { return nil }
      put(ascii: bytes, role: role, column: column, row: row)
      return column + bytes.count
    }
  }
}

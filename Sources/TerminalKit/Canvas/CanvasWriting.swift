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
    if let end = writeASCII(text, column: column, row: row, role: index, room: room) { return end }
    let fitting = SafeText.cut(text, to: room, ellipsis: glyphs.ellipsis)
    var at = column
    for safe in SafeText.glyphs(fitting) {
      put(glyph: glyph(of: safe.text), width: safe.width, role: index, column: at, row: row)
      at += safe.width
    }
    return at
  }

  /// Writes `text` into a room of `width` columns, filled with blanks of the same role.
  package mutating func write(
    _ text: String, column: Int, row: Int, width: Int, align: TextAlignment, role: StyleRole = .default
  ) {
    guard width > 0 else { return }
    fill(Area(column: column, row: row, columns: width, rows: 1), role: role)
    let free = max(0, width - SafeText.width(text))
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
    let part = area.intersection(Area(size))
    guard !part.size.isEmpty else { return }
    let index = index(of: role)
    let sign = glyph(of: String(character))
    for row in part.row..<part.endRow {
      for column in part.column..<part.endColumn {
        put(glyph: sign, width: 1, role: index, column: column, row: row)
      }
    }
  }

  /// Draws a horizontal line over the whole width, or from `column` on.
  package mutating func rule(row: Int, column: Int = 0, columns: Int? = nil, role: StyleRole = .rule) {
    fill(Area(column: column, row: row, columns: columns ?? self.columns, rows: 1), with: glyphs.rule, role: role)
  }

  /// The fast way for plain ASCII, which nearly all text is; nil if it is not.
  private mutating func writeASCII(_ text: String, column: Int, row: Int, role: UInt16, room: Int) -> Int? {
    let bytes = text.utf8
    guard bytes.count <= room, column >= 0, bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    var at = column
    for byte in bytes {
      put(glyph: UInt32(byte), width: 1, role: role, column: at, row: row)
      at += 1
    }
    return at
  }
}

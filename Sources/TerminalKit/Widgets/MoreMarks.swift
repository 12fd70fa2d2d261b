/// The signs that a list goes on above or below what is seen.
extension Canvas {
  /// Says, where it is so, that rows come before this first one that is seen.
  mutating func markMore(above: Bool, row: Int) {
    if above { mark(glyphs.more.above, row: row, inMargin: 0) }
  }

  /// Says, where it is so, that rows follow this last one that is seen.
  mutating func markMore(below: Bool, row: Int) {
    if below { mark(glyphs.more.below, row: row, inMargin: 1) }
  }

  /// In the last column of the row; where the row itself reaches that far, at the end of the header, away from its words;
  /// where the header does too, in its margin.
  private mutating func mark(_ sign: Character, row: Int, inMargin column: Int) {
    if isBlank(column: columns - 1, row: row) {
      write(String(sign), column: columns - 1, row: row, role: .hint)
    } else {
      let end = columns - 2 + column
      let isHeaderFree = [columns - 3, end].allSatisfy { isBlank(column: $0, row: 0) }
      write(String(sign), column: isHeaderFree ? end : column, row: 0, role: .tableHeader)
    }
  }
}

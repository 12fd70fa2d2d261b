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

  /// In the last column of the row; where the row itself reaches that far, in the margin of the header.
  private mutating func mark(_ sign: Character, row: Int, inMargin column: Int) {
    let isFree = isBlank(column: columns - 1, row: row)
    write(
      String(sign), column: isFree ? columns - 1 : column, row: isFree ? row : 0, role: isFree ? .hint : .tableHeader)
  }
}

import HospitalDomain
import TerminalKit

// A picture of dots on a screen: two rows of dots in one row of half blocks, or each dot two cells wide where there are no
// such signs. Dark dots are drawn on a ground that is light, the margin too; without colour it is the reversed one, which is
// light on a dark terminal.
extension DotPicture {
  /// The columns and rows that it takes with a margin of so many dots.
  func size(_ glyphs: GlyphSet, margin: Int) -> Size {
    let dots = width + 2 * margin
    return glyphs == .unicode ? Size(columns: dots, rows: (dots + 1) / 2) : Size(columns: dots * 2, rows: dots)
  }

  /// The widest margin, of one to four dots, with which it fits; nil where it does not. Four is what the standard asks for
  /// (ISO/IEC 18004); on a screen cameras do with one.
  func margin(within size: Size, _ glyphs: GlyphSet) -> Int? {
    [4, 3, 2, 1].first { margin in
      let needed = self.size(glyphs, margin: margin)
      return needed.columns <= size.columns && needed.rows <= size.rows
    }
  }

  /// Draws it with its margin.
  func draw(on canvas: inout Canvas, column: Int, row: Int, margin: Int) {
    let dots = -margin..<(width + margin)
    guard canvas.glyphs == .unicode else {
      for y in dots {
        for x in dots {
          canvas.write(
            "  ", column: column + (x + margin) * 2, row: row + y + margin,
            role: isDark(column: x, row: y) ? .dot : .code)
        }
      }
      return
    }
    for (line, y) in stride(from: -margin, to: width + margin, by: 2).enumerated() {
      for (place, x) in dots.enumerated() {
        let (sign, role): (String, StyleRole) =
          switch (isDark(column: x, row: y), isDark(column: x, row: y + 1)) {
          case (true, true): (" ", .dot)  // A sign of its own would leave gaps in the letters of some terminals.
          case (true, false): ("▀", .code)
          case (false, true): ("▄", .code)
          case (false, false): (" ", .code)
          }
        canvas.write(sign, column: column + place, row: row + line, role: role)
      }
    }
  }
}

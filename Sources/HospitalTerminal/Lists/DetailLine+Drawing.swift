import HospitalScreens
import TerminalKit

extension [DetailLine] {
  /// The lines as they are drawn, captions in a column.
  var styled: [StyledText] { styled(columns: .max) }

  /// The lines as they are drawn on so many columns: those that are too long go on below, under their own text.
  func styled(columns: Int) -> [StyledText] {
    let width = captionWidth
    return flatMap { line in
      let indent = line.caption.isEmpty ? 0 : width
      let pieces =
        columns == .max
        ? [line.text] : TerminalKit.SafeText.wrapped(line.text, columns: Swift.max(20, columns - indent))
      return pieces.enumerated().map { place, piece in
        var text = StyledText((place == 0 ? line.caption : "").padded(to: indent), .caption)
        text.add(piece, line.weight.role)
        return text
      }
    }
  }

  /// Draws the lines over the canvas, those that are too long cut, or wrapped where they must be read to their end; the last
  /// row says how many there was no room for, and the key that shows them.
  func draw(on canvas: inout Canvas, more key: String, wraps: Bool = false) {
    let lines = styled(columns: wraps ? canvas.columns - 2 : .max)
    let fitting = lines.count <= canvas.rows ? lines.count : canvas.rows - 1
    for (row, line) in lines.prefix(fitting).enumerated() {
      canvas.write(line, column: 1, row: row, limit: canvas.columns - 1)
    }
    if fitting < lines.count {
      canvas.write("\(lines.count - fitting) more lines: \(key)", column: 1, row: canvas.rows - 1, role: .hint)
    }
  }
}

extension DetailLine.Weight {
  fileprivate var role: StyleRole {
    switch self {
    case .heading: .heading
    case .plain: .default
    case .waiting: .overdue
    case .alert: .bannerAlert
    }
  }
}

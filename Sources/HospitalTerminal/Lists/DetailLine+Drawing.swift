import HospitalScreens
import TerminalKit

extension [DetailLine] {
  /// The lines as they are drawn, captions in a column.
  var styled: [StyledText] {
    let width = captionWidth
    return map { line in
      var text = StyledText(line.caption.isEmpty ? "" : line.caption.padded(to: width), .caption)
      text.add(line.text, line.weight.role)
      return text
    }
  }

  /// Draws the lines over the canvas, those that are too long cut; the last row says how many there was no room for, and the
  /// key that shows them.
  func draw(on canvas: inout Canvas, more key: String) {
    let fitting = count <= canvas.rows ? count : canvas.rows - 1
    for (row, line) in styled.prefix(fitting).enumerated() {
      canvas.write(line, column: 1, row: row, limit: canvas.columns - 1)
    }
    if fitting < count {
      canvas.write("\(count - fitting) more lines: \(key)", column: 1, row: canvas.rows - 1, role: .hint)
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

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

  /// Draws the lines over the canvas, those that are too long cut.
  func draw(on canvas: inout Canvas) {
    for (row, line) in styled.enumerated() where row < canvas.rows {
      canvas.write(line, column: 1, row: row, limit: canvas.columns - 1)
    }
  }
}

extension DetailLine.Weight {
  fileprivate var role: StyleRole {
    switch self {
    case .heading: .heading
    case .plain: .default
    case .alert: .bannerAlert
    }
  }
}

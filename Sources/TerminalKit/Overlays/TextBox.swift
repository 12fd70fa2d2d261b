/// Lines that only need to be read.
package struct TextPage: Hashable, Sendable {
  /// Its title.
  package var title: String
  /// Its lines.
  package var lines: [StyledText]

  /// Makes a page.
  package init(title: String, lines: [StyledText]) {
    self.title = title
    self.lines = lines
  }
}

/// The box of a `TextPage`; it scrolls.
package struct TextBox: Overlay {
  /// What is shown.
  package let page: TextPage
  private var lines: [StyledText]
  private var top = 0
  private var visible = 1

  /// Opens the box, at the beginning or at the end of the page.
  package init(_ page: TextPage, atEnd: Bool = false) {
    self.page = page
    lines = page.lines
    if atEnd { top = .max / 2 }
  }

  package var hints: [KeyHint] {
    lines.count > visible ? [KeyHint(.pageDown, "More"), KeyHint(.escape, "Close")] : [KeyHint(.escape, "Close")]
  }

  package mutating func handle(_ key: Key) -> OverlayStep<Void> {
    switch key {
    case .escape, .function(12), .function(3), "q", .enter: return .close
    case .up, "k": top -= 1
    case .down, "j": top += 1
    case .pageUp: top -= visible
    case .pageDown, " ": top += visible
    case .home, "g": top = 0
    case .end, "G": top = lines.count
    default: break
    }
    top = max(0, min(top, lines.count - visible))
    return .stay
  }

  package mutating func draw(on canvas: inout Canvas) {
    let room = max(8, canvas.columns - 6)
    lines = page.lines.flatMap { $0.wrapped(columns: room) }
    let widest = max(30, lines.map(\.width).max() ?? 0)
    visible = max(1, min(lines.count, canvas.rows - 2))
    top = max(0, min(top, lines.count - visible))
    let shown = lines[top..<min(lines.count, top + visible)]
    let note = visible < lines.count ? "\(top + 1)-\(top + shown.count) of \(lines.count)" : ""
    OverlayFrame(title: page.title, note: note).draw(columns: widest, rows: visible, on: &canvas) { canvas in
      for (row, line) in shown.enumerated() {
        var onBox = line
        for index in onBox.pieces.indices where onBox.pieces[index].role == .default {
          onBox.pieces[index].role = .overlay
        }
        canvas.write(onBox, column: 0, row: row)
      }
      canvas.park(column: 0, row: 0)
    }
  }
}

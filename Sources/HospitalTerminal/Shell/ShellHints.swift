import TerminalKit

// The last two rows: which keys do what now.
extension Shell {
  func drawKeys(_ layout: ScreenLayout, on canvas: inout Canvas) {
    if let overlay = overlays.last {
      draw(KeyHintRow(left: overlay.hints), in: layout.paneKeys, on: &canvas)
      return
    }
    let rows = keyRows
    draw(rows.pane, in: layout.paneKeys, on: &canvas)
    if layout.globalKeys.rows > 0 { draw(rows.global, in: layout.globalKeys, on: &canvas) }
  }

  private func draw(_ row: KeyHintRow, in area: Area, on canvas: inout Canvas) {
    canvas.within(area) { canvas in
      for (columns, key) in row.draw(on: &canvas) {
        hits.add(Area(column: columns.lowerBound, row: area.row, columns: columns.count, rows: 1), .key(key))
      }
    }
  }

  /// What the pane does; and help, finding and moving, back, with the lock and undo at the right.
  private var keyRows: (pane: KeyHintRow, global: KeyHintRow) {
    let typing = front?.holdsText ?? false
    var pane: [KeyHint] = []
    var found: [KeyHint] = []
    var standing: [KeyHint?] = Self.standing.map { _ in nil }
    for hint in hints {
      guard let label = hint.entry.hint, let key = hint.entry.shownKey(typing: typing) else { continue }
      let shown = KeyHint(key, label, isEnabled: !hint.isDimmed)
      if let place = Self.standing.firstIndex(of: hint.entry.id), standing[place] == nil { standing[place] = shown }
      switch hint.entry.section {
      case .find, .move: found.append(shown)
      case .everywhere, .display: break
      default: pane.append(shown)
      }
    }
    let left = standing[..<2].compactMap { $0 } + found + standing[2..<3].compactMap { $0 }
    return (KeyHintRow(left: pane), KeyHintRow(left: left, right: standing[3...].compactMap { $0 }))
  }

  /// The commands of every screen that the second row shows: two before what the pane finds and moves, one behind it, and
  /// those at the right.
  private static let standing: [CommandID] = ["shell.help", "shell.palette", "shell.back", "shell.lock", "shell.undo"]
}

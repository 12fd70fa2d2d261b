import TerminalKit

/// What the footer shows: it is drawn anew only where this has changed.
struct FooterContent: Equatable {
  let hints: [CommandHint]
  let isTyping: Bool
}

/// Where a hint stands in the footer, for the mouse.
struct FooterPlace {
  let columns: Range<Int>
  let row: Int
  let key: Key
}

// The last two rows: which keys do what now.
extension Shell {
  func drawKeys(_ layout: ScreenLayout, on canvas: inout Canvas) {
    let rows = layout.paneKeys.rows + layout.globalKeys.rows
    let area = Area(column: 0, row: layout.paneKeys.row, columns: canvas.columns, rows: rows)
    canvas.within(area) { canvas in
      for place in drawKeys(on: &canvas) {
        hits.add(
          Area(column: place.columns.lowerBound, row: area.row + place.row, columns: place.columns.count, rows: 1),
          .key(place.key))
      }
    }
  }

  private func drawKeys(on canvas: inout Canvas) -> [FooterPlace] {
    if let overlay = overlays.last { return KeyHintRow(left: overlay.hints).places(inRow: 0, on: &canvas) }
    let content = FooterContent(hints: hints, isTyping: front?.holdsText ?? false)
    return footer.show(content, on: &canvas) { canvas in
      let rows = Self.keyRows(content)
      return rows.pane.places(inRow: 0, on: &canvas)
        + (canvas.rows > 1 ? rows.global.places(inRow: 1, on: &canvas) : [])
    }
  }

  /// What the pane does; and help, finding and moving, back, with the lock and undo at the right.
  private static func keyRows(_ content: FooterContent) -> (pane: KeyHintRow, global: KeyHintRow) {
    var pane: [KeyHint] = []
    var found: [KeyHint] = []
    var standing: [KeyHint?] = Self.standing.map { _ in nil }
    for hint in content.hints {
      guard let label = hint.entry.hint, let key = hint.entry.shownKey(typing: content.isTyping) else { continue }
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

extension KeyHintRow {
  /// Draws it in a row of the footer; returns where each hint stands.
  fileprivate func places(inRow row: Int, on canvas: inout Canvas) -> [FooterPlace] {
    var places: [FooterPlace] = []
    canvas.within(Area(column: 0, row: row, columns: canvas.columns, rows: 1)) { canvas in
      places = draw(on: &canvas).map { FooterPlace(columns: $0.columns, row: row, key: $0.key) }
    }
    return places
  }
}

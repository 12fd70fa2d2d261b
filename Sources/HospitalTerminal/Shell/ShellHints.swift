import TerminalKit

// The last two rows: which keys do what now.
extension Shell {
  func drawKeys(_ layout: ScreenLayout, on canvas: inout Canvas) {
    let typing = front?.holdsText ?? false
    let known = hints
    let own = overlays.last?.hints ?? paneHints(known, typing: typing)
    draw(KeyHintRow(left: own), in: layout.paneKeys, on: &canvas)
    guard layout.globalKeys.rows > 0, overlays.isEmpty else { return }
    draw(globalHints(known, typing: typing), in: layout.globalKeys, on: &canvas)
  }

  private func draw(_ row: KeyHintRow, in area: Area, on canvas: inout Canvas) {
    canvas.within(area) { canvas in
      for (columns, key) in row.draw(on: &canvas) {
        hits.add(Area(column: columns.lowerBound, row: area.row, columns: columns.count, rows: 1), .key(key))
      }
    }
  }

  /// The first row: what the pane does.
  private func paneHints(_ hints: [CommandHint], typing: Bool) -> [KeyHint] {
    let elsewhere: [CommandSection] = [.find, .move, .everywhere, .display]
    return hints.filter { !elsewhere.contains($0.entry.section) }.compactMap { Self.hint($0, typing: typing) }
  }

  /// The second row: help, finding and moving, back; the lock and undo at the right.
  private func globalHints(_ hints: [CommandHint], typing: Bool) -> KeyHintRow {
    func named(_ names: [CommandID]) -> [KeyHint] {
      names.compactMap { name in
        hints.first { $0.entry.id == name }.flatMap { Self.hint($0, typing: typing) }
      }
    }
    let found = hints.filter { $0.entry.section == .find || $0.entry.section == .move }
      .compactMap { Self.hint($0, typing: typing) }
    return KeyHintRow(
      left: named(["shell.help", "shell.palette"]) + found + named(["shell.back"]),
      right: named(["shell.lock", "shell.undo"]))
  }

  private static func hint(_ hint: CommandHint, typing: Bool) -> KeyHint? {
    guard let label = hint.entry.hint, let key = hint.entry.shownKey(typing: typing) else { return nil }
    return KeyHint(key, label, isEnabled: !hint.isDimmed)
  }
}

import TerminalKit

// The last two rows: which keys do what now.
extension Shell {
  func drawKeys(_ layout: ScreenLayout, on canvas: inout Canvas) {
    let typing = front?.holdsText ?? false
    let offers = offers(hinted: true)
    let hints = overlays.last?.hints ?? paneHints(offers, typing: typing)
    draw(KeyHintRow(left: hints), in: layout.paneKeys, on: &canvas)
    guard layout.globalKeys.rows > 0, overlays.isEmpty else { return }
    draw(globalHints(offers, typing: typing), in: layout.globalKeys, on: &canvas)
  }

  private func draw(_ row: KeyHintRow, in area: Area, on canvas: inout Canvas) {
    canvas.within(area) { canvas in
      for (columns, key) in row.draw(on: &canvas) {
        hits.add(Area(column: columns.lowerBound, row: area.row, columns: columns.count, rows: 1), .key(key))
      }
    }
  }

  /// The first row: what the pane does.
  private func paneHints(_ offers: [CommandOffer], typing: Bool) -> [KeyHint] {
    let elsewhere: [CommandSection] = [.find, .move, .everywhere, .display]
    return offers.filter { !elsewhere.contains($0.entry.section) }.compactMap { Self.hint($0, typing: typing) }
  }

  /// The second row: help, finding and moving, back; the lock and undo at the right.
  private func globalHints(_ offers: [CommandOffer], typing: Bool) -> KeyHintRow {
    func named(_ names: [CommandID]) -> [KeyHint] {
      names.compactMap { name in
        offers.first { $0.entry.id == name }.flatMap { Self.hint($0, typing: typing) }
      }
    }
    let found = offers.filter { $0.entry.section == .find || $0.entry.section == .move }
      .compactMap { Self.hint($0, typing: typing) }
    return KeyHintRow(
      left: named(["shell.help", "shell.palette"]) + found + named(["shell.back"]),
      right: named(["shell.lock", "shell.undo"]))
  }

  private static func hint(_ offer: CommandOffer, typing: Bool) -> KeyHint? {
    guard let label = offer.entry.hint, let key = offer.entry.shownKey(typing: typing) else { return nil }
    return KeyHint(key, label, isEnabled: !offer.isDimmed)
  }
}

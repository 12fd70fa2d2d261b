import TerminalKit

// How a screen looks.
extension Shell {
  package func draw(size: Size, glyphs: GlyphSet) -> Canvas {
    self.size = size
    var canvas = Canvas(size: size, glyphs: glyphs)
    let layout = ScreenLayout(size)
    if layout.kind == .tooSmall {
      drawTooSmall(on: &canvas)
    } else if let cover = covers.last {
      drawCover(cover, on: &canvas)
    } else {
      drawTitle(in: layout.title, on: &canvas)
      drawTabs(in: layout.tabs, on: &canvas)
      canvas.within(layout.context) { $0.write(front?.context ?? "", column: 1, row: 0) }
      drawBody(layout, on: &canvas)
      drawKeys(layout, on: &canvas)
      drawMessage(in: layout.message, on: &canvas)
    }
    return canvas
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let least = ScreenLayout.least
    let text = "Please make the window larger: \(least.columns)x\(least.rows) at least. Nothing is lost."
    canvas.write(text, column: 0, row: 0, role: .messageWarn)
    canvas.park(column: 0, row: 0)
  }

  private func drawCover(_ cover: any PaneBoxing, on canvas: inout Canvas) {
    let last = canvas.rows - 1
    canvas.within(Area(column: 0, row: 0, columns: canvas.columns, rows: last)) { cover.draw(on: &$0) }
    drawMessage(in: Area(column: 0, row: last, columns: canvas.columns, rows: 1), on: &canvas)
    if let overlay = overlays.last { overlay.draw(on: &canvas) }
  }

  private func drawBody(_ layout: ScreenLayout, on canvas: inout Canvas) {
    guard let box = front else { return }
    if box.hasDetail, let columns = layout.columns {
      canvas.within(columns.detail) { box.drawDetail(on: &$0) }
      canvas.within(columns.list) { box.draw(on: &$0) }
    } else {
      canvas.within(layout.body) { box.draw(on: &$0) }
    }
    settle(box)
    for overlay in overlays { canvas.within(layout.body) { overlay.draw(on: &$0) } }
  }

  private func drawTitle(in area: Area, on canvas: inout Canvas) {
    let status = host.status
    let live =
      switch status.live {
      case .live: ("LIVE \(status.clock)", StyleRole.titleLive)
      case .stale(let seconds): ("STALE \(seconds) s", StyleRole.titleStale)
      case .readOnly: ("READ-ONLY", StyleRole.titleReadOnly)
      }
    canvas.within(area) { canvas in
      canvas.fill(Area(canvas.size), role: .title)
      let user = "\(status.user) · \(status.role)   "
      let right = SafeText.width(user) + live.0.utf8.count + 1
      let start = max(0, canvas.columns - right)
      let end = canvas.write(user, column: start, row: 0, role: .title)
      canvas.write(live.0, column: end, row: 0, role: live.1)
      let title = front?.title ?? ""
      let middle = max(1, min((canvas.columns - SafeText.width(title)) / 2, start - SafeText.width(title) - 2))
      canvas.write(title, column: middle, row: 0, role: .titlePane, limit: max(0, start - middle - 1))
      canvas.write(status.place, column: 1, row: 0, role: .title, limit: max(0, middle - 3))
    }
  }

  private func drawTabs(in area: Area, on canvas: inout Canvas) {
    canvas.within(area) { canvas in
      canvas.fill(Area(canvas.size), role: .tab)
      let names = stacks.map { "\($0.tab.number.value) \($0.tab.title)" }
      let letters = names.reduce(0) { $0 + SafeText.width($1) }
      let isRoomy = letters + 2 * names.count <= canvas.columns
      let isTight = letters + names.count + 2 <= canvas.columns
      var at = 0
      for (index, stack) in stacks.enumerated() {
        let isActive = index == active
        let name = isTight || isActive ? names[index] : "\(stack.tab.number.value)"
        let role: StyleRole = isActive ? .tabActive : .tab
        if isActive { canvas.write("[", column: at, row: 0, role: role) }
        at = canvas.write(name, column: at + 1, row: 0, role: role)
        if isActive { canvas.write("]", column: at, row: 0, role: role) }
        if isRoomy || isActive { at += 1 }
      }
    }
  }

  private func drawMessage(in area: Area, on canvas: inout Canvas) {
    canvas.within(area) { canvas in
      if let running, isWorkShown {
        drawProgress(running, on: &canvas)
      } else if let message = messages.current {
        let end = canvas.write(" \(message.level.word)", column: 0, row: 0, role: message.level.role)
        let repeats = message.count > 1 ? " (\(message.count) times)" : ""
        canvas.write(message.text + repeats, column: end + 2, row: 0, role: .default)
      }
    }
  }

  private func drawProgress(_ running: RunningWork, on canvas: inout Canvas) {
    let state = running.progress.now
    let counts = state.total > 0 ? " \(state.done) of \(state.total) " : " "
    var at = canvas.write(" \(running.title)\(counts)", column: 0, row: 0, role: .messageNote)
    if state.total > 0 {
      let bar = ProgressBar(done: state.done, of: state.total)
      bar.draw(column: at, row: 0, width: 20, on: &canvas)
      at += 20
    }
    canvas.write("  Esc stops", column: at, row: 0, role: .hint)
  }

  private func drawKeys(_ layout: ScreenLayout, on canvas: inout Canvas) {
    let typing = front?.holdsText ?? false
    let offers = offers
    canvas.within(layout.paneKeys) { canvas in
      let hints = overlays.last?.hints ?? paneHints(offers, typing: typing)
      KeyHintRow(left: hints).draw(on: &canvas)
    }
    guard layout.globalKeys.rows > 0 else { return }
    let row = overlays.isEmpty ? globalHints(offers, typing: typing) : KeyHintRow(left: [])
    canvas.within(layout.globalKeys) { row.draw(on: &$0) }
  }

  private func paneHints(_ offers: [CommandOffer], typing: Bool) -> [KeyHint] {
    offers.filter {
      [.pane, .form].contains($0.entry.section)
        || !["Find", "Everywhere", "Display", "Move"].contains($0.entry.section.title)
    }
    .compactMap { hint($0, typing: typing) }
  }

  private func globalHints(_ all: [CommandOffer], typing: Bool) -> KeyHintRow {
    func named(_ names: [CommandID]) -> [KeyHint] {
      names.compactMap { name in all.first { $0.entry.id == name }.flatMap { hint($0, typing: typing) } }
    }
    let found = all.filter { $0.entry.section == .find || $0.entry.section == .move }.compactMap {
      hint($0, typing: typing)
    }
    return KeyHintRow(
      left: named(["shell.help", "shell.palette"]) + found + named(["shell.back"]),
      right: named(["shell.lock", "shell.undo"]))
  }

  private func hint(_ offer: CommandOffer, typing: Bool) -> KeyHint? {
    guard let label = offer.entry.hint, let key = offer.entry.shownKey(typing: typing) else { return nil }
    return KeyHint(key, label, isEnabled: offer.isEnabled)
  }
}

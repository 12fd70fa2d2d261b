import TerminalKit

// How a screen looks.
extension Shell {
  package func draw(size: Size, glyphs: GlyphSet) -> Canvas {
    self.size = size
    hits = HitMap()
    var canvas = Canvas(size: size, glyphs: glyphs)
    if case .stale = host.status.live { canvas.emptyListSays = "What is on file can't be read now." }
    let layout = ScreenLayout(size)
    if layout.kind == .tooSmall {
      drawTooSmall(on: &canvas)
    } else if let cover = covers.last {
      drawCover(cover, on: &canvas)
    } else {
      drawTitle(in: layout.title, on: &canvas)
      drawTabs(in: layout.tabs, on: &canvas)
      canvas.within(layout.context) { $0.write(front?.context(columns: $0.columns) ?? "", column: 1, row: 0) }
      drawBody(layout, on: &canvas)
      drawKeys(layout, on: &canvas)
      drawMessage(in: layout.message, on: &canvas)
    }
    return canvas
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let least = ScreenLayout.least
    let text =
      "Please make the window larger: \(least.columns)x\(least.rows) at least. Nothing is lost; keys do nothing."
    for (row, line) in SafeText.wrapped(text, columns: canvas.columns).prefix(canvas.rows).enumerated() {
      canvas.write(line, column: 0, row: row, role: .messageWarn)
    }
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

  private func drawMessage(in area: Area, on canvas: inout Canvas) {
    canvas.within(area) { canvas in
      if let running, isWorkShown {
        drawProgress(running, on: &canvas)
      } else if let message = messages.current {
        let end = canvas.write(" \(message.level.word)", column: 0, row: 0, role: message.level.role)
        let repeats = message.count > 1 ? " (\(message.count) times)" : ""
        let text = message.text + repeats
        // The remedy stands at the end of a sentence: where that is cut, it is said which key shows the whole of it.
        let more = overlays.isEmpty && covers.isEmpty ? " \(front?.holdsText == true ? "^G" : "m") more" : ""
        let room = canvas.columns - end - 2
        guard SafeText.width(text) > room, !more.isEmpty else {
          canvas.write(text, column: end + 2, row: 0, role: .default)
          return
        }
        canvas.write(text, column: end + 2, row: 0, role: .default, limit: room - SafeText.width(more))
        canvas.write(more, column: canvas.columns - SafeText.width(more), row: 0, role: .key)
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
}

import HospitalDomain
import HospitalScreens
import TerminalKit

extension HomePane {
  package mutating func draw(on canvas: inout Canvas) {
    let hasSide = canvas.columns >= 76 && !screen.wards.isEmpty
    let side = hasSide ? min(60, max(34, canvas.columns * 2 / 5)) : 0
    let list = Area(column: 0, row: 0, columns: canvas.columns - side, rows: canvas.rows)
    canvas.within(list) { drawWaiting(on: &$0) }
    if hasSide {
      canvas.within(Area(column: canvas.columns - side, row: 0, columns: side, rows: canvas.rows)) { drawNow(on: &$0) }
    }
  }

  /// The sections with their lines; the line under the cursor stays in sight with its heading.
  private mutating func drawWaiting(on canvas: inout Canvas) {
    var rows: [(text: StyledText, line: Int?)] = []
    var number = 0
    for section in screen.sections {
      if !rows.isEmpty { rows.append(("", nil)) }
      rows.append((StyledText(section.title + (section.count.isEmpty ? "" : "  " + section.count), .heading), nil))
      if section.lines.isEmpty { rows.append((StyledText(" \(section.empty)", .hint), nil)) }
      for line in section.lines {
        var text = StyledText(" \(line.lead.padded(to: 8))", .default)
        text.add(line.text, line.isLate ? .overdue : .default)
        rows.append((text, number))
        number += 1
      }
      if !section.note.isEmpty { rows.append((StyledText(" \(section.note)", .hint), nil)) }
    }
    let selected = rows.firstIndex { $0.line == screen.cursor } ?? 0
    top = min(max(0, top), max(0, rows.count - canvas.rows))
    if selected <= top + 1 { top = screen.cursor == 0 ? 0 : max(0, min(top, selected - 1)) }
    if selected >= top + canvas.rows { top = selected - canvas.rows + 1 }
    for (row, entry) in rows[top...].prefix(canvas.rows).enumerated() {
      draw(entry.text, isSelected: entry.line == screen.cursor, isLine: entry.line != nil, row: row, on: &canvas)
    }
    let more = canvas.glyphs.more
    if top > 0 { canvas.write("\(more.above)", column: canvas.columns - 1, row: 0, role: .hint) }
    if top + canvas.rows < rows.count {
      canvas.write("\(more.below)", column: canvas.columns - 1, row: canvas.rows - 1, role: .hint)
    }
    if screen.lines.isEmpty { canvas.park(column: 0, row: 0) }
  }

  private func draw(_ text: StyledText, isSelected: Bool, isLine: Bool, row: Int, on canvas: inout Canvas) {
    canvas.write(text, column: 1, row: row, limit: canvas.columns - 2)
    guard isSelected else { return }
    canvas.write(">", column: 0, row: row)
    canvas.tint(Area(column: 0, row: row, columns: 10, rows: 1), role: .tableRowSelected)
    canvas.park(column: 0, row: row)
  }

  /// Free rooms by ward, and what happened last.
  private func drawNow(on canvas: inout Canvas) {
    let counts = screen.counts
    canvas.write("FREE ROOMS  \(counts.free) of \(counts.total)", column: 1, row: 0, role: .heading)
    var row = 1
    for ward in screen.wards.prefix(max(3, canvas.rows / 2 - 2)) {
      canvas.write(ward.name, column: 2, row: row, limit: canvas.columns - 9)
      canvas.write(
        "\(ward.counts.free)", column: canvas.columns - 7, row: row, width: 4, align: .right,
        role: ward.counts.free == 0 ? .overdue : .roomFree)
      row += 1
    }
    row += 1
    canvas.write("LAST EVENTS", column: 1, row: row, role: .heading)
    if screen.events.isEmpty { canvas.write("nothing yet today", column: 2, row: row + 1, role: .hint) }
    for (line, event) in screen.events.enumerated() where row + 1 + line < canvas.rows {
      let at = row + 1 + line
      canvas.write(event.when, column: 2, row: at, role: .caption)
      var end = canvas.write(event.number.padded(to: 7), column: 9, row: at)
      end = canvas.write(event.code.mark(canvas.glyphs), column: end + 1, row: at, role: event.code.role)
      canvas.write(event.note.isEmpty ? event.code.title : event.note, column: end + 1, row: at)
    }
  }
}

extension Asks {
  /// Goes to the board with the cursor on a room.
  mutating func openBoard(on room: RoomID, at desk: Desk) {
    guard let session = desk.session else { return }
    var screen = BedBoardScreen(session: session, desk: desk)
    screen.select(room)
    open(2, pushing: BedsPane(screen, desk: desk))
  }
}

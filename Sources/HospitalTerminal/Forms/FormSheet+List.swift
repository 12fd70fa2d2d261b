import HospitalScreens
import TerminalKit

extension FormSheet {
  /// Draws the open list in a box over the form, with the cursor in what is typed to narrow it.
  func draw(_ list: PickList, on canvas: inout Canvas) {
    let titles = list.rows.map { SafeText.width($0.title) }.max() ?? 0
    let details = list.rows.map { SafeText.width($0.detail) }.max() ?? 0
    let count = list.rows.isEmpty ? "none" : "\(list.selected + 1) of \(list.rows.count)"
    let wide = min(max(44, titles + details + 5), canvas.columns - 6)
    let rows = min(max(list.rows.count, 1), 12) + 1
    OverlayFrame(title: list.title, note: count).draw(columns: wide, rows: rows, on: &canvas) { canvas in
      TextField(text: list.typed.text, caret: list.typed.cursor, width: canvas.columns - 2, isFocused: true)
        .draw(column: 0, row: 0, on: &canvas, role: .field)
      guard !list.rows.isEmpty else {
        canvas.write("Nothing is like this. ^U shows all.", column: 2, row: 1, role: .hint)
        return
      }
      let seen = canvas.rows - 1
      let first = max(0, min(list.selected - seen / 2, list.rows.count - seen))
      for (line, row) in list.rows.enumerated().dropFirst(first).prefix(seen) {
        drawRow(row, isPicked: line == list.selected, line: line - first + 1, titles: titles, on: &canvas)
      }
    }
  }

  private func drawRow(_ row: FieldChoice, isPicked: Bool, line: Int, titles: Int, on canvas: inout Canvas) {
    let role: StyleRole = isPicked ? .tableRowSelected : .overlay
    canvas.fill(Area(column: 0, row: line, columns: canvas.columns, rows: 1), role: role)
    canvas.write(isPicked ? ">" : " ", column: 0, row: line, role: role)
    let room = min(titles, max(8, canvas.columns - 2 - SafeText.width(row.detail) - 2))
    canvas.write(row.title, column: 2, row: line, role: role, limit: room)
    canvas.write(row.detail, column: 2 + room + 2, row: line, role: isPicked ? role : .hint)
  }
}

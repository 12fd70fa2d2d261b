import HospitalScreens
import TerminalKit

/// What has to be read before a form acts. It stands above the fields, which stay in sight, and scrolls where it is long.
struct FormReading: Sendable {
  /// The first line that is seen, and how many of how many there was room for when it was drawn last.
  private var top = 0
  private var seen = 0
  private var count = 0

  /// Goes a page down or up; false where all of it is in sight.
  @discardableResult
  mutating func scroll(_ pages: Int) -> Bool {
    guard seen < count else { return false }
    top = max(0, min(top + pages * seen, count - seen))
    return true
  }

  /// Draws as much of it as leaves room for the fields, half of the canvas at least, a rule, and the form below it.
  mutating func draw(_ reading: [DetailLine], above sheet: inout FormSheet, on canvas: inout Canvas) {
    let lines = reading.styled(columns: canvas.columns - 3)
    count = lines.count
    guard count > 0, sheet.form.list == nil else { return sheet.draw(on: &canvas) }
    // A rule, and a row for what is wrong with a field.
    let room = canvas.rows - FormPlan(sheet.form, columns: canvas.columns).lines - 2
    let rows = min(count, max(4, canvas.rows / 2, room))
    seen = count > rows ? rows - 1 : rows
    top = max(0, min(top, count - seen))
    for (row, line) in lines[top..<(top + seen)].enumerated() {
      canvas.write(line, column: 1, row: row, limit: canvas.columns - 1)
    }
    if seen < count { canvas.write(more, column: 1, row: seen, role: .hint) }
    canvas.rule(row: rows)
    let lower = Area(column: 0, row: rows + 1, columns: canvas.columns, rows: canvas.rows - rows - 1)
    canvas.within(lower) { sheet.draw(on: &$0) }
  }

  /// Where the rest is: `3 more lines: PgDn`.
  private var more: String {
    let below = count - top - seen
    return [(below, "more", "PgDn"), (top, "above", "PgUp")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.0 == 1 ? "line" : "lines") \($0.1): \($0.2)" }.joined(separator: "   ")
  }
}

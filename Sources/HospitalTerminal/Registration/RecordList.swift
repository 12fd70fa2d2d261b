import HospitalScreens
import TerminalKit

/// The sections of a record as one list that scrolls: the focus goes from line to line, over the headings.
struct RecordList {
  private enum Row {
    case heading(String)
    case line(RecordLine)
  }

  private var rows: [Row] = []
  private(set) var selected = 0
  private var top = 0
  private var visible = 1

  init(_ sections: [RecordSection]) { replace(with: sections) }

  /// Takes other sections; the focus stays on what it was on, where it is on the screen, or else on the same row.
  mutating func replace(with sections: [RecordSection]) {
    let (before, place) = (line, selected - top)
    rows = sections.flatMap { [Row.heading($0.title)] + $0.lines.map(Row.line) }
    selected = min(selected, max(0, rows.count - 1))
    settle(towards: 1)
    guard let before, line?.isSame(as: before) != true else { return }
    select { $0.isSame(as: before) }
    top = max(0, selected - place)
  }

  /// Puts the focus on the first line like that; it stays where it is if there is none.
  mutating func select(where isWanted: (RecordLine) -> Bool) {
    let found = rows.firstIndex { if case .line(let line) = $0 { isWanted(line) } else { false } }
    if let found { selected = found }
  }

  /// The line with the focus.
  var line: RecordLine? {
    guard rows.indices.contains(selected), case .line(let line) = rows[selected] else { return nil }
    return line
  }

  mutating func move(by count: Int) {
    selected = min(max(0, selected + count), rows.count - 1)
    settle(towards: count < 0 ? -1 : 1)
  }

  mutating func page(by pages: Int) { move(by: pages * max(1, visible - 2)) }

  mutating func toEnd(_ last: Bool) { move(by: last ? rows.count : -rows.count) }

  /// Goes to the first line of the section after or before this one, round the end.
  mutating func section(by step: Int) {
    let headings = rows.indices.filter { if case .heading = rows[$0] { true } else { false } }
    guard let current = headings.lastIndex(where: { $0 <= selected }) else { return }
    selected = headings[(current + step + headings.count) % headings.count]
    settle(towards: 1)
  }

  /// Steps from a heading to a line.
  private mutating func settle(towards step: Int) {
    guard rows.indices.contains(selected), case .heading = rows[selected] else { return }
    let next = selected + step
    selected = rows.indices.contains(next) ? next : selected + 1
  }

  mutating func draw(on canvas: inout Canvas) {
    visible = canvas.rows
    let isFirst = selected > 0 && line != nil && isHeading(selected - 1)
    top = min(top, isFirst ? selected - 1 : selected)
    top = max(0, max(top, selected - canvas.rows + 1))
    top = min(top, max(0, rows.count - canvas.rows))
    for (offset, number) in (top..<min(rows.count, top + canvas.rows)).enumerated() {
      switch rows[number] {
      case .heading(let title): canvas.write(title, column: 1, row: offset, role: .heading)
      case .line(let line): draw(line, isSelected: number == selected, row: offset, on: &canvas)
      }
    }
    let more = canvas.glyphs.more
    if top > 0 { canvas.write(String(more.above), column: canvas.columns - 1, row: 0, role: .hint) }
    if top + canvas.rows < rows.count {
      canvas.write(String(more.below), column: canvas.columns - 1, row: canvas.rows - 1, role: .hint)
    }
    canvas.park(column: 0, row: selected - top)
  }

  private func isHeading(_ number: Int) -> Bool { if case .heading = rows[number] { true } else { false } }

  /// Only the head of the line with the focus is lit, as in tables.
  private func draw(_ line: RecordLine, isSelected: Bool, row: Int, on canvas: inout Canvas) {
    canvas.write(isSelected ? ">" : line.weight == .alert ? "!" : " ", column: 0, row: row)
    let label = canvas.write(line.label, column: 2, row: row, role: .caption)
    let start = line.label.isEmpty ? 2 : max(label + 2, 16)
    let end = canvas.write(
      line.text, column: start, row: row, role: line.weight.role, limit: canvas.columns - start - 1)
    guard isSelected else { return }
    let head = line.label.isEmpty ? end : label
    canvas.tint(Area(column: 0, row: row, columns: head + 1, rows: 1), role: .tableRowSelected)
  }
}

extension RecordLine.Weight {
  fileprivate var role: StyleRole {
    switch self {
    case .plain: .default
    case .waiting: .overdue
    case .alert: .bannerAlert
    case .faint: .hint
    }
  }
}

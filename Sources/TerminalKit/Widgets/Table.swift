/// A column of a table.
package struct TableColumn<Row>: Sendable {
  /// How wide it is.
  package enum Width: Hashable, Sendable {
    /// Always so many cells.
    case fixed(Int)
    /// At least so many cells, and a share of what is left.
    case flexible(Int)

    /// The fewest cells that it takes.
    var least: Int {
      switch self {
      case .fixed(let cells), .flexible(let cells): cells
      }
    }

    /// Whether it takes a share of what is left.
    var isFlexible: Bool { if case .flexible = self { true } else { false } }
  }

  /// The name above it.
  package let title: String
  /// How wide it is.
  package let width: Width
  /// On which side its text stands.
  package let align: TextAlignment
  /// When columns do not fit, those of the highest number are left out first; 0 always stays.
  package let rank: Int
  /// Its text in a row.
  package let text: @Sendable (Row) -> String
  /// Its role in a row; nil for the row's own.
  package let role: @Sendable (Row) -> StyleRole?

  /// Makes a column.
  package init(
    _ title: String, width: Width, align: TextAlignment = .left, rank: Int = 0,
    role: @escaping @Sendable (Row) -> StyleRole? = { _ in nil }, text: @escaping @Sendable (Row) -> String
  ) {
    self.title = title
    self.width = width
    self.align = align
    self.rank = rank
    self.text = text
    self.role = role
  }
}

/// What is to be said of a whole row in its first column.
package enum RowMark: Sendable {
  /// Nothing.
  case none
  /// It changed in the last minute: `*`.
  case changed
  /// Something is wrong with it: `!`.
  case wrong
  /// The person marked it: `+`, for rows whose marks stay with them wherever they stand.
  case marked

  /// The sign that says so; empty for nothing.
  package var sign: String {
    switch self {
    case .none: ""
    case .changed: "*"
    case .wrong: "!"
    case .marked: "+"
    }
  }
}

/// A list of rows in columns. Column 0 of the screen holds the marks: `>` focus,
/// `*` changed, `!` wrong, `+` marked; in the row with the focus they stand beside the `>`.
package struct Table<Row>: Sendable {
  /// The columns, from left to right.
  package let columns: [TableColumn<Row>]
  /// What the mark of a row is.
  package let mark: @Sendable (Row) -> RowMark
  /// What is said when there is no row.
  package let empty: String

  /// Makes a table.
  package init(
    _ columns: [TableColumn<Row>], empty: String, mark: @escaping @Sendable (Row) -> RowMark = { _ in .none }
  ) {
    self.columns = columns
    self.empty = empty
    self.mark = mark
  }

  /// Draws the header and the rows that are seen over the whole canvas, and
  /// parks the cursor on the row with the focus if the table has it. Only the
  /// rows that are seen are asked for.
  package func draw(
    _ rows: some RandomAccessCollection<Row>, state: inout TableState, on canvas: inout Canvas, focused: Bool = true
  ) {
    if state.count != rows.count { state.rowsChanged(count: rows.count) }
    state.fit(rows: canvas.rows - 1)
    let widths = fit(canvas.columns - 2)
    drawHeader(widths, on: &canvas)
    if rows.isEmpty {
      canvas.write(canvas.emptyListSays ?? empty, column: 2, row: 1, role: .hint)
      if focused { canvas.park(column: 0, row: 1) }
    }
    for (line, number) in state.window.enumerated() {
      let row = rows[rows.index(rows.startIndex, offsetBy: number)]
      drawRow(row, number: number, at: line + 1, widths: widths, state: state, focused: focused, on: &canvas)
    }
    canvas.markMore(above: state.window.lowerBound > 0, row: 1)
    canvas.markMore(below: state.window.upperBound < rows.count, row: state.window.count)
  }
}

extension Table {
  /// The width of each column in `room` cells, with one blank between; nil for one that is left out.
  func fit(_ room: Int) -> [Int?] {
    // Worked out for every key that is pressed, so that it takes no memory but for the answer.
    var widths: [Int?] = []
    widths.reserveCapacity(columns.count)
    var spare = room + 1
    var flexible = 0
    for column in columns {
      widths.append(column.width.least)
      spare -= column.width.least + 1
      if column.width.isFlexible { flexible += 1 }
    }
    while spare < 0, let worst = lastOfHighestRank(in: widths) {
      widths[worst] = nil
      spare += columns[worst].width.least + 1
      if columns[worst].width.isFlexible { flexible -= 1 }
    }
    for index in columns.indices where spare > 0 && widths[index] != nil && columns[index].width.isFlexible {
      let share = spare / flexible
      widths[index] = columns[index].width.least + share
      spare -= share
      flexible -= 1
    }
    return widths
  }

  /// The column to leave out next, of those that have a width; nil when all of them stay.
  private func lastOfHighestRank(in widths: [Int?]) -> Int? {
    var worst: Int?
    for index in columns.indices where widths[index] != nil && columns[index].rank > 0 {
      if worst.map({ columns[index].rank >= columns[$0].rank }) ?? true { worst = index }
    }
    return worst
  }

  private func drawHeader(_ widths: [Int?], on canvas: inout Canvas) {
    canvas.fill(Area(column: 0, row: 0, columns: canvas.columns, rows: 1), role: .tableHeader)
    var at = 2
    for index in columns.indices {
      guard let width = widths[index] else { continue }
      let title = columns[index].title
      canvas.write(
        title, column: at + indent(title, width, columns[index].align), row: 0, role: .tableHeader, limit: width)
      at += width + 1
    }
  }

  private func drawRow(
    _ row: Row, number: Int, at line: Int, widths: [Int?], state: TableState, focused: Bool, on canvas: inout Canvas
  ) {
    let mark = mark(row)
    let isSelected = number == state.selected
    let isMarked = mark == .marked || state.marked.contains(number)
    let role = Self.role(isMarked: isMarked, mark: mark)
    // Only the head of the row is lit: a cursor key then sends two short pieces of rows, not two whole rows.
    let head = isSelected && focused ? StyleRole.tableRowSelected : role
    canvas.fill(Area(column: 0, row: line, columns: canvas.columns, rows: 1), role: role)
    canvas.fill(Area(column: 0, row: line, columns: 2 + (widths.compactMap { $0 }.first ?? 0), rows: 1), role: head)
    if isSelected { canvas.write(">", column: 0, row: line, role: head) }
    let sign = isMarked ? "+" : mark.sign
    if !sign.isEmpty { canvas.write(sign, column: isSelected ? 1 : 0, row: line, role: head) }
    var at = 2
    var isHead = true
    for index in columns.indices {
      guard let width = widths[index] else { continue }
      let text = columns[index].text(row)
      let start = at + indent(text, width, columns[index].align)
      let own = isHead && head != role ? head : columns[index].role(row) ?? role
      canvas.write(text, column: start, row: line, role: own, limit: at + width - start)
      at += width + 1
      isHead = false
    }
    if isSelected, focused { canvas.park(column: 0, row: line) }
  }

  private static func role(isMarked: Bool, mark: RowMark) -> StyleRole {
    if isMarked { return .tableRowMarked }
    return mark == .changed ? .tableRowChanged : .tableRow
  }

  /// How far from the left of its room a text begins.
  private func indent(_ text: String, _ width: Int, _ align: TextAlignment) -> Int {
    switch align {
    case .left: 0
    case .right: max(0, width - SafeText.width(text))
    case .centre: max(0, width - SafeText.width(text)) / 2
    }
  }
}

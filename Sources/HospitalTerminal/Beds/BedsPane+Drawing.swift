import HospitalDomain
import HospitalScreens
import TerminalKit

extension BedsPane {
  /// From this size of the whole screen every ward is shown as tiles.
  static let tilesFrom = Size(columns: 160, rows: 45)

  package mutating func draw(on canvas: inout Canvas) {
    let hasTiles = canvas.screen.columns >= Self.tilesFrom.columns && canvas.screen.rows >= Self.tilesFrom.rows
    let isWide = canvas.columns < canvas.screen.columns
    let foot = screen.filterProblem != nil ? 2 : screen.entry != nil || (!isWide && canvas.rows >= 16) ? 1 : 0
    let body = Area(column: 0, row: 0, columns: canvas.columns, rows: canvas.rows - foot)
    if hasTiles {
      canvas.within(body) { drawTiles(on: &$0) }
    } else {
      page = nil
      canvas.within(body) { drawAreas(on: &$0) }
    }
    if foot > 0 {
      canvas.within(Area(column: 0, row: canvas.rows - foot, columns: canvas.columns, rows: foot)) { drawFoot(on: &$0) }
    }
  }

  private mutating func drawAreas(on canvas: inout Canvas) {
    let rows = WardRow.all(screen)
    // The wards never take more than half of the screen; the cursor stays in sight.
    let height = min(rows.count + 1, max(3, canvas.rows * 9 / 20))
    let wardArea = Area(column: 0, row: 0, columns: canvas.columns, rows: height)
    let roomArea = Area(column: 0, row: height + 1, columns: canvas.columns, rows: canvas.rows - height - 1)
    let isInWards = screen.area == .wards
    canvas.within(wardArea) { drawWards(rows, isFocused: isInWards, on: &$0) }
    canvas.rule(row: height)
    let numbers = screen.list.longestNumber
    canvas.within(roomArea) {
      RoomTable(columns: $0.columns, numbers: numbers, glyphs: $0.glyphs, empty: RoomTable.empty(screen))
        .table.draw(screen.lines, state: &rooms, on: &$0, focused: !isInWards)
      if isInWards { rooms.drawChosen(on: &$0) }
    }
  }

  /// The wards; while the cursor is among the rooms they stand as they are.
  private mutating func drawWards(_ rows: [WardRow], isFocused: Bool, on canvas: inout Canvas) {
    let table = WardTable(columns: canvas.columns)
    if isFocused { return table.draw(rows, state: &wards, on: &canvas, focused: true) }
    let before = wards
    wards = keptWards.show(WardsShown(rows: rows, state: before), on: &canvas) { canvas in
      var state = before
      table.draw(rows, state: &state, on: &canvas, focused: false)
      state.drawChosen(on: &canvas)
      return state
    }
  }

  /// The line under the rooms: the filter while it is typed, or the room under the cursor in short. What is wrong with the
  /// filter has a line of its own: the words that it may hold are many.
  private func drawFoot(on canvas: inout Canvas) {
    if let entry = screen.entry {
      let end = canvas.write(" / ", column: 0, row: 0, role: .caption)
      TextField(text: entry.text, caret: entry.cursor, width: 30, isFocused: true).draw(
        column: end, row: 0, on: &canvas, role: screen.filterProblem == nil ? .fieldFocused : .fieldError)
      canvas.write("room, name, state:free, ward:4A, kind:icu", column: end + 33, row: 0, role: .hint)
      if let problem = screen.filterProblem { canvas.write(problem, column: 1, row: 1, role: .messageError) }
    } else if let summary = screen.summary {
      canvas.write(summary, column: 2, row: 0, role: .hint)
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    screen.detail?.draw(on: &canvas)
  }
}

extension TableState {
  /// Marks the chosen row of a table that has not the focus: `>` belongs to the focus alone.
  func drawChosen(on canvas: inout Canvas) {
    guard let selected, window.contains(selected) else { return }
    canvas.write(canvas.glyphs == .unicode ? "·" : "-", column: 0, row: selected - top + 1, role: .tableRow)
  }
}

extension RoomDetail {
  /// Draws it beside a list; a value that is too long goes on below.
  func draw(on canvas: inout Canvas) {
    let lines = styledLines(glyphs: canvas.glyphs, columns: canvas.columns - 1)
    for (row, line) in lines.enumerated() where row < canvas.rows { canvas.write(line, column: 1, row: row) }
  }

  /// The detail as lines of at most so many columns, with captions in a column.
  func styledLines(glyphs: GlyphSet, columns: Int = .max) -> [StyledText] {
    var head = StyledText("\(number)  ", .heading)
    head.add(code.label(glyphs), code.role)
    var lines = [head]
    let width = sections.flatMap(\.lines).map(\.caption.count).max() ?? 0
    for section in sections {
      lines += ["", StyledText(section.title, .heading)]
      for line in section.lines {
        let pieces = TerminalKit.SafeText.wrapped(line.value, columns: max(10, columns - width - 3))
        for (number, piece) in pieces.enumerated() {
          var text = StyledText(" \((number == 0 ? line.caption : "").padded(to: width))  ", .caption)
          text.add(piece, line.isAlert ? .bannerAlert : .default)
          lines.append(text)
        }
      }
    }
    return lines
  }
}

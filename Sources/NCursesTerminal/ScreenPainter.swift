import CNcurses
import TerminalKit

/// Tells ncurses what has changed since the canvas before. Its cost is that of
/// comparing small numbers; ncurses hears only of rows that differ.
struct ScreenPainter {
  private let isUnicode: Bool
  private var styles: StyleTable
  private var shown: [Cell] = []
  private var before: Canvas?
  private var shownSize = Size(columns: 0, rows: 0)
  private var composed: [String] = []
  private var fresh: [Cell] = []
  private var row: [cn_cell] = []

  init(depth: ColourDepth, isUnicode: Bool) {
    self.isUnicode = isUnicode
    styles = StyleTable(depth: depth)
  }

  /// Takes nothing for granted of what the screen shows.
  mutating func forget() {
    shown = []
    before = nil
  }

  /// Gives ncurses the difference between `canvas` and what it was given last.
  mutating func paint(_ canvas: Canvas, theme: Theme) {
    if styles.use(theme) { forget() }
    if shown.isEmpty || shownSize != canvas.screen || composed.count > 4_000 {
      shownSize = canvas.screen
      shown = Array(repeating: .blank, count: canvas.cells.count)
      composed = []
      before = nil
      cn_set_background(styles.attributes[0], styles.pairs[0])
      cn_erase()
    }
    let styleOfRole = canvas.roles.map { styles.number(of: $0) }
    let glyphOfComposed = canvas.composed.map { number(ofComposed: $0) }
    let known = before.flatMap { $0.sharesTables(with: canvas) ? $0 : nil }
    for number in 0..<canvas.screen.rows where known.map({ !canvas.hasSameRow(number, as: $0) }) ?? true {
      paintRow(number, of: canvas, styleOfRole, glyphOfComposed)
    }
    before = canvas
  }

  private mutating func paintRow(
    _ number: Int, of canvas: Canvas, _ styleOfRole: [UInt16], _ glyphOfComposed: [UInt32]
  ) {
    let columns = canvas.screen.columns
    let start = number * columns
    fresh.removeAll(keepingCapacity: true)
    for column in 0..<columns {
      var cell = canvas.cells[start + column]
      cell.role = styleOfRole[Int(cell.role)]
      if cell.glyph & Cell.composed != 0 { cell.glyph = glyphOfComposed[Int(cell.glyph & ~Cell.composed)] }
      fresh.append(cell)
    }
    joinBlanks()
    var first = -1
    var last = -1
    for column in 0..<columns {
      let (cell, before) = (fresh[column], shown[start + column])
      if before.glyph != cell.glyph || before.role != cell.role || before.width != cell.width {
        shown[start + column] = cell
        if first < 0 { first = column }
        last = column
      }
    }
    guard first >= 0 else { return }
    while first > 0, shown[start + first].isContinuation { first -= 1 }
    send(row: number, start: start, from: first, through: last)
  }

  /// Gives blanks the style of the text before them, or at the end of the row the
  /// screen's own, where they look the same: ncurses then need not send a change of
  /// colours for what nobody sees.
  private mutating func joinBlanks() {
    let grounds = styles.grounds
    var end = fresh.count
    while end > 0, fresh[end - 1].glyph == 0x20, grounds[Int(fresh[end - 1].role)] == grounds[0] { end -= 1 }
    for column in end..<fresh.count { fresh[column].role = 0 }
    guard end > 1 else { return }
    for column in 1..<end where fresh[column].glyph == 0x20 {
      let before = fresh[column - 1].role
      if grounds[Int(before)] == grounds[Int(fresh[column].role)] { fresh[column].role = before }
    }
  }

  /// Gives ncurses a piece of a row, composed characters one by one.
  private mutating func send(row number: Int, start: Int, from first: Int, through last: Int) {
    row.removeAll(keepingCapacity: true)
    var begin = first
    for column in first...last {
      let cell = shown[start + column]
      if cell.glyph & Cell.composed != 0 {
        flush(row: number, at: begin)
        put(composed: composed[Int(cell.glyph & ~Cell.composed)], style: Int(cell.role), row: number, column: column)
        begin = column + Int(cell.width)
      } else if !cell.isContinuation || !row.isEmpty {
        row.append(
          cn_cell(
            scalar: showable(cell.glyph, width: cell.width), attributes: styles.attributes[Int(cell.role)],
            columns: UInt16(cell.width), pair: styles.pairs[Int(cell.role)]))
      }
    }
    flush(row: number, at: begin)
  }

  private mutating func flush(row number: Int, at column: Int) {
    guard !row.isEmpty else { return }
    cn_put(Int32(number), Int32(column), row, Int32(row.count))
    row.removeAll(keepingCapacity: true)
  }

  private func put(composed text: String, style: Int, row: Int, column: Int) {
    let scalars = text.unicodeScalars.map(\.value).filter { isUnicode || cn_can_show($0) }
    cn_put_composed(Int32(row), Int32(column), scalars + [0], styles.attributes[style], styles.pairs[style])
  }

  /// The scalar, or a question mark where the terminal's character set lacks it.
  private func showable(_ scalar: UInt32, width: UInt8) -> UInt32 {
    isUnicode || scalar < 0x7F || cn_can_show(scalar) ? scalar : 0x3F
  }

  private mutating func number(ofComposed text: String) -> UInt32 {
    if let known = composed.firstIndex(of: text) { return Cell.composed | UInt32(known) }
    composed.append(text)
    return Cell.composed | UInt32(composed.count - 1)
  }
}

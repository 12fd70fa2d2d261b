import Glibc

/// A screen, or a part of one, as a value: cells of text, each with a role. It
/// knows no terminal; a device shows it, a test reads it. Everything that is
/// written is made safe and clipped.
///
/// Inside `within(_:_:)` a canvas stands for a part of the screen: places count
/// from that part's corner, and nothing outside it can be touched.
package struct Canvas: Sendable {
  /// The signs that widgets draw with.
  package let glyphs: GlyphSet
  /// Where the terminal's cursor is parked: on the focus. Counted on the whole screen.
  package private(set) var cursor: Point?
  /// The roles that cells point at.
  package private(set) var roles: [StyleRole] = [.default]
  /// Characters made of more than one scalar that cells point at.
  package private(set) var composed: [String] = []
  /// All cells of the whole screen, row after row.
  package private(set) var cells: [Cell]
  /// The extent of the whole screen.
  package let screen: Size
  /// What lists without rows say in place of their own words; nil for those. A list that could not be read is not empty.
  package var emptyListSays: String?

  private var view: Area
  private var lastRole = 0

  /// An empty canvas of `size`.
  package init(size: Size, glyphs: GlyphSet = .unicode) {
    self.glyphs = glyphs
    screen = size
    view = Area(size)
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The extent that can be drawn on: the whole screen, or the part that `within` opened.
  package var size: Size { view.size }
  /// How many columns can be drawn on.
  package var columns: Int { view.size.columns }
  /// How many rows can be drawn on.
  package var rows: Int { view.size.rows }

  /// Lets `draw` work on a part: places count from the part's corner, and what
  /// lies outside it, or outside the canvas, is clipped.
  package mutating func within(_ area: Area, _ draw: (inout Canvas) -> Void) {
    let outer = view
    let wanted = Area(
      column: outer.column + area.column, row: outer.row + area.row, columns: area.columns, rows: area.rows)
    view = wanted.intersection(outer)
    draw(&self)
    view = outer
  }

  /// Parks the terminal's cursor at a place of this part; a place outside it is moved to its edge.
  package mutating func park(column: Int, row: Int) {
    guard !view.size.isEmpty else { return }
    cursor = Point(
      column: view.column + min(max(0, column), view.columns - 1), row: view.row + min(max(0, row), view.rows - 1))
  }

  /// Leaves the cursor where it is not seen to belong to anything.
  package mutating func unpark() {
    cursor = nil
  }

  /// The cell at a place of the whole screen.
  package func cell(column: Int, row: Int) -> Cell {
    cells[row * screen.columns + column]
  }

  /// What a cell shows, as text; empty for the right half of a wide character.
  package func text(of cell: Cell) -> String {
    if cell.isContinuation { return "" }
    if cell.glyph & Cell.composed != 0 { return composed[Int(cell.glyph & ~Cell.composed)] }
    return Unicode.Scalar(cell.glyph).map { String($0) } ?? "\u{FFFD}"
  }

  /// The role of the cell at a place of the whole screen.
  package func role(column: Int, row: Int) -> StyleRole {
    roles[Int(cell(column: column, row: row).role)]
  }

  /// Whether nothing is seen at a place of this part.
  func isBlank(column: Int, row: Int) -> Bool {
    guard row >= 0, row < view.rows, column >= 0, column < view.columns else { return false }
    return cells[(view.row + row) * screen.columns + view.column + column].glyph == Cell.blank.glyph
  }

  /// Whether a row of the whole screen is the same, cell for cell, as in a canvas that it shares its tables with.
  package func hasSameRow(_ row: Int, as other: Canvas) -> Bool {
    let length = screen.columns * MemoryLayout<Cell>.stride
    return cells.withUnsafeBytes { own in
      other.cells.withUnsafeBytes { theirs in
        guard let own = own.baseAddress, let theirs = theirs.baseAddress else { return true }
        return memcmp(own + row * length, theirs + row * length, length) == 0
      }
    }
  }

  /// Whether the cells of another canvas point at the same roles and characters, and there are as many.
  package func sharesTables(with other: Canvas) -> Bool {
    screen == other.screen && roles == other.roles && composed == other.composed
  }

  // MARK: Writing cells

  /// The table index of `role`.
  mutating func index(of role: StyleRole) -> UInt16 {
    if roles[lastRole] == role { return UInt16(lastRole) }
    if let known = roles.firstIndex(of: role) {
      lastRole = known
    } else {
      roles.append(role)
      lastRole = roles.count - 1
    }
    return UInt16(lastRole)
  }

  /// The glyph number of a character that is safe to show.
  mutating func number(of glyph: SafeGlyph) -> UInt32 {
    glyph.marks.isEmpty ? glyph.scalar.value : number(ofComposed: glyph.text)
  }

  private mutating func number(ofComposed text: String) -> UInt32 {
    if let known = composed.firstIndex(of: text) { return Cell.composed | UInt32(known) }
    composed.append(text)
    return Cell.composed | UInt32(composed.count - 1)
  }

  /// Puts a glyph of `width` columns at a place of this part. One that does
  /// not fit wholly is left out, and half a wide character is never left behind.
  mutating func put(glyph: UInt32, width: Int, role: UInt16, column: Int, row: Int) {
    guard row >= 0, row < view.rows, column >= 0, column + width <= view.columns else { return }
    let start = (view.row + row) * screen.columns + view.column + column
    mend(at: start, count: width)
    cells[start] = Cell(glyph: glyph, role: role, width: UInt8(width))
    if width == 2 { cells[start + 1] = Cell(glyph: 0, role: role, width: 0) }
  }

  /// Puts plain ASCII bytes at a place that has room for all of them.
  mutating func put(ascii bytes: UnsafeBufferPointer<UInt8>, role: UInt16, column: Int, row: Int) {
    guard !bytes.isEmpty else { return }
    let start = (view.row + row) * screen.columns + view.column + column
    mend(at: start, count: bytes.count)
    cells.withUnsafeMutableBufferPointer { cells in
      for index in bytes.indices { cells[start + index] = Cell(glyph: UInt32(bytes[index]), role: role, width: 1) }
    }
  }

  /// Puts the same glyph of one column into an area of this part.
  mutating func put(glyph: UInt32, role: UInt16, over wanted: Area) {
    let area = wanted.intersection(Area(size))
    guard !area.size.isEmpty else { return }
    for row in area.row..<area.endRow {
      let start = (view.row + row) * screen.columns + view.column + area.column
      mend(at: start, count: area.columns)
      cells.withUnsafeMutableBufferPointer { cells in
        for index in start..<start + area.columns { cells[index] = Cell(glyph: glyph, role: role, width: 1) }
      }
    }
  }

  /// Lays another canvas over this part, corner on corner; what lies outside the part is clipped.
  package mutating func lay(_ sheet: Canvas) {
    let roles = sheet.roles.map { index(of: $0) }
    let composed = sheet.composed.map { number(ofComposed: $0) }
    let columns = min(sheet.screen.columns, view.columns)
    guard columns > 0 else { return }
    for row in 0..<min(sheet.screen.rows, view.rows) {
      let start = (view.row + row) * screen.columns + view.column
      mend(at: start, count: columns)
      for column in 0..<columns {
        var cell = sheet.cells[row * sheet.screen.columns + column]
        cell.role = roles[Int(cell.role)]
        if cell.glyph & Cell.composed != 0 { cell.glyph = composed[Int(cell.glyph & ~Cell.composed)] }
        cells[start + column] = cell
      }
      if columns < sheet.screen.columns, sheet.cell(column: columns, row: row).isContinuation {
        cells[start + columns - 1] = Cell(glyph: 0x20, role: cells[start + columns - 1].role, width: 1)
      }
    }
  }

  /// Blanks the other half of wide characters that are about to be overwritten in part.
  private mutating func mend(at start: Int, count: Int) {
    if cells[start].isContinuation, start > 0 {
      cells[start - 1] = Cell(glyph: 0x20, role: cells[start - 1].role, width: 1)
    }
    let after = start + count
    if after < cells.count, cells[after].isContinuation {
      cells[after] = Cell(glyph: 0x20, role: cells[after].role, width: 1)
    }
  }

  /// Gives the cells of an area of this part another role, and keeps their text.
  package mutating func tint(_ area: Area, role: StyleRole) {
    let index = index(of: role)
    let part = area.intersection(Area(view.size))
    for row in part.row..<max(part.row, part.endRow) {
      let start = (view.row + row) * screen.columns + view.column
      for column in part.column..<part.endColumn { cells[start + column].role = index }
    }
  }
}

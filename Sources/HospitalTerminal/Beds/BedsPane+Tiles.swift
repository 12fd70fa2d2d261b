import HospitalDomain
import HospitalScreens
import TerminalKit

extension BedsPane {
  /// Draws every ward as tiles: mark and number, who is there, and since when.
  mutating func drawTiles(on canvas: inout Canvas) {
    let groups = screen.tiles
    let tiling = BedTiling(
      groups.map(\.positions.count), columns: canvas.columns - 2, rows: canvas.rows,
      number: screen.list.longestNumber)
    let layout = TileLayout(groups, tiling)
    let top = layout.top(keeping: screen.cursor, from: tileTop, rows: canvas.rows)
    self.tiling = tiling
    tileTop = top
    if groups.isEmpty { canvas.write("No room is like this. Esc shows all rooms.", column: 2, row: 0, role: .hint) }
    for (group, start) in zip(groups, layout.starts) where start - top < canvas.rows {
      drawHead(of: group.ward, row: start - top, on: &canvas)
      for (index, position) in group.positions.enumerated() {
        let row = start + 1 + index / tiling.columns * tiling.height - top
        guard row >= 0, row < canvas.rows else { continue }
        let column = 1 + index % tiling.columns * tiling.width
        let area = Area(column: column, row: row, columns: tiling.width - 1, rows: tiling.height)
        canvas.within(area) { drawTile(at: position, tiling, on: &$0) }
      }
    }
  }

  private func drawHead(of ward: WardLine, row: Int, on canvas: inout Canvas) {
    guard row >= 0 else { return }
    let counts = ward.counts
    let end = canvas.write(ward.name, column: 1, row: row, role: .heading)
    let parts = [
      (counts.free, "free"), (counts.occupied, "occupied"), (counts.housekeeping, "housekeeping"),
      (counts.held, "held"),
      (counts.shut, "closed"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    canvas.write("  " + words.joined(separator: " · "), column: end, row: row, role: .hint)
    canvas.write(
      "\(counts.percentOccupied) %", column: canvas.columns - 7, row: row, width: 5, align: .right, role: .hint)
  }

  private func drawTile(at position: Int, _ tiling: BedTiling, on canvas: inout Canvas) {
    let line = screen.line(at: position)
    let isSelected = position == screen.cursor
    let role: StyleRole =
      isSelected ? .tableRowSelected : line.isMarked ? .tableRowMarked : line.isChanged ? .tableRowChanged : .tableRow
    canvas.fill(Area(canvas.size), role: role)
    let sign = isSelected ? ">" : line.isMarked ? "+" : line.isChanged ? "*" : " "
    canvas.write(sign, column: 0, row: 0, role: role)
    canvas.write(line.code.mark(canvas.glyphs), column: 1, row: 0, role: isSelected ? role : line.code.role)
    canvas.write(line.number, column: 3, row: 0, role: role)
    let room = canvas.columns - (tiling.height == 2 ? 3 : 4 + tiling.number)
    let word = line.code.title.count <= room ? line.code.title : line.code.shortTitle
    let who = line.name == nil ? word : line.who(fitting: room) { TerminalKit.SafeText.width(String($0)) }
    let whoRole: StyleRole = isSelected || line.name != nil ? role : line.code.role
    if tiling.height == 2 {
      let at = canvas.columns - line.elapsed.count
      if at > 3 + line.number.count { canvas.write(line.elapsed, column: at, row: 0, role: isSelected ? role : .hint) }
      canvas.write(who, column: 3, row: 1, role: whoRole)
    } else {
      canvas.write(who, column: 3 + tiling.number + 1, row: 0, role: whoRole)
    }
    if isSelected { canvas.park(column: 0, row: 0) }
  }
}

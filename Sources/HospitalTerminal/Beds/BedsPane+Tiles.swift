import HospitalDomain
import HospitalScreens
import TerminalKit

extension BedsPane {
  /// Draws every ward as tiles: mark and number, who is there, and since when. While no room changes, the page that was
  /// drawn last is laid down again, and only the tile under the cursor is drawn.
  mutating func drawTiles(on canvas: inout Canvas) {
    let kind = TilePage.Kind(look: screen.look, size: canvas.size, glyphs: canvas.glyphs)
    var page = self.page ?? TilePage(kind, of: screen)
    if page.kind != kind { page = TilePage(kind, of: screen, from: page.top) }
    page.scroll(keeping: screen.cursor)
    let sheet = page.sheet ?? drawn(page)
    page.sheet = sheet
    self.page = page
    canvas.lay(sheet)
    if let cursor = screen.cursor, let area = page.area(of: cursor) {
      canvas.within(area) { drawTile(at: cursor, isSelected: true, page.tiling, on: &$0) }
    }
  }

  /// The page with no cursor on it.
  private func drawn(_ page: TilePage) -> Canvas {
    var canvas = Canvas(size: page.kind.size, glyphs: page.kind.glyphs)
    if page.groups.isEmpty {
      canvas.write(RoomTable.empty(screen), column: 2, row: 0, role: .hint)
    }
    for (group, start) in zip(page.groups, page.layout.starts) where start - page.top < canvas.rows {
      drawHead(of: group.ward, row: start - page.top, on: &canvas)
      for position in group.positions {
        guard let area = page.area(of: position) else { continue }
        canvas.within(area) { drawTile(at: position, isSelected: false, page.tiling, on: &$0) }
      }
    }
    return canvas
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

  private func drawTile(at position: Int, isSelected: Bool, _ tiling: BedTiling, on canvas: inout Canvas) {
    let line = screen.line(at: position)
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

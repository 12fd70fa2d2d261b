import BuiltProgramSupport

/// A screen as an SVG picture: each run of cells of one style is a text stretched to its cells, so that it stands right in
/// whatever monospaced font the reader has.
struct ScreenPicture {
  private let screen: ScreenEmulator
  private let cellWidth = 9
  private let cellHeight = 19
  private let margin = 12

  init(of screen: ScreenEmulator) {
    self.screen = screen
  }

  /// The picture.
  var svg: String {
    let width = screen.columns * cellWidth + 2 * margin
    let height = screen.rows * cellHeight + 2 * margin
    let paper = screen.cell(row: screen.rows - 1, column: screen.columns - 1)
    var picture = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)">
      <rect width="100%" height="100%" rx="6" fill="\(Self.hex(Self.colours(of: paper).background))"/>
      <g font-family="'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="15" xml:space="preserve">

      """
    for row in 0..<screen.rows {
      for run in runs(of: row) { picture += drawn(run, row, over: Self.colours(of: paper).background) }
    }
    return picture + "</g>\n</svg>\n"
  }

  /// Neighbouring cells of one style.
  private struct Run {
    let start: Int
    var cells: [ScreenCell]
    var text: String { cells.map(\.text).joined() }
  }

  private func runs(of row: Int) -> [Run] {
    var runs: [Run] = []
    for column in 0..<screen.columns {
      let cell = screen.cell(row: row, column: column)
      if let last = runs.last?.cells.last, Self.isAlike(last, cell) {
        runs[runs.count - 1].cells.append(cell)
      } else {
        runs.append(Run(start: column, cells: [cell]))
      }
    }
    return runs
  }

  private func drawn(_ run: Run, _ row: Int, over paper: ScreenCell.Colour) -> String {
    let cell = run.cells[0]
    let (foreground, background) = Self.colours(of: cell)
    let (x, y) = (margin + run.start * cellWidth, margin + row * cellHeight)
    let width = run.cells.count * cellWidth
    var drawn = ""
    if background != paper {
      drawn += #"<rect x="\#(x)" y="\#(y)" width="\#(width)" height="\#(cellHeight)" fill="\#(Self.hex(background))"/>"#
    }
    if !run.text.allSatisfy({ $0 == " " }) {
      let weight = cell.isBold ? #" font-weight="bold""# : ""
      let line = cell.isUnderlined ? #" text-decoration="underline""# : ""
      drawn += #"<text x="\#(x)" y="\#(y + 14)" textLength="\#(width)" lengthAdjust="spacingAndGlyphs""#
      drawn += #" fill="\#(Self.hex(foreground))"\#(weight)\#(line)>\#(Self.escaped(run.text))</text>"#
    }
    return drawn.isEmpty ? "" : drawn + "\n"
  }

  private static func isAlike(_ left: ScreenCell, _ right: ScreenCell) -> Bool {
    colours(of: left) == colours(of: right) && left.isBold == right.isBold && left.isUnderlined == right.isUnderlined
  }

  private static func colours(of cell: ScreenCell) -> (foreground: ScreenCell.Colour, background: ScreenCell.Colour) {
    cell.isReversed ? (cell.background, cell.foreground) : (cell.foreground, cell.background)
  }

  private static func hex(_ colour: ScreenCell.Colour) -> String {
    "#" + [colour.red, colour.green, colour.blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case " ": escaped += "\u{A0}"
      default: escaped.append(character)
      }
    }
  }
}

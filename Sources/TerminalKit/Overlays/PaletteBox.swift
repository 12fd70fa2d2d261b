/// A line to type a command's beginning into, with what fits below; Enter runs,
/// Tab completes.
package struct PaletteBox<Outcome>: Overlay {
  /// One thing that can be run.
  package struct Line {
    /// What is read and matched.
    package let title: String
    /// Where it leads.
    package let place: String
    /// Why it cannot be run now; nil when it can.
    package let refusal: String?
    /// What running it answers.
    package let outcome: Outcome

    /// Makes a line.
    package init(title: String, place: String, refusal: String?, outcome: Outcome) {
      self.title = title
      self.place = place
      self.refusal = refusal
      self.outcome = outcome
    }
  }

  private let source: (String) -> [Line]
  private var editor = LineEditor(longest: 80)
  private var lines: [Line] = []
  private var total = 0
  private var list = TableState()
  private var refusal = ""

  /// Opens the palette; `source` gives everything there is for what was typed.
  package init(source: @escaping (String) -> [Line]) {
    self.source = source
    narrow()
  }

  package var hints: [KeyHint] {
    [KeyHint(.enter, "Run"), KeyHint(.tab, "Complete"), KeyHint(.escape, "Close")]
  }

  package mutating func handle(_ key: Key) -> OverlayStep<Outcome> {
    refusal = ""
    switch key {
    case .escape, .function(12), .function(2), .function(3): return .close
    case .enter:
      guard let row = list.selected else { return .stay }
      if let why = lines[row].refusal { refusal = why } else { return .done(lines[row].outcome) }
    case .tab:
      if let row = list.selected {
        editor.set(lines[row].title)
        narrow()
      }
    case .up: list.move(by: -1)
    case .down: list.move(by: 1)
    case .pageUp: list.page(by: -1)
    case .pageDown: list.page(by: 1)
    default: if editor.handle(key) { narrow() }
    }
    return .stay
  }

  private mutating func narrow() {
    let all = source(editor.text)
    total = all.count
    let scored = all.enumerated().compactMap { index, line in
      WordMatch.score(editor.text, in: line.title).map { (line: line, score: $0, index: index) }
    }
    lines = scored.sorted {
      ($0.line.refusal == nil ? 0 : 1, $0.score, $0.index) < ($1.line.refusal == nil ? 0 : 1, $1.score, $1.index)
    }.map(\.line)
    list = TableState(count: lines.count)
  }

  package mutating func draw(on canvas: inout Canvas) {
    let note = refusal.isEmpty ? "\(lines.count) of \(total)" : refusal
    let rows = min(12, canvas.rows - 2)
    OverlayFrame(title: "Command", note: note).draw(columns: 60, rows: rows, on: &canvas) { canvas in
      list.fit(rows: canvas.rows - 1)
      editor.draw(column: 0, row: 0, width: canvas.columns - 2, on: &canvas)
      for (row, number) in list.window.enumerated() {
        let line = lines[number]
        let isSelected = number == list.selected
        let role: StyleRole = line.refusal != nil ? .disabled : isSelected ? .tableRowSelected : .overlay
        canvas.fill(Area(column: 0, row: row + 1, columns: canvas.columns, rows: 1), role: role)
        canvas.write(isSelected ? ">" : line.refusal != nil ? "-" : " ", column: 0, row: row + 1, role: role)
        let room = canvas.columns * 6 / 10
        canvas.write(line.title, column: 2, row: row + 1, role: role, limit: room - 3)
        canvas.write(line.refusal ?? line.place, column: room, row: row + 1, role: role)
      }
    }
  }
}

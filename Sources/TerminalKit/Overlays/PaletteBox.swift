/// A line to type a command's beginning into, with what fits below; Enter runs,
/// Tab completes.
package struct PaletteBox<Outcome>: Overlay {
  /// One thing that can be run.
  package struct Line {
    /// What is read and matched.
    package let title: String
    /// Where it leads.
    package let place: String
    /// The key that does the same; empty for none.
    package let key: String
    /// Why it cannot be run now; nil when it can.
    package let refusal: String?
    /// What running it answers.
    package let outcome: Outcome

    /// Makes a line.
    package init(title: String, place: String, key: String = "", refusal: String?, outcome: Outcome) {
      self.title = title
      self.place = place
      self.key = key
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
    OverlayFrame(title: "Command", note: note).draw(columns: 64, rows: rows, on: &canvas) { canvas in
      list.fit(rows: canvas.rows - 1)
      for (row, number) in list.window.enumerated() {
        draw(lines[number], row: row + 1, isSelected: number == list.selected, on: &canvas)
      }
      if lines.isEmpty { canvas.write("Nothing begins like that.", column: 2, row: 1, role: .hint) }
      editor.draw(column: 0, row: 0, width: canvas.columns - 2, on: &canvas, role: .field)
    }
  }

  private func draw(_ line: Line, row: Int, isSelected: Bool, on canvas: inout Canvas) {
    let role: StyleRole = line.refusal != nil ? .disabled : isSelected ? .tableRowSelected : .overlay
    canvas.fill(Area(column: 0, row: row, columns: canvas.columns, rows: 1), role: role)
    let sign = isSelected ? ">" : line.refusal != nil ? "-" : " "
    canvas.write(sign, column: 0, row: row, role: isSelected ? .tableRowSelected : role)
    let key = SafeText.width(line.key)
    // Without a refusal the title has the room that the place and the key leave.
    let room =
      line.refusal != nil
      ? canvas.columns * 6 / 10
      : max(
        canvas.columns * 6 / 10,
        min(4 + SafeText.width(line.title) + 1, canvas.columns - SafeText.width(line.place) - key - 2))
    canvas.write(line.title, column: 2, row: row, role: role, limit: room - 3)
    if let refusal = line.refusal {
      canvas.write(refusal, column: room, row: row, role: role)
    } else {
      canvas.write(line.place, column: room, row: row, role: role, limit: canvas.columns - room - key - 1)
      canvas.write(line.key, column: canvas.columns - key, row: row, role: isSelected ? role : .key)
    }
  }
}

/// Everything that can be done now, by section; typing searches, Enter runs.
package struct HelpBox: Overlay {
  private let title: String
  private let offers: [CommandOffer]
  private let typing: Bool
  private var line = LineEditor(longest: 40)
  private var shown: [Int]
  private var list: TableState
  private var refusal = ""

  /// Opens the help for `offers`; `typing` leaves out keys that are text now.
  package init(title: String, offers: [CommandOffer], typing: Bool) {
    self.title = title
    self.typing = typing
    var sections: [String] = []
    for offer in offers where !sections.contains(offer.entry.section.title) {
      sections.append(offer.entry.section.title)
    }
    self.offers = sections.flatMap { section in offers.filter { $0.entry.section.title == section } }
    shown = Array(offers.indices)
    list = TableState(count: offers.count)
  }

  package var hints: [KeyHint] { [KeyHint(.enter, "Run"), KeyHint(.escape, "Close")] }

  package mutating func handle(_ key: Key) -> OverlayStep<CommandID> {
    refusal = ""
    switch key {
    case .escape, .function(12), .function(1), .function(3): return .close
    case .enter:
      guard let row = list.selected else { return .stay }
      let offer = offers[shown[row]]
      if let why = offer.refusal { refusal = why } else { return .done(offer.entry.id) }
    case .up: list.move(by: -1)
    case .down: list.move(by: 1)
    case .pageUp: list.page(by: -1)
    case .pageDown: list.page(by: 1)
    default: if line.handle(key) { narrow() }
    }
    return .stay
  }

  private mutating func narrow() {
    shown = offers.indices.filter { index in
      let entry = offers[index].entry
      return WordMatch.score(line.text, in: "\(entry.title) \(entry.hint ?? "") \(entry.section.title)") != nil
        || entry.keys.contains { $0.label == line.text }
    }
    list = TableState(count: shown.count)
  }

  package mutating func draw(on canvas: inout Canvas) {
    let note = refusal.isEmpty ? "\(shown.count) of \(offers.count)  Enter runs  Esc closes" : refusal
    OverlayFrame(title: title, note: note).draw(columns: min(96, canvas.columns - 6), rows: canvas.rows, on: &canvas) {
      canvas in
      list.fit(rows: canvas.rows - 1)
      let end = canvas.write("Search: ", column: 0, row: 0, role: .caption)
      line.draw(column: end, row: 0, width: 24, on: &canvas)
      for (row, number) in list.window.enumerated() {
        let offer = offers[shown[number]]
        let role: StyleRole = number == list.selected ? .tableRowSelected : offer.isEnabled ? .overlay : .disabled
        canvas.fill(Area(column: 0, row: row + 1, columns: canvas.columns, rows: 1), role: role)
        canvas.write(number == list.selected ? ">" : " ", column: 0, row: row + 1, role: role)
        let keys = offer.entry.keys.filter { !typing || !$0.isText }.map(\.label).joined(separator: " ")
        canvas.write(keys, column: 2, row: row + 1, role: role, limit: 14)
        canvas.write(
          offer.entry.title + (offer.refusal.map { "  (\($0))" } ?? ""), column: 17, row: row + 1, role: role,
          limit: canvas.columns - 17 - 13)
        canvas.write(offer.entry.section.title, column: canvas.columns - 12, row: row + 1, role: role)
      }
    }
  }
}

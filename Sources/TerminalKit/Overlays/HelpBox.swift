/// Everything that can be done now, by section; typing searches, Enter runs.
package struct HelpBox: Overlay {
  /// A line of the box.
  private enum Line {
    case heading(String)
    case command(CommandOffer)
  }

  private let title: String
  private let sections: [(title: String, offers: [CommandOffer])]
  private let typing: Bool
  private let total: Int
  private var search = LineEditor(longest: 40)
  private var lines: [Line] = []
  private var list = TableState()
  private var refusal = ""

  /// Opens the help for `offers`; `typing` leaves out keys that are text now.
  package init(title: String, offers: [CommandOffer], typing: Bool) {
    self.title = title
    self.typing = typing
    total = offers.count
    var titles: [String] = []
    for offer in offers where !titles.contains(offer.entry.section.title) { titles.append(offer.entry.section.title) }
    sections = titles.map { title in (title, offers.filter { $0.entry.section.title == title }) }
    narrow()
  }

  package var hints: [KeyHint] { [KeyHint(.enter, "Run"), KeyHint(.escape, "Close")] }

  package mutating func handle(_ key: Key) -> OverlayStep<CommandID> {
    refusal = ""
    switch key {
    case .escape, .function(12), .function(1), .function(3): return .close
    case .enter:
      guard let row = list.selected, case .command(let offer) = lines[row] else { return .stay }
      if let why = offer.refusal { refusal = why } else { return .done(offer.entry.id) }
    case .up: move(by: -1) { $0.move(by: -1) }
    case .down: move(by: 1) { $0.move(by: 1) }
    case .pageUp: move(by: -1) { $0.page(by: -1) }
    case .pageDown: move(by: 1) { $0.page(by: 1) }
    default: if search.handle(key) { narrow() }
    }
    return .stay
  }

  /// Moves the focus, on over a heading; at the first heading it turns back.
  private mutating func move(by step: Int, _ move: (inout TableState) -> Void) {
    move(&list)
    guard let row = list.selected, case .heading = lines[row] else { return }
    list.move(by: row == 0 ? 1 : step)
  }

  private mutating func narrow() {
    lines = []
    for section in sections {
      let found = section.offers.filter { fits($0, in: section.title) }
      if !found.isEmpty { lines += [.heading(section.title)] + found.map { .command($0) } }
    }
    list = TableState(count: lines.count)
    list.select(1)
  }

  private func fits(_ offer: CommandOffer, in section: String) -> Bool {
    let text = "\(offer.entry.title) \(offer.entry.hint ?? "") \(section)"
    return offer.entry.keys.contains { $0.label == search.text } || WordMatch.score(search.text, in: text) != nil
  }

  package mutating func draw(on canvas: inout Canvas) {
    let found = lines.count { if case .command = $0 { true } else { false } }
    let note = refusal.isEmpty ? "\(found) of \(total)" : refusal
    let columns = min(96, canvas.columns - 6)
    OverlayFrame(title: title, note: note).draw(columns: columns, rows: canvas.rows, on: &canvas) { canvas in
      list.fit(rows: canvas.rows - 1)
      for (row, number) in list.window.enumerated() {
        draw(lines[number], row: row + 1, isSelected: number == list.selected, on: &canvas)
      }
      let end = canvas.write("Search: ", column: 0, row: 0, role: .caption)
      search.draw(column: end, row: 0, width: 24, on: &canvas, role: .field)
    }
  }

  private func draw(_ line: Line, row: Int, isSelected: Bool, on canvas: inout Canvas) {
    switch line {
    case .heading(let title): canvas.write(title.uppercased(), column: 0, row: row, role: .heading)
    case .command(let offer):
      let role: StyleRole = !offer.isEnabled ? .disabled : isSelected ? .tableRowSelected : .overlay
      canvas.fill(Area(column: 0, row: row, columns: canvas.columns, rows: 1), role: role)
      canvas.write(isSelected ? ">" : " ", column: 0, row: row, role: isSelected ? .tableRowSelected : role)
      let keys = offer.entry.keys.filter { !typing || !$0.isText }.map(\.label).joined(separator: " ")
      canvas.write(keys, column: 2, row: row, role: isSelected || !offer.isEnabled ? role : .key, limit: 14)
      let end = canvas.write(offer.entry.title, column: 17, row: row, role: role)
      if let why = offer.refusal { canvas.write("  - \(why)", column: end, row: row, role: role) }
    }
  }
}

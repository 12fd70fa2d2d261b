/// A list to pick one of.
package struct PickQuestion: Hashable, Sendable {
  /// One line to pick.
  package struct Choice: Hashable, Sendable {
    /// What is read, and matched with what is typed.
    package var text: String
    /// What helps to choose, at the right.
    package var detail: String
    /// Why it cannot be picked now; nil when it can.
    package var refusal: String?

    /// Makes a choice.
    package init(_ text: String, detail: String = "", refusal: String? = nil) {
      self.text = text
      self.detail = detail
      self.refusal = refusal
    }
  }

  /// What is asked: "Doctor".
  package var title: String
  /// The choices.
  package var choices: [Choice]
  /// The number of the choice that has the focus at first.
  package var selected: Int

  /// Asks for one of `choices`.
  package init(title: String, choices: [Choice], selected: Int = 0) {
    self.title = title
    self.choices = choices
    self.selected = selected
  }
}

/// The box of a `PickQuestion`. What is typed narrows the list; Enter picks.
package struct PickBox: Overlay {
  /// What is asked.
  package let question: PickQuestion
  private var line = LineEditor(longest: 60)
  private var shown: [Int]
  private var list: TableState
  private var refusal = ""

  /// Opens the box.
  package init(_ question: PickQuestion) {
    self.question = question
    shown = Array(question.choices.indices)
    list = TableState(count: shown.count)
    list.select(question.selected)
  }

  package var hints: [KeyHint] { [KeyHint(.enter, "Pick"), KeyHint(.escape, "Leave as it was")] }

  package mutating func handle(_ key: Key) -> OverlayStep<Int> {
    refusal = ""
    switch key {
    case .escape, .function(12): return .close
    case .enter:
      guard let row = list.selected else { return .stay }
      if let why = question.choices[shown[row]].refusal { refusal = why } else { return .done(shown[row]) }
    case .up: list.move(by: -1)
    case .down: list.move(by: 1)
    case .pageUp: list.page(by: -1)
    case .pageDown: list.page(by: 1)
    default: if line.handle(key) { narrow() }
    }
    return .stay
  }

  private mutating func narrow() {
    let matches = question.choices.indices.compactMap { index in
      WordMatch.score(line.text, in: question.choices[index].text + " " + question.choices[index].detail)
        .map { (index: index, score: $0) }
    }
    shown =
      line.text.isEmpty
      ? Array(question.choices.indices) : matches.sorted { ($0.score, $0.index) < ($1.score, $1.index) }.map(\.index)
    list = TableState(count: shown.count)
  }

  package mutating func draw(on canvas: inout Canvas) {
    let texts = question.choices.map { SafeText.width($0.text) }.max() ?? 0
    let details = question.choices.map { SafeText.width($0.detail) }.max() ?? 0
    let note = refusal.isEmpty ? "\(shown.count) of \(question.choices.count)" : refusal
    let rows = min(question.choices.count, 14) + 1
    OverlayFrame(title: question.title, note: note).draw(columns: max(40, texts + details + 4), rows: rows, on: &canvas)
    { canvas in
      list.fit(rows: canvas.rows - 1)
      line.draw(column: 0, row: 0, width: canvas.columns - 2, on: &canvas, role: .field)
      for (row, number) in list.window.enumerated() {
        let choice = question.choices[shown[number]]
        let role: StyleRole = choice.refusal != nil ? .disabled : number == list.selected ? .tableRowSelected : .overlay
        canvas.fill(Area(column: 0, row: row + 1, columns: canvas.columns, rows: 1), role: role)
        canvas.write(number == list.selected ? ">" : " ", column: 0, row: row + 1, role: role)
        canvas.write(choice.text, column: 2, row: row + 1, role: role)
        let room = canvas.columns - details
        canvas.write(
          choice.refusal ?? choice.detail, column: max(room, 2 + SafeText.width(choice.text) + 1), row: row + 1,
          role: role)
      }
    }
  }
}

/// A question that only a written reason answers; the reason is stored.
package struct ReasonQuestion: Hashable, Sendable {
  /// What is asked: "Verify against the interaction?"
  package var title: String
  /// Whom it touches and what follows, line by line.
  package var lines: [String]
  /// The harmless button.
  package var keep: String
  /// The button that acts.
  package var act: String
  /// The fewest characters that count as a reason.
  package var shortest: Int
  /// What has to be written: `reason`, `reference`.
  package var noun = "reason"
  /// What is written already, when it is asked again.
  package var text = ""
  /// Why what was written did not do; empty when it is asked for the first time.
  package var problem = ""

  /// Asks for a reason.
  package init(title: String, lines: [String] = [], keep: String = "Leave", act: String, shortest: Int = 3) {
    self.title = title
    self.lines = lines
    self.keep = keep
    self.act = act
    self.shortest = shortest
  }
}

/// The box of a `ReasonQuestion`. ^S (or F10) acts once a reason is written; Enter does nothing.
package struct ReasonBox: Overlay {
  /// What is asked.
  package let question: ReasonQuestion
  private var line: LineEditor
  private var wrong = false

  /// Opens the box.
  package init(_ question: ReasonQuestion) {
    self.question = question
    line = LineEditor(question.text, longest: 400)
  }

  /// What is written so far.
  package var text: String { line.text }

  package var dropsTypeAhead: Bool { true }

  package var hints: [KeyHint] {
    [KeyHint(.escape, question.keep), KeyHint(.control("s"), question.act, isEnabled: isReady)]
  }

  /// Whether ^S may act.
  package var isReady: Bool { line.text.trimmed.count >= question.shortest }

  package mutating func handle(_ key: Key) -> OverlayStep<String> {
    switch key {
    case .escape, .function(12): return .close
    case .control("s"), .function(10):
      if isReady { return .done(line.text.trimmed) }
      wrong = true
    case .enter: wrong = !isReady
    default: if line.handle(key) { wrong = false }
    }
    return .stay
  }

  /// What stands over the line: what it is for, or what is missing yet.
  private var prompt: String {
    guard wrong else { return "The \(question.noun), kept with the record:" }
    return line.text.trimmed.isEmpty
      ? "Write the \(question.noun) first; it is kept with the record:"
      : "Too short: \(question.shortest) characters or more, kept with the record:"
  }

  package mutating func draw(on canvas: inout Canvas) {
    let lines = question.lines.flatMap { SafeText.wrapped($0, columns: canvas.columns - 6) }
    let problem =
      question.problem.isEmpty ? [] : SafeText.wrapped(question.problem, columns: min(64, canvas.columns - 6))
    let widest = max(56, (lines + problem).map { SafeText.width($0) }.max() ?? 0)
    OverlayFrame(title: question.title).draw(columns: widest, rows: lines.count + problem.count + 5, on: &canvas) {
      canvas in
      for (row, text) in lines.enumerated() { canvas.write(text, column: 0, row: row, role: .overlay) }
      for (row, text) in problem.enumerated() {
        canvas.write(text, column: 0, row: lines.count + row, role: .fieldError)
      }
      let row = canvas.rows - 4
      canvas.write(
        prompt, column: 0, row: row, role: wrong ? .fieldError : .caption)
      line.draw(column: 0, row: row + 1, width: canvas.columns - 2, on: &canvas)
      let end = canvas.write("[ \(question.keep)  Esc ]", column: 1, row: canvas.rows - 1, role: .button)
      canvas.write(
        "[ \(question.act)  ^S ]", column: end + 4, row: canvas.rows - 1, role: isReady ? .buttonDanger : .disabled)
    }
  }
}

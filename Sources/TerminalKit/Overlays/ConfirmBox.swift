/// A question before something that cannot be undone lightly.
package struct ConfirmQuestion: Hashable, Sendable {
  /// What is asked: "Check out patient?"
  package var title: String
  /// Whom it touches and what follows, line by line.
  package var lines: [String]
  /// The harmless button: "Keep patient".
  package var keep: String
  /// The button that acts: "Check out".
  package var act: String
  /// Tier 2: what must be typed first (a room, a number, a count); nil for tier 1.
  package var typed: String?
  /// What the typed word is: "the room number".
  package var typedName: String

  /// Asks a question of tier 1, or of tier 2 with `typed`.
  package init(
    title: String, lines: [String], keep: String = "Keep", act: String, typed: String? = nil,
    typedName: String = "the number"
  ) {
    self.title = title
    self.lines = lines
    self.keep = keep
    self.act = act
    self.typed = typed
    self.typedName = typedName
  }
}

/// The box of a `ConfirmQuestion`. Enter presses the harmless button; only ^S
/// (or F10) acts, and in tier 2 only when the word is typed. There Enter says so: who has begun to type a number means
/// to go on, and a box that went away would look as if it had been done.
package struct ConfirmBox: Overlay {
  /// What is asked.
  package let question: ConfirmQuestion
  private var line = LineEditor(longest: 40)
  /// What is said under the word that has to be typed; empty for nothing.
  private var advice = ""

  /// Opens the box.
  package init(_ question: ConfirmQuestion) {
    self.question = question
  }

  package var dropsTypeAhead: Bool { true }

  package var hints: [KeyHint] {
    [KeyHint(.escape, question.keep), KeyHint(.control("s"), question.act, isEnabled: isReady)]
  }

  /// Whether ^S may act.
  package var isReady: Bool {
    guard let typed = question.typed else { return true }
    return line.text.trimmed.lowercased() == typed.lowercased()
  }

  package mutating func handle(_ key: Key) -> OverlayStep<Void> {
    switch key {
    case .enter where question.typed != nil: advice = isReady ? "^S: \(question.act)" : missing
    case .escape, .function(12), .enter, .function(3): return .close
    case .control("s"), .function(10):
      if isReady { return .done(()) }
      advice = missing
    default:
      if question.typed != nil, line.handle(key) { advice = "" }
    }
    return .stay
  }

  /// The lines that there is room for; that there are more is said, for nobody confirms what they could not read.
  private static func fitting(_ lines: [String], rows: Int) -> [String] {
    guard lines.count > rows, rows > 0 else { return lines }
    return lines.prefix(rows - 1) + ["… and \(lines.count - rows + 1) more lines: Esc, then read all of it."]
  }

  /// What has to be typed yet.
  private var missing: String {
    let typed = line.text.trimmed
    return "\(typed.isEmpty ? "" : "Not \(typed): ")type \(question.typed ?? ""), then ^S; Esc: \(question.keep)"
  }

  package mutating func draw(on canvas: inout Canvas) {
    let lines = Self.fitting(
      question.lines.flatMap { SafeText.wrapped($0, columns: canvas.columns - 6) },
      rows: canvas.rows - (question.typed == nil ? 4 : 7))
    let buttons = " >[ \(question.keep)  Esc ]<    [ \(question.act)  ^S ]"
    let prompt = question.typed == nil ? "" : "Type \(question.typedName) to go on: "
    // Room for all that is to be typed, and the cursor after it.
    let width = max(12, SafeText.width(question.typed ?? "") + 1)
    let widest = (lines + [buttons, prompt]).map { SafeText.width($0) }.max() ?? 0
    let columns =
      prompt.isEmpty ? widest : max(widest, SafeText.width(prompt) + width + 4, SafeText.width(missing))
    OverlayFrame(title: question.title).draw(
      columns: columns, rows: lines.count + (prompt.isEmpty ? 2 : 5), on: &canvas
    ) { canvas in
      for (row, text) in lines.enumerated() { canvas.write(text, column: 0, row: row, role: .overlay) }
      drawButtons(row: canvas.rows - 1, on: &canvas)
      guard !prompt.isEmpty else { return }
      let row = canvas.rows - 4
      let isWrong = !advice.isEmpty && !isReady
      let end = canvas.write(prompt, column: 0, row: row, role: .overlay)
      line.draw(column: end, row: row, width: width, on: &canvas, role: isWrong ? .fieldError : .fieldFocused)
      canvas.write(advice, column: 0, row: row + 1, role: isWrong ? .messageError : .overlay)
    }
  }

  private func drawButtons(row: Int, on canvas: inout Canvas) {
    canvas.write(">", column: 1, row: row, role: .overlay)
    if question.typed == nil { canvas.park(column: 1, row: row) }
    let end = canvas.write("[ \(question.keep)  Esc ]", column: 2, row: row, role: .buttonFocused)
    canvas.write("<", column: end, row: row, role: .overlay)
    canvas.write(
      "[ \(question.act)  ^S ]", column: end + 5, row: row, role: isReady ? .buttonDanger : .disabled)
  }
}

extension String {
  /// The text without blanks at its ends.
  package var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

/// A question for one line of text: a filter, a number.
package struct LineQuestion: Hashable, Sendable {
  /// What is asked: "Filter rooms".
  package var title: String
  /// The text it begins with.
  package var text: String
  /// What can be typed, in a line below.
  package var hint: String
  /// What Enter does: "Filter".
  package var act: String

  /// Asks for a line.
  package init(title: String, text: String = "", hint: String = "", act: String = "Go on") {
    self.title = title
    self.text = text
    self.hint = hint
    self.act = act
  }
}

/// The box of a `LineQuestion`. Enter answers, an empty line too; Esc leaves things as they were.
package struct LineBox: Overlay {
  /// What is asked.
  package let question: LineQuestion
  private var line: LineEditor

  /// Opens the box.
  package init(_ question: LineQuestion) {
    self.question = question
    line = LineEditor(question.text)
  }

  package var hints: [KeyHint] {
    [KeyHint(.enter, question.act), KeyHint(.control("u"), "Clear"), KeyHint(.escape, "Leave as it was")]
  }

  package mutating func handle(_ key: Key) -> OverlayStep<String> {
    switch key {
    case .escape, .function(12): return .close
    case .enter: return .done(line.text.trimmed)
    default: _ = line.handle(key)
    }
    return .stay
  }

  package mutating func draw(on canvas: inout Canvas) {
    let widest = max(48, SafeText.width(question.hint))
    OverlayFrame(title: question.title).draw(columns: widest, rows: question.hint.isEmpty ? 1 : 2, on: &canvas) {
      line.draw(column: 0, row: 0, width: $0.columns - 2, on: &$0)
      $0.write(question.hint, column: 0, row: 1, role: .hint)
    }
  }
}

/// One line of text being typed: for a filter, a search, a typed word, a reason.
/// Forms have fields of their own.
package struct LineEditor: Hashable, Sendable {
  /// What was typed.
  package private(set) var text: String
  /// The caret's place, in characters from the beginning.
  package private(set) var caret: Int
  /// The most characters it takes.
  package let longest: Int

  /// A line that begins as `text`, with the caret at its end.
  package init(_ text: String = "", longest: Int = 200) {
    self.text = String(text.prefix(longest))
    self.longest = longest
    caret = self.text.count
  }

  /// Takes a key; returns whether it did something with it.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(pasted)
    case .backspace where caret > 0: remove(from: caret - 1, to: caret)
    case .delete where caret < text.count: remove(from: caret, to: caret + 1)
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(text.count, caret + 1)
    case .home: caret = 0
    case .end: caret = text.count
    case .control("u"): self = LineEditor("", longest: longest)
    case .control("w"): removeWord()
    case .backspace, .delete: break
    default: return false
    }
    return true
  }

  /// Puts other text in its place.
  package mutating func set(_ text: String) { self = LineEditor(text, longest: longest) }

  /// Draws it in `width` columns between brackets, and parks the cursor on the caret.
  package func draw(column: Int, row: Int, width: Int, on canvas: inout Canvas, role: StyleRole = .fieldFocused) {
    TextField(text: text, caret: caret, width: width, isFocused: true).draw(
      column: column, row: row, on: &canvas, role: role)
  }

  private mutating func insert(_ new: String) {
    let line = new.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    let room = longest - text.count
    let fitting = String(line.prefix(max(0, room)))
    text.insert(contentsOf: fitting, at: text.index(text.startIndex, offsetBy: caret))
    caret = min(text.count, caret + fitting.count)
  }

  private mutating func remove(from first: Int, to end: Int) {
    let start = text.index(text.startIndex, offsetBy: first)
    text.removeSubrange(start..<text.index(text.startIndex, offsetBy: end))
    caret = first
  }

  private mutating func removeWord() {
    let before = text.prefix(caret)
    let kept = before.reversed().drop { $0 == " " }.drop { $0 != " " }
    remove(from: kept.count, to: caret)
  }
}

/// A list that stands over a form: choices of a field, or the captions of all
/// fields. Typing narrows it, Enter takes the line under the cursor.
package struct PickList: Sendable {
  /// What taking a line does.
  package enum Purpose: Sendable, Hashable {
    /// Fills in the field at this place.
    case fill(Int)
    /// Goes to a field; the value of a line is its name.
    case jump
  }

  /// What taking a line does.
  package let purpose: Purpose
  /// What stands above it.
  package let title: String
  /// What has been typed to narrow it.
  package private(set) var typed: TextEntry
  /// The lines that are left, best first.
  package private(set) var rows: [FieldChoice] = []
  /// The line under the cursor; 0 when there is none.
  package private(set) var selected = 0
  private let source: @Sendable (String) -> [FieldChoice]

  init(
    _ purpose: Purpose, title: String, typed: String = "", current: FieldChoice? = nil,
    source: @escaping @Sendable (String) -> [FieldChoice]
  ) {
    self.purpose = purpose
    self.title = title
    self.typed = TextEntry(typed, limit: 80)
    self.source = source
    narrow()
    selected = rows.firstIndex { $0 == current } ?? 0
  }

  /// The line under the cursor, if the list is not empty.
  package var picked: FieldChoice? { rows.indices.contains(selected) ? rows[selected] : nil }

  /// Narrows by one more character.
  package mutating func type(_ text: String) {
    typed.type(text)
    narrow()
  }

  /// Takes the last character back.
  package mutating func backspace() {
    typed.backspace()
    narrow()
  }

  /// Shows everything again (^U).
  package mutating func clear() {
    typed.clear()
    narrow()
  }

  /// Moves the cursor by so many lines, up if negative, and stops at the ends.
  package mutating func move(by lines: Int) {
    selected = min(max(0, selected + lines), max(0, rows.count - 1))
  }

  private mutating func narrow() {
    rows = source(typed.text.trimmedEnds)
    selected = 0
  }
}

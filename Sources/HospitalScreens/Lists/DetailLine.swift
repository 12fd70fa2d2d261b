/// One line of what is known of the row under the cursor.
package struct DetailLine: Hashable, Sendable {
  /// How much a line matters.
  package enum Weight: Hashable, Sendable {
    case heading
    case plain
    /// Somebody waits for it, or should have done it already.
    case waiting
    /// Must not be overlooked, for the patient's sake.
    case alert
  }

  /// A word before the text; empty for none.
  package let caption: String
  package let text: String
  package let weight: Weight

  /// A line, with a word before it where it needs one.
  package init(_ caption: String, _ text: String, _ weight: Weight = .plain) {
    self.caption = caption
    self.text = text
    self.weight = weight
  }

  /// A line with nothing on it.
  package static let blank = DetailLine("", "")
}

extension [DetailLine] {
  /// The lines as plain text, captions in a column.
  package var plain: [String] {
    let width = captionWidth
    return map {
      $0.caption.isEmpty ? $0.text : $0.caption + String(repeating: " ", count: width - $0.caption.count) + $0.text
    }
  }

  /// The columns that captions take, with the blanks after them.
  package var captionWidth: Int { (map(\.caption.count).max() ?? 0) + 2 }
}

/// One field's text while a person types it: the text, and a cursor that stands
/// between characters as a person sees them (graphemes).
///
/// A value: a copy is an undo. Its acts are in `TextEntry+Editing.swift` and
/// `TextEntry+Paste.swift`.
package struct TextEntry: Sendable, Hashable {
  /// The characters, always cut where Swift cuts the joined text.
  package internal(set) var characters: [Character] = []
  /// Where the next character goes: 0 is before the first, `characters.count` after the last.
  package internal(set) var cursor = 0 {
    didSet { startsOver = false }
  }
  /// The most characters it holds.
  package let limit: Int
  /// Whether line breaks may stand in it.
  package let allowsLines: Bool
  /// Whether typing replaces the character under the cursor (Ins toggles it).
  package internal(set) var overtypes = false
  /// Whether the next character that is typed takes the place of the whole text, which was only proposed. Any key that
  /// moves in it or edits it makes it the person's own.
  package internal(set) var startsOver = false

  /// An entry that holds `text` with the cursor at its end. A text that is
  /// longer than `limit` is kept whole: what is stored is never cut by looking at it.
  ///
  /// - Parameter startsOver: whether typing takes its place.
  package init(_ text: String = "", limit: Int = 80, allowsLines: Bool = false, startsOver: Bool = false) {
    self.limit = limit
    self.allowsLines = allowsLines
    characters = Array(text)
    cursor = characters.count
    self.startsOver = startsOver && !text.isEmpty
  }

  /// The whole text as typed.
  package var text: String { String(characters) }

  /// Whether nothing but spaces has been typed.
  package var isBlank: Bool { characters.allSatisfy(\.isWhitespace) }

  /// The text before the cursor.
  package var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Puts other text in, with the cursor `place` characters in (at the end if nil).
  mutating func replace(with text: String, cursor place: Int? = nil) {
    characters = Array(text)
    cursor = min(max(place ?? characters.count, 0), characters.count)
  }

  /// Joins text before and after the cursor again: a combining mark finds its letter.
  mutating func join(_ before: String, _ after: String) {
    characters = Array(before + after)
    cursor = min(before.count, characters.count)
  }
}

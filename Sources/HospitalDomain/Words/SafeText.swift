/// Text that is safe to store and to show on a terminal: in normal form C, trimmed, of bounded length, and without
/// characters that hide, reorder or command. What it refuses it explains; it never changes a name silently.
package enum SafeText {
  /// The most characters of a name, a town and the like.
  package static let nameLimit = 60
  /// The most characters of an address, a reason and the like.
  package static let lineLimit = 120
  /// The most characters of a note.
  package static let noteLimit = 4_000

  /// One line of text. Every kind of space becomes one plain space.
  /// - Returns: the text to store; empty if nothing was typed.
  package static func line(_ typed: String, limit: Int = lineLimit) throws(Misentry) -> String {
    try checkSize(typed, limit: limit)
    let text = typed.normalized.split(whereSeparator: isSpace).joined(separator: " ")
    try checkCharacters(text, allowsNewline: false)
    try checkLength(text, limit: limit)
    return text
  }

  /// Several lines of text. Lines end with a line feed; spaces at the ends of lines are dropped.
  /// - Returns: the text to store; empty if nothing was typed.
  package static func note(_ typed: String, limit: Int = noteLimit) throws(Misentry) -> String {
    try checkSize(typed, limit: limit)
    let lines = typed.normalized.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    let text = lines.map(withoutTrailingSpace).joined(separator: "\n").trimmed
    try checkCharacters(text, allowsNewline: true)
    try checkLength(text, limit: limit)
    return text
  }

  /// A line that must not be empty, such as a reason.
  package static func requiredLine(_ typed: String, limit: Int = lineLimit, hint: String) throws(Misentry) -> String {
    let text = try line(typed, limit: limit)
    guard !text.isEmpty else { throw Misentry(hint) }
    return text
  }

  /// A space of any script; tabs and line ends are not spaces but control characters.
  private static func isSpace(_ character: Character) -> Bool {
    character.unicodeScalars.count == 1
      && character.unicodeScalars.first?.properties.generalCategory == .spaceSeparator
  }

  private static func withoutTrailingSpace(_ line: Substring) -> Substring {
    var line = line
    while let last = line.last, isSpace(last) { line.removeLast() }
    return line
  }

  /// Turns away what is far too long before any work is spent on it.
  private static func checkSize(_ typed: String, limit: Int) throws(Misentry) {
    guard typed.utf8.count > limit * 32 else { return }
    throw tooLong(typed.count, limit: limit)
  }

  private static func checkLength(_ text: String, limit: Int) throws(Misentry) {
    guard text.count > limit else { return }
    throw tooLong(text.count, limit: limit)
  }

  private static func tooLong(_ count: Int, limit: Int) -> Misentry {
    Misentry("\(count) characters typed, at most \(limit) fit")
  }
}

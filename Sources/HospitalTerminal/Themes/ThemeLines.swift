/// Finds the line of a theme's file on which a setting stands, for messages; the
/// library that reads the file tells only where it is not TOML at all. Nothing is
/// looked for until a message needs it: a theme is read at every start.
struct ThemeLines {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The line of `key` in `[section]` ("" is the top), counted from 1; nil if it is not found.
  func number(of key: String, in section: String) -> Int? {
    var current = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let start = line.drop { $0 == " " || $0 == "\t" }
      if start.hasPrefix("["), let end = start.firstIndex(of: "]") {
        current = String(start[start.index(after: start.startIndex)..<end])
      } else if current == section, let equals = start.firstIndex(of: "=") {
        if start[..<equals].filter({ $0 != "\"" && $0 != "'" && !$0.isWhitespace }) == key { return number + 1 }
      }
    }
    return nil
  }

  /// The place of `key` in `[section]`, to be found when it is asked for.
  func place(of key: String, in section: String) -> Place { Place(lines: self, key: key, section: section) }

  /// Where a setting stands.
  struct Place {
    fileprivate let lines: ThemeLines
    fileprivate let key: String
    fileprivate let section: String

    /// The line, counted from 1; nil if it is not found.
    var line: Int? { lines.number(of: key, in: section) }
  }
}

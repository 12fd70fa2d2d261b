/// Finds the line of a theme's file on which a setting stands, for messages; the
/// library that reads the file tells only where it is not TOML at all. Nothing is
/// looked for until a message needs it: a theme is read at every start.
struct ThemeLines {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The line of `key` in `[section]` ("" is the top), counted from 1; nil if it is not found. However TOML lets it be
  /// written: `key = …` under the heading, `section.key = …`, or as a heading of its own.
  func number(of key: String, in section: String) -> Int? {
    let wanted = Self.path(section, key)
    var current = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let start = line.drop { $0 == " " || $0 == "\t" }
      let written: String
      if start.hasPrefix("["), let end = start.firstIndex(of: "]") {
        current = Self.plain(start[start.index(after: start.startIndex)..<end])
        written = current
      } else if let equals = start.firstIndex(of: "=") {
        written = Self.path(current, Self.plain(start[..<equals]))
      } else {
        continue
      }
      if written == wanted || written.hasPrefix(wanted + ".") { return number + 1 }
    }
    return nil
  }

  private static func path(_ section: String, _ key: String) -> String { section.isEmpty ? key : "\(section).\(key)" }

  private static func plain(_ name: Substring) -> String {
    name.filter { $0 != "\"" && $0 != "'" && !$0.isWhitespace }
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

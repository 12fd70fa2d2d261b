/// Finds the line of a theme's file on which a setting stands, for messages; the
/// library that reads the file tells only where it is not TOML at all.
struct ThemeLines {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The line of `key` in `[section]` ("" is the top), counted from 1; nil if it is not found.
  func number(of key: String, in section: String) -> Int? {
    var current = ""
    for (number, line) in lines.enumerated() {
      let start = line.drop { $0 == " " || $0 == "\t" }
      if start.hasPrefix("["), let end = start.firstIndex(of: "]") {
        current = String(start[start.index(after: start.startIndex)..<end])
      } else if current == section, let equals = start.firstIndex(of: "=") {
        if start[..<equals].filter({ $0 != "\"" && $0 != "'" && !$0.isWhitespace }) == key { return number + 1 }
      }
    }
    return nil
  }
}

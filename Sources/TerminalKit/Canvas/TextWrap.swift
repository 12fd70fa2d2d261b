extension SafeText {
  /// `text` in lines of at most `columns`, broken at blanks where there are any. A
  /// line break in the text breaks the line; a word that is too long is broken inside.
  package static func wrapped(_ text: String, columns: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapLine($0, columns: max(2, columns)) }
  }

  private static func wrapLine(_ line: Substring, columns: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      var rest = String(word)
      var room = used == 0 && lines.isEmpty && current.isEmpty ? columns : columns - used - 1
      if width(rest) > room, used > 0 {
        lines.append(current)
        (current, used, room) = ("", 0, columns)
      } else if used > 0 || !current.isEmpty {
        current += " "
        used += 1
      }
      while width(rest) > columns {
        let head = beginning(of: rest, columns: columns)
        lines.append(head)
        rest = String(rest.dropFirst(head.count))
      }
      current += rest
      used += width(rest)
    }
    return lines + [current]
  }

  /// As many whole characters as fit, one at least.
  private static func beginning(of text: String, columns: Int) -> String {
    var kept = ""
    var used = 0
    for character in text {
      let next = width(String(character))
      if used + next > columns, !kept.isEmpty { break }
      kept.append(character)
      used += next
    }
    return kept
  }
}

extension StyledText {
  /// The pieces in lines of at most `columns`; lines after the first are indented by `indent`.
  package func wrapped(columns: Int, indent: Int = 0) -> [StyledText] {
    guard width > columns, let last = pieces.last else { return [self] }
    // The last piece is the long one: words before it, such as a level, stay on the first line.
    let head = StyledText(pieces: Array(pieces.dropLast()))
    let lines = SafeText.wrapped(last.text, columns: max(8, columns - max(head.width, indent)))
    return lines.enumerated().map { number, line in
      (number == 0 ? head : StyledText(String(repeating: " ", count: max(head.width, indent)), last.role))
        + StyledText(line, last.role)
    }
  }
}

import TerminalKit

/// A text of many lines, wrapped at words to so many columns.
struct WrappedLines {
  /// The characters of each line, by their numbers; a line break belongs to no line.
  private(set) var lines: [Range<Int>] = []
  private let characters: [Character]

  /// Wraps characters to `columns`.
  init(_ characters: [Character], columns: Int) {
    self.characters = characters
    var start = 0
    var used = 0
    var lastSpace: Int?
    for (number, character) in characters.enumerated() {
      if character == "\n" {
        lines.append(start..<number)
        (start, used, lastSpace) = (number + 1, 0, nil)
        continue
      }
      let width = SafeText.width(String(character))
      if used + width > columns, number > start {
        let cut = lastSpace.map { $0 + 1 } ?? number
        lines.append(start..<cut)
        start = cut
        used = characters[cut..<number].reduce(0) { $0 + SafeText.width(String($1)) }
        lastSpace = nil
      }
      used += width
      if character == " " { lastSpace = number }
    }
    lines.append(start..<characters.count)
  }

  /// The text of a line.
  func text(of line: Int) -> String { String(characters[lines[line]]) }

  /// The line and the number of characters before the cursor on it.
  func place(of cursor: Int) -> (line: Int, offset: Int) {
    let line = lines.lastIndex { $0.lowerBound <= cursor } ?? 0
    return (line, min(cursor - lines[line].lowerBound, lines[line].count))
  }

  /// The cursor on another line, as near below or above as can be; nil where there is no such line.
  func cursor(from cursor: Int, by step: Int) -> Int? {
    let (line, offset) = place(of: cursor)
    guard lines.indices.contains(line + step) else { return nil }
    let wanted = lines[line + step]
    return wanted.lowerBound + min(offset, wanted.count)
  }
}

extension Canvas {
  /// Writes lines one below the other over the whole canvas, those that are too long wrapped at words.
  mutating func writeWrapped(_ lines: [String], role: StyleRole = .default) {
    var row = 0
    for line in lines {
      let wrapped = WrappedLines(Array(line), columns: max(1, columns - 1))
      for number in wrapped.lines.indices {
        write(wrapped.text(of: number), column: 0, row: row, role: role)
        row += 1
      }
    }
  }
}

import CWideText

/// A character that can be put on a terminal as it is, with its width.
package struct SafeGlyph: Hashable, Sendable {
  /// A scalar, with at most four combining marks.
  package let text: String
  /// Columns that it takes: 1 or 2.
  package let width: Int
}

/// Text made safe for a terminal. Control, bidirectional and zero-width
/// characters, lone combining marks and what libc cannot print become `�`, so
/// that no text from outside can steer the terminal or hide beside other text.
package enum SafeText {
  /// Stands for a character that must not reach the terminal.
  package static let replacement = "\u{FFFD}"
  /// ncurses keeps a base and four marks in one cell.
  private static let mostMarks = 4

  /// The columns that `text` takes once it is made safe.
  package static func width(_ text: some StringProtocol) -> Int {
    var total = 0
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F else { return glyphs(text).reduce(0) { $0 + $1.width } }
      total += 1
    }
    return total
  }

  /// `text`, character by character, each safe to show.
  package static func glyphs(_ text: some StringProtocol) -> [SafeGlyph] {
    var result: [SafeGlyph] = []
    result.reserveCapacity(text.utf8.count)
    for character in text { append(character, to: &result) }
    return result
  }

  /// `text` as it will be seen, with `�` for what is not shown.
  package static func shown(_ text: some StringProtocol) -> String {
    glyphs(text).reduce(into: "") { $0 += $1.text }
  }

  /// The beginning of `text` that fits into `columns`, ending in `ellipsis` if
  /// something was cut. A wide character is never split.
  package static func cut(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    if width(text) <= columns { return text }
    let room = columns - width(ellipsis)
    guard room >= 0 else { return String(ellipsis.prefix(max(0, columns))) }
    var kept = ""
    var used = 0
    for glyph in glyphs(text) {
      if used + glyph.width > room { break }
      kept += glyph.text
      used += glyph.width
    }
    return kept + ellipsis
  }

  private static func append(_ character: Character, to result: inout [SafeGlyph]) {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
      result.append(SafeGlyph(text: String(character), width: 1))
      return
    }
    var base = ""
    var columns = 0
    var marks = 0
    func flush() {
      guard !base.isEmpty else { return }
      result.append(
        marks > mostMarks ? SafeGlyph(text: replacement, width: 1) : SafeGlyph(text: base, width: columns))
    }
    for scalar in character.unicodeScalars {
      let width = columnsOf(scalar)
      if width > 0 {
        flush()
        (base, columns, marks) = (String(scalar), width, 0)
      } else if width == 0, isMark(scalar), !base.isEmpty {
        base.unicodeScalars.append(scalar)
        marks += 1
      } else {
        flush()
        (base, columns, marks) = (replacement, 1, 0)
      }
    }
    flush()
  }

  /// The columns of one scalar; -1 for what must not be shown.
  private static func columnsOf(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator, .privateUse: return -1
    default: return Int(wide_text_columns(scalar.value))
    }
  }

  /// Whether it may stand on a base: a combining mark or the tail of a Hangul syllable.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return !scalar.properties.isVariationSelector
    default: return (0x1160...0x11FF).contains(scalar.value)
    }
  }
}

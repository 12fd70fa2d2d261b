import CWideText

/// A character that can be put on a terminal as it is, with its width.
package struct SafeGlyph: Hashable, Sendable {
  /// The character, or its base if marks follow.
  package let scalar: Unicode.Scalar
  /// At most four combining marks that stand on the base; mostly empty.
  package let marks: String
  /// Columns that it takes: 1 or 2.
  package let width: Int

  /// The character with its marks.
  package var text: String { String(scalar) + marks }

  /// Stands for a character that must not reach the terminal.
  static let replacement = SafeGlyph(scalar: "\u{FFFD}", marks: "", width: 1)
}

/// Reads text character by character, each safe to show. A character is a scalar
/// that takes columns and the marks of no width that follow it.
package struct SafeGlyphs: Sequence, IteratorProtocol {
  /// ncurses keeps a base and four marks in one cell.
  private static let mostMarks = 4

  private var scalars: String.UnicodeScalarView.Iterator
  private var ahead: Unicode.Scalar?

  /// Reads `text` from its beginning.
  package init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    ahead = scalars.next()
  }

  package mutating func next() -> SafeGlyph? {
    guard let scalar = ahead else { return nil }
    ahead = scalars.next()
    let width = Self.columns(of: scalar)
    guard width > 0 else { return .replacement }
    guard let follower = ahead, Self.isMark(follower) else { return SafeGlyph(scalar: scalar, marks: "", width: width) }
    return withMarks(scalar, width)
  }

  private mutating func withMarks(_ base: Unicode.Scalar, _ width: Int) -> SafeGlyph {
    var marks = ""
    var count = 0
    while let mark = ahead, Self.isMark(mark) {
      marks.unicodeScalars.append(mark)
      count += 1
      ahead = scalars.next()
    }
    return count > Self.mostMarks ? .replacement : SafeGlyph(scalar: base, marks: marks, width: width)
  }

  /// The columns of one scalar; 0 or less for what must not stand by itself.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: return 1
    case 0x2500..<0x2600, 0x2026: return 1  // lines, blocks and marks, which every screen has many of
    case 0..<0xA0, 0xAD: return -1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator, .privateUse: return -1
    default: return Int(wide_text_columns(scalar.value))
    }
  }

  /// Whether it stands on the character before: a combining mark or the tail of a Hangul syllable.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    // Letters of Europe, punctuation and lines, which every screen has many of.
    guard scalar.value >= 0x300, !(0x2000..<0x20D0).contains(scalar.value), !(0x2500..<0x2600).contains(scalar.value)
    else { return false }
    if (0x1160...0x11FF).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark:
      return !scalar.properties.isVariationSelector && wide_text_columns(scalar.value) == 0
    default: return false
    }
  }
}

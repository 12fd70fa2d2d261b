/// Text as searches compare it: small letters without accents, so that `Inês`, `INES` and `ines` are one.
/// Letters that Unicode does not decompose are spelt out (ß as ss, ø as o, ł as l); other scripts are kept.
package enum TextFolding {
  /// The folded text. Spaces and punctuation stay where they are.
  package static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var folded = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposed.unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark, isAccent(scalar) { continue }
      if let spelt = spelling[scalar] {
        folded.append(contentsOf: spelt.unicodeScalars)
      } else {
        folded.append(scalar)
      }
    }
    return String(folded).normalized
  }

  /// The folded words of a text, split at everything that is neither letter nor digit: `O'Brien-Søe` is
  /// `o`, `brien`, `soe`.
  package static func words(_ text: String) -> [String] {
    fold(text).split { !isWordPart($0) }.map(String.init)
  }

  /// The words run together where only hyphens, apostrophes or full stops part them: `O'Brien Anne-Marie` is
  /// `obrien`, `annemarie`; for people who type a name without them.
  package static func joinedWords(_ text: String) -> [String] {
    fold(text).split { $0.isWhitespace }.map { String($0.filter(isWordPart)) }.filter { !$0.isEmpty }
  }

  private static func isWordPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// Accents of Latin, Greek and Cyrillic letters; the vowel signs of other scripts are letters, not accents.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x0300...0x036F).contains(scalar.value) || (0x1AB0...0x1AFF).contains(scalar.value)
      || (0x1DC0...0x1DFF).contains(scalar.value)
  }

  private static let spelling: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
    "ŋ": "n", "ĸ": "k", "ŧ": "t", "ſ": "s", "ƒ": "f", "ǝ": "e", "ə": "e", "ĳ": "ij", "ŉ": "n", "ﬁ": "fi",
    "ﬂ": "fl", "ς": "σ",
  ]
}

/// A code that stands in for a lost second step, once: a digit and nine signs, written `3KQ7M-92FXT`.
///
/// The digit says which of the ten it is, so that one hash is looked at and not ten; the nine signs are 45 random bits.
package struct RecoveryCode: Hashable, Sendable {
  /// How many a person is given.
  package static let count = 10
  /// The signs: letters and digits without those that are taken for others (Crockford's base 32).
  package static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  /// How many signs are random.
  package static let length = 9

  /// Which of the ten it is, from 0.
  package let number: Int
  /// The signs without a dash, as they are hashed.
  package let text: String

  /// The code of a number; `random` gives a number below the one it is asked with.
  package init(number: Int, random: (Int) -> Int) {
    self.number = number
    text = "\(number)" + String((0..<Self.length).map { _ in Self.alphabet[random(Self.alphabet.count)] })
  }

  /// Reads a code as typed: small letters, dashes and spaces do not matter, `o` is 0, `i` and `l` are 1. Nil for none.
  package init?(entry typed: String) {
    let signs = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }.map { Self.alike[$0] ?? $0 }
    guard signs.count == Self.length + 1, signs.allSatisfy(Self.alphabet.contains),
      let number = signs[0].wholeNumberValue
    else { return nil }
    self.number = number
    text = String(signs)
  }

  /// The code as it is shown: `3KQ7M-92FXT`.
  package var shown: String { "\(text.prefix(5))-\(text.dropFirst(5))" }

  private static let alike: [Character: Character] = ["O": "0", "I": "1", "L": "1"]
}

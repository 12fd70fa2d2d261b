import Foundation

// The one place where the domain needs Foundation: the normal forms of Unicode Standard Annex #15.
extension String {
  /// The text in normal form C, in which every stored text is.
  var normalized: String { utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping }

  /// The text in normal form D: letters apart from their accents.
  var decomposed: String { utf8.allSatisfy { $0 < 0x80 } ? self : decomposedStringWithCanonicalMapping }
}

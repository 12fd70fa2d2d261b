/// How a name sounds, so that `Meyer` and `Maier`, or `Philip` and `Filip`, are found for each other.
///
/// The code is the Cologne phonetics (Hans Joachim Postel, "Die Kölner Phonetik", IBM-Nachrichten 19, 1969), which
/// suits the spellings of most European languages better than Soundex: it keeps no letter, so the first may differ.
/// A word without Latin letters (`作田`, `Иванов`) is its own code.
package enum PhoneticCode {
  /// The code of one word, such as `"67"` for `Meyer`; empty only for a word without letters and digits.
  package static func code(_ word: String) -> String {
    let folded = TextFolding.joinedWords(word).joined()
    let letters = Array(folded.utf8)
    guard letters.contains(where: isLatin) else { return folded }
    var code: [UInt8] = []
    for (index, letter) in letters.enumerated() where isLatin(letter) {
      let before = index > 0 ? letters[index - 1] : nil
      let after = index + 1 < letters.count ? letters[index + 1] : nil
      for digit in digits(letter, before: before, after: after, isFirst: index == 0) where code.last != digit {
        code.append(digit)
      }
    }
    // Vowels count at the beginning only.
    let kept = code.enumerated().filter { $0.offset == 0 || $0.element != zero }.map(\.element)
    return kept.isEmpty ? folded : String(decoding: kept, as: UTF8.self)
  }

  /// The codes of the words of a text, each once.
  package static func codes(_ text: String) -> Set<String> {
    Set((TextFolding.words(text) + TextFolding.joinedWords(text)).map(code)).subtracting([""])
  }

  private static let zero = UInt8(ascii: "0")

  private static func isLatin(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  /// The rows of Postel's table.
  private static func digits(_ letter: UInt8, before: UInt8?, after: UInt8?, isFirst: Bool) -> String.UTF8View {
    func isOne(_ byte: UInt8?, of set: String) -> Bool { byte.map { set.utf8.contains($0) } ?? false }
    let digits: String
    switch Character(Unicode.Scalar(letter)) {
    case "a", "e", "i", "j", "o", "u", "y": digits = "0"
    case "h": digits = ""
    case "b": digits = "1"
    case "p": digits = isOne(after, of: "h") ? "3" : "1"
    case "d", "t": digits = isOne(after, of: "csz") ? "8" : "2"
    case "f", "v", "w": digits = "3"
    case "g", "k", "q": digits = "4"
    case "c":
      let isHard = isOne(after, of: isFirst ? "ahkloqrux" : "ahkoqux") && !isOne(before, of: "sz")
      digits = isHard ? "4" : "8"
    case "x": digits = isOne(before, of: "ckq") ? "8" : "48"
    case "l": digits = "5"
    case "m", "n": digits = "6"
    case "r": digits = "7"
    default: digits = "8"
    }
    return digits.utf8
  }
}

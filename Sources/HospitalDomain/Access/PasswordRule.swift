/// What a password has to be: long enough, not the name, not one that everybody tries. No rule asks for capitals or
/// digits, which make passwords harder to remember and no harder to guess (NIST SP 800-63B, 2017).
package enum PasswordRule {
  /// The least number of characters.
  package static let shortest = 12
  /// The greatest number of bytes, so that hashing stays quick.
  package static let longest = 256

  /// The rule in words, line by line, for the form in which one is chosen.
  package static let words = [
    "At least \(shortest) characters; three or four words do well.",
    "No need for capitals, digits or signs. Not your user name.",
    "Not one that everybody tries first, such as a season, a name or qwertyuiop.",
  ]

  /// Refuses a password that will not do, with what to do instead.
  ///
  /// - Parameter isCommon: whether a word, in small letters, is one that is tried first.
  package static func check(
    _ password: String, username: String, isCommon: (String) -> Bool
  ) throws(Misentry) {
    guard password.count >= shortest else {
      throw Misentry("\(password.count) characters typed, \(shortest) needed; three or four words do well")
    }
    guard password.utf8.count <= longest else { throw Misentry("too long: at most \(longest) bytes") }
    let plain = password.lowercased()
    guard username.count < 4 || !plain.contains(username.lowercased()) else {
      throw Misentry("the user name is part of it; choose another")
    }
    guard Set(plain).count > 3, !isRun(plain), !words(of: plain).contains(where: isCommon) else {
      throw Misentry("it is one of the first that are tried; choose another")
    }
  }

  /// The words that a password may be no more than: itself, what it is without its padding, either said once where it is
  /// said several times, and all of them with look-alikes read as letters.
  private static func words(of plain: String) -> Set<String> {
    var ended = plain[...]
    while let last = ended.last, !last.isLetter { ended.removeLast() }
    let core = ended.drop { !$0.isLetter }
    let read = [ended, core].map { word in String(word.map { lookalikes[$0] ?? $0 }).filter(\.isLetter) }
    let whole = [plain, plain.filter(\.isLetter)] + read
    return Set(whole + whole.map(repeated)).subtracting([""])
  }

  /// The text that, said several times, is the whole one: `password` of `passwordpassword`.
  private static func repeated(in text: String) -> String {
    let signs = Array(text)
    let lengths = signs.indices.dropFirst().filter { signs.count.isMultiple(of: $0) }
    let length = lengths.first { length in signs.indices.allSatisfy { signs[$0] == signs[$0 % length] } }
    return length.map { String(signs[..<$0]) } ?? text
  }

  /// Whether each sign follows the one before: `123456789012`, `abcdefghijkl`, `zyxwvutsrqpo`.
  private static func isRun(_ text: String) -> Bool {
    let signs = text.unicodeScalars.map { Int($0.value) }
    let steps = Set(zip(signs, signs.dropFirst()).map { $1 - $0 })
    return steps.isSubset(of: [1, -9]) || steps.isSubset(of: [-1, 9])
  }

  private static let lookalikes: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
  ]
}

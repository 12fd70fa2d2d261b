/// The strength of a medication as it is written so that nobody misreads it: a space before the unit, no zero behind the
/// point, one before it, and never a number without its unit (ISMP, error-prone abbreviations, 2021).
package enum StrengthText {
  /// Reads a strength: `5mg` is `5 mg`, `5.0 MG` is `5 mg`, `.5 mg` is `0.5 mg`; empty for none.
  package static func read(_ typed: String) throws(Misentry) -> String {
    let text = written(try SafeText.line(typed, limit: 60))
    guard !text.isEmpty else { return "" }
    guard text.contains(where: \.isNumber) else { throw Misentry("write a number and its unit, such as 400 mg") }
    guard text.contains(where: \.isLetter) || text.contains("%") else {
      throw Misentry("write the unit with it, such as \(text) mg")
    }
    return text
  }

  /// A strength in this spelling, whatever it says.
  package static func written(_ text: String) -> String {
    let text = text.split(separator: " ").map { $0.uppercased() == "24HR" ? "24 h" : String($0) }.joined(separator: " ")
    var words: [String] = []
    var current = ""
    func isDigit(_ character: Character?) -> Bool { character?.isASCIIDigit ?? false }
    for character in text {
      if character == " " {
        words.append(current)
        current = ""
      } else if character.isLetter, isDigit(current.last), current.allSatisfy({ isDigit($0) || ".,/".contains($0) }) {
        words.append(current)
        current = String(character)
      } else {
        current.append(character)
      }
    }
    words.append(current)
    return words.filter { !$0.isEmpty }.map(word).joined(separator: " ")
  }

  private static func word(_ word: String) -> String {
    guard word.contains(where: \.isASCIIDigit) else { return unit(word) }
    return word.split(separator: "/", omittingEmptySubsequences: false).map { number(String($0)) }
      .joined(separator: "/")
  }

  /// Units are written small, but for the litre that stands alone, international units and equivalents.
  private static func unit(_ text: String) -> String {
    let small = text.lowercased()
    switch small {
    case "meq": return "mEq"
    case "mg/actuat": return "mg/actuation"
    case "unt", "unit", "iu": return "units"
    default: return small
    }
  }

  private static func number(_ text: String) -> String {
    guard text.allSatisfy({ $0.isASCIIDigit || $0 == "." }), text.count(where: { $0 == "." }) <= 1 else {
      return text.lowercased()
    }
    var digits = text.hasPrefix(".") ? "0" + text : text
    guard digits.contains(".") else { return digits }
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return digits
  }
}

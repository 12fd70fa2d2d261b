/// Short numbers that people read from a door or a badge: `4A-12`, `D-031`. Capital letters, digits and single hyphens.
package enum ShortCode {
  /// The most characters of a short number.
  package static let limit = 12

  /// Reads a short number; small letters become capital ones.
  /// - Parameters:
  ///   - name: what it is called, such as `"room number"`.
  ///   - example: one that is right.
  ///   - limit: the most characters that it has, 40 at most.
  package static func read(
    _ typed: String, name: String, example: String, limit: Int = limit
  ) throws(Misentry) -> String {
    let text = try SafeText.line(typed, limit: 40).uppercased()
    guard !text.isEmpty else { throw Misentry("type the \(name), such as \(example)") }
    if let stray = text.first(where: { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }) {
      throw Misentry("\"\(stray)\" cannot stand in a \(name): use letters, digits and hyphens, such as \(example)")
    }
    guard text.count <= limit else { throw Misentry("\(text.count) characters typed, at most \(limit) fit") }
    guard text.first != "-", text.last != "-", !text.contains("--") else {
      throw Misentry("a \(name) has its hyphens between letters or digits, such as \(example)")
    }
    return text
  }
}

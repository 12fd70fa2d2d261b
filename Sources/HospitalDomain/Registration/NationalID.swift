/// A number that a state gives a person. Its form differs by state, so only its characters are checked.
package struct NationalID: Hashable, Sendable, CustomStringConvertible {
  /// The number as it is stored and compared: capital letters and digits, without separators.
  package let text: String

  /// Reads 4 to 20 letters and digits; spaces, hyphens, dots and slashes between them are dropped.
  package init(entry typed: String) throws(Misentry) {
    let line = try SafeText.line(typed, limit: 40)
    let text = line.filter { !" -./".contains($0) }.uppercased()
    if let stray = text.first(where: { !($0.isASCII && ($0.isLetter || $0.isNumber)) }) {
      throw Misentry("\"\(stray)\" is no part of a national number: type letters and digits")
    }
    guard (4...20).contains(text.count) else {
      throw Misentry("\(Listing.count(text.count, "character")) typed, 4 to 20 needed; leave it empty if unknown")
    }
    self.text = text
  }

  /// A number as it was stored.
  package init(stored text: String) { self.text = text }

  package var description: String { text }
}

/// An e-mail address, checked for its shape: whether anybody reads it, only a letter to it can tell.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
  /// The address as typed, with the domain in small letters.
  package let text: String

  /// Reads `name@place.example`: printable ASCII without spaces, at most 254 characters (RFC 5321).
  package init(entry typed: String) throws(Misentry) {
    let text = try SafeText.line(typed, limit: 254)
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw Misentry("an e-mail address has one @, such as ines@example.org") }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    guard Self.isLocalPart(parts[0]) else { throw Misentry("\"\(parts[0])\" before the @ is no e-mail name") }
    guard labels.count >= 2, labels.allSatisfy(Self.isLabel) else {
      throw Misentry("\"\(parts[1])\" after the @ is no place, such as example.org")
    }
    self.text = "\(parts[0])@\(parts[1].lowercased())"
  }

  /// An address as it was stored.
  package init(stored text: String) { self.text = text }

  package var description: String { text }

  private static func isLocalPart(_ text: Substring) -> Bool {
    guard (1...64).contains(text.utf8.count), text.first != ".", text.last != ".", !text.contains("..") else {
      return false
    }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "!#$%&'*+-/=?^_`{|}~.".contains($0)) }
  }

  private static func isLabel(_ text: Substring) -> Bool {
    guard (1...63).contains(text.utf8.count), text.first != "-", text.last != "-" else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}

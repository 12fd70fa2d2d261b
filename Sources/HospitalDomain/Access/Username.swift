/// The name by which an account signs in: 2 to 32 small letters, digits, dots, hyphens and underscores, beginning with
/// a letter.
package struct Username: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name as it is stored and shown.
  package let text: String

  /// Reads a name; capital letters become small ones.
  package init(entry typed: String) throws(Misentry) {
    let text = try SafeText.line(typed, limit: 32).lowercased()
    guard !text.isEmpty else { throw Misentry("type a user name") }
    guard let first = text.utf8.first, Self.letters.contains(first) else {
      throw Misentry("a user name begins with a letter from a to z")
    }
    guard text.utf8.allSatisfy({ Self.letters.contains($0) || Self.others.contains($0) }) else {
      throw Misentry("a user name has letters from a to z, digits, dots, hyphens and underscores")
    }
    guard text.count >= 2 else { throw Misentry("a user name has at least 2 characters") }
    self.text = text
  }

  package static func < (left: Username, right: Username) -> Bool { left.text < right.text }

  package var description: String { text }

  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
  private static let others = Set("0123456789.-_".utf8)
}

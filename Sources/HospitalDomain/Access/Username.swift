/// The name that a person signs in with: lower-case letters, digits, dots, dashes and underscores, from a letter on,
/// 2 to 32 of them.
package struct Username: Hashable, Sendable, CustomStringConvertible {
  /// The name, in lower case.
  package let text: String

  /// Reads a name as typed; capitals are made small.
  package init(entry: String) throws(Misentry) {
    let typed = entry.trimmed.lowercased()
    guard (2...32).contains(typed.count) else { throw Misentry("type 2 to 32 characters") }
    guard let first = typed.first, ("a"..."z").contains(first) else {
      throw Misentry("begin with a letter from a to z")
    }
    guard typed.unicodeScalars.allSatisfy(Self.isAllowed) else {
      throw Misentry("use only letters from a to z, digits, dots, dashes and underscores")
    }
    text = typed
  }

  package var description: String { text }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || [".", "-", "_"].contains(scalar)
  }
}

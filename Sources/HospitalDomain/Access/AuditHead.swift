/// The end of the audit trail at some moment: the number of its last entry and that entry's hash. Kept elsewhere, it proves
/// later that nothing before it was changed and nothing after it cut off.
package struct AuditHead: Hashable, Sendable, CustomStringConvertible {
  /// The number of the entry.
  package let number: Int64
  /// Its SHA-256, 64 hexadecimal digits.
  package let hash: String

  package init(number: Int64, hash: String) {
    self.number = number
    self.hash = hash
  }

  /// Reads what `description` writes: `1204 9f86…`; more words after it are left aside. Nil for anything else.
  package init?(_ line: some StringProtocol) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, let number = Int64(words[0]), number > 0 else { return nil }
    let hash = words[1].lowercased()
    guard hash.utf8.count == 64, hash.allSatisfy(\.isHexDigit) else { return nil }
    self.init(number: number, hash: hash)
  }

  package var description: String { "\(number) \(hash)" }
}

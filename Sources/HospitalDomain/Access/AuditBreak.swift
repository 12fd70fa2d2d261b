/// A place where the chain of the audit trail does not hold (domain.md, audit).
package struct AuditBreak: Hashable, Sendable {
  /// The entry at which it shows.
  package let number: Int64
  /// The number of the entry before it as they stand now; 0 for none.
  package let preceding: Int64
  /// Whether the entry's hash is not that of what it says.
  package let isChanged: Bool
  /// Whether it does not carry the hash of the entry before it.
  package let isTorn: Bool

  package init(number: Int64, preceding: Int64, isChanged: Bool, isTorn: Bool) {
    self.number = number
    self.preceding = preceding
    self.isChanged = isChanged
    self.isTorn = isTorn
  }

  /// What is wrong, as a phrase.
  package var description: String {
    if isChanged { return "entry \(number) is not what it was when it was written" }
    if preceding + 1 == number - 1 { return "entry \(number - 1) is missing" }
    if preceding + 1 < number { return "entries \(preceding + 1) to \(number - 1) are missing" }
    return "entry \(number) does not follow entry \(preceding): one of them was replaced"
  }
}

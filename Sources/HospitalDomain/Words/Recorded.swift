/// Who recorded something, and when.
package struct Recorded: Hashable, Sendable {
  /// The name of the person, as their account shows it.
  package let by: String
  /// When it was recorded.
  package let at: Timestamp

  package init(by: String, at: Timestamp) {
    self.by = by
    self.at = at
  }
}

/// What a field's text was understood as.
package enum FieldReading: Sendable, Hashable {
  /// Nothing was typed.
  case blank
  /// The text makes sense: what is stored, and what to show beside the field,
  /// such as `35 y` or `= 2026/11/21 15:00`.
  case understood(String, beside: String?)
  /// The text cannot be right: what is wrong and what is needed, without a full
  /// stop, as it is read beside the field: `6 digits typed, 10 needed`.
  case wrong(String)

  /// What is stored, or nil for a blank or wrong text.
  package var value: String? {
    if case .understood(let value, _) = self { value } else { nil }
  }

  /// What to show beside the field, if anything.
  package var beside: String? {
    if case .understood(_, let beside) = self { beside } else { nil }
  }

  /// What is wrong, if anything.
  package var problem: String? {
    if case .wrong(let problem) = self { problem } else { nil }
  }
}

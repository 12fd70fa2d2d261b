/// Something that was recorded on an admission after it began: what, by whom and when.
package struct AdmissionEntry: Hashable, Sendable {
  /// What can be recorded. The raw value is the code under which the records list it.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case isolation, order, exit, close, leave, prescription, charge, invoice, expected, staff, move

    /// The words for a sentence.
    package var title: String {
      switch self {
      case .isolation: "an isolation"
      case .order: "a discharge order"
      case .exit: "an exit"
      case .close: "a closed account"
      case .leave: "a leave"
      case .prescription: "a prescription"
      case .charge: "a charge"
      case .invoice: "an invoice"
      case .expected: "another expected discharge"
      case .staff: "another assignment"
      case .move: "a move"
      }
    }
  }

  /// What it is.
  package let kind: Kind
  /// The full name of who recorded it.
  package let by: String
  /// When.
  package let at: Timestamp

  package init(kind: Kind, by: String, at: Timestamp) {
    self.kind = kind
    self.by = by
    self.at = at
  }

  /// `a charge by Ngozi Okafor at 2026/11/21 14:20`.
  package func words(_ clock: LocalTime) -> String { "\(kind.title) by \(by) at \(clock.text(at))" }
}

/// The three stamps of a check-out, in their order; each is given by another person. The raw value is the stored code.
package enum CheckOutStep: String, CaseIterable, Hashable, Sendable {
  /// A doctor has ordered the discharge, with diagnosis and summary.
  case order
  /// The patient has left the room, which goes to be cleaned.
  case exit
  /// The account is closed: nothing is open that was not settled or waived.
  case close

  /// The step as a line of the checklist.
  package var title: String {
    switch self {
    case .order: "Discharge order"
    case .exit: "Patient leaves"
    case .close: "Account closed"
    }
  }

  /// Whose step it is, as the checklist names who is waited for.
  package var owner: String {
    switch self {
    case .order: "doctor"
    case .exit: "ward nurse"
    case .close: "cashier"
    }
  }

  /// What has to be allowed for it.
  package var permission: Permission {
    switch self {
    case .order: .orderDischarge
    case .exit: .recordExit
    case .close: .closeAccount
    }
  }
}

/// A step that was done: who did it, and when.
package struct CheckOutStamp: Hashable, Sendable {
  package let step: CheckOutStep
  package let at: Timestamp
  /// The name of who did it, as their account has it.
  package let by: String

  /// What the records tell of it.
  package init(step: CheckOutStep, at: Timestamp, by: String) {
    self.step = step
    self.at = at
    self.by = by
  }
}

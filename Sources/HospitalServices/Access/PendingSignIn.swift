import HospitalDomain

/// A person whose password was right, and of whom more is asked.
package struct PendingSignIn: Sendable {
  /// How long the second step may take after the password; who has to add one first has as long.
  package static let life = Duration.minutes(15)

  /// Whose account it is.
  package let account: Account
  /// Where they sign in.
  package let terminal: String
  /// Their second step; nil for one who has to add it first.
  package let step: SecondStep?
  /// When the password was given.
  let since: Timestamp
}

/// The password was right, and a second step is asked for (H3). No refusal: nothing was wrong.
package struct SecondStepNeeded: Error {
  /// What is known of the person so far.
  package let pending: PendingSignIn
}

/// How the personal number of somebody stands: whether there is one, and how often it was mistyped since the last full
/// sign-in.
package struct PINStanding: Hashable, Sendable {
  /// How often it was typed wrong since the last full sign-in, at any terminal.
  package let failures: Int
  /// When its owner set it.
  package let setAt: Timestamp

  package init(failures: Int, setAt: Timestamp) {
    self.failures = failures
    self.setAt = setAt
  }

  /// How many tries are left until the next full sign-in.
  package var triesLeft: Int { max(0, PINRule.tries - failures) }
}

extension PINRule {
  /// Refuses a personal number that does not unlock now, however right it is.
  ///
  /// - Parameters:
  ///   - standing: how it stands; nil for somebody who has set none.
  ///   - signedInAt: when the person signed in here in full. A clock that was set back since counts against them.
  package static func checkUse(_ standing: PINStanding?, signedInAt: Timestamp, now: Timestamp) throws(Refusal) {
    guard let standing else { throw .noPIN }
    guard standing.triesLeft > 0 else { throw .pinSpent }
    guard (signedInAt...(signedInAt + life)).contains(now) else { throw .pinTooLate }
  }
}

extension Refusal {
  /// The person has set no personal number.
  package static let noPIN = Refusal(
    code: "access.noPIN", sentence: "You have set no PIN; type your password. A PIN is set under More, Your account.",
    field: "password")

  /// It was typed wrong too often.
  package static let pinSpent = Refusal(
    code: "access.pinSpent", sentence: "The PIN was wrong too often; type your password.", field: "password")

  /// The last full sign-in is too long ago.
  package static let pinTooLate = Refusal(
    code: "access.pinTooLate", sentence: "A PIN unlocks for 30 minutes after a sign-in; type your password.",
    field: "password")

  /// It was wrong; says how many tries are left.
  package static func wrongPIN(left: Int) -> Refusal {
    Refusal(
      code: "access.wrongPIN",
      sentence: left == 0
        ? pinSpent.sentence
        : "That PIN is wrong; \(left == 1 ? "1 try is" : "\(left) tries are") left, then only the password unlocks.",
      field: "password")
  }

  /// The password is wrong where somebody is known to sit.
  package static let wrongPassword = Refusal(
    code: "access.wrongPassword", sentence: "That is not your password. Type it again.", field: "password")
}

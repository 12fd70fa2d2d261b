/// How an account stands now, beside what it was when its holder signed in.
package struct AccountStanding: Hashable, Sendable {
  /// What its holder does now.
  package let role: Role
  /// Whether it is shut to sign-ins.
  package let isLocked: Bool
  /// When the employee whose account it is left the hospital.
  package let leftAt: Timestamp?
  /// Whether it was given another password since the sign-in.
  package let hasNewPassword: Bool

  package init(role: Role, isLocked: Bool, leftAt: Timestamp?, hasNewPassword: Bool) {
    self.role = role
    self.isLocked = isLocked
    self.leftAt = leftAt
    self.hasNewPassword = hasNewPassword
  }
}

/// Whether who has signed in may go on. What an administrator does to an account reaches those who work with it at once.
package enum StandingRule {
  /// Refuses everything to one whose account was locked, given another role or another password, or who has left.
  ///
  /// - Parameter standing: how the account stands; nil for one that is not there.
  package static func check(_ account: Account, now standing: AccountStanding?) throws(Refusal) {
    guard let standing, !standing.isLocked else { throw .accountLocked }
    if standing.leftAt != nil { throw .holderLeft }
    if standing.role != account.role { throw .roleChanged(to: standing.role) }
    if standing.hasNewPassword { throw .passwordReset }
  }
}

extension Refusal {
  /// The account was locked while its holder was at work.
  package static let accountLocked = Refusal(
    code: "access.accountLocked", sentence: "Your account was locked; ask an administrator to open it again.")

  /// The holder was recorded as having left.
  package static let holderLeft = Refusal(
    code: "access.holderLeft",
    sentence: "You are recorded as having left the hospital; ask human resources if that is wrong.")

  /// The account has another role now.
  package static func roleChanged(to role: Role) -> Refusal {
    Refusal(code: "access.roleChanged", sentence: "You are \(role.indefinite) from now on; sign in again.")
  }

  /// The account has another password now.
  package static let passwordReset = Refusal(
    code: "access.passwordReset", sentence: "Your account was given a new password; sign in with it.")

  /// Somebody records their own leaving.
  package static let ownLeaving = Refusal(
    code: "access.ownLeaving", sentence: "You can not record that you left yourself; ask a colleague to do it.")
}

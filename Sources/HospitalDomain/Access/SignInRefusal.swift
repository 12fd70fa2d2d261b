extension Refusal {
  /// The name or the password was wrong, or the account is locked; never tells which.
  package static let signInFailed = Refusal(
    code: "access.signInFailed", sentence: "That user name and password do not go together. Type them again.",
    field: "password")

  /// The password that somebody who is signed in was asked for once more was wrong.
  package static let passwordWrong = Refusal(
    code: "access.passwordWrong", sentence: "That is not your password. Type it again.", field: "password")

  /// Too many failures; says how long to wait.
  package static func signInTooSoon(wait: Duration) -> Refusal {
    Refusal(
      code: "access.signInTooSoon",
      sentence:
        "Too many failed attempts. Wait \(max(1, Int(wait.components.seconds))) s, then type the password again.",
      field: "password")
  }

  /// The database has a hospital already.
  package static let hospitalFounded = Refusal(
    code: "access.hospitalFounded",
    sentence: "This database has a hospital already; name another file to make a new one.")

  /// Another account has this name.
  package static func usernameTaken(_ name: String) -> Refusal {
    Refusal(
      code: "access.usernameTaken", sentence: "There is an account \(name) already; choose another name.",
      field: "username")
  }

  /// There is no account of this name.
  package static func noSuchAccount(_ name: String) -> Refusal {
    Refusal(
      code: "access.noSuchAccount", sentence: "There is no account \(name); look at the list of accounts.",
      field: "username")
  }

  /// An administrator shuts their own account.
  package static let ownAccount = Refusal(
    code: "access.ownAccount", sentence: "You can not lock the account you work with; ask another administrator.")

  /// An administrator takes their own role away, and with it perhaps the last way to give it back.
  package static let ownRole = Refusal(
    code: "access.ownRole", sentence: "You can not change your own role; ask another administrator.", field: "role")
}

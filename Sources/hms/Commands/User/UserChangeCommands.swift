import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms user role`.
struct UserRoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "role", abstract: "Give an account another role.")

  @Argument(help: .init("The account.", valueName: "username"))
  var username: String

  @Argument(help: "What the person is from now on.")
  var role: Role

  @Option(help: "Why, for the audit trail.")
  var reason = ""

  @OptionGroup var user: UserOptions

  func run() throws {
    try user.accounts().setRole(role, of: username, because: reason)
    try Output.standard.line("\(username) is \(role.indefinite) from the next sign-in on.")
  }
}

/// `hms user reset`.
struct UserResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Give an account another password, or take a lost second step away.")

  @Argument(help: .init("The account.", valueName: "username"))
  var username: String

  @Flag(help: "Take the second step away that the person has lost; the password stays.")
  var secondStep = false

  @Option(help: "Why, for the audit trail; with --second-step.")
  var reason = ""

  @OptionGroup var password: PasswordOptions
  @OptionGroup var user: UserOptions

  func run() throws {
    let accounts = try user.accounts()
    if secondStep {
      try accounts.removeSecondStep(of: username, because: reason)
      return try Output.standard.line("\(username) signs in without a second step until they add another.")
    }
    try accounts.reset(username, password: password.newPassword(for: username))
    try Output.standard.line("\(username) signs in with the new password from now on.")
  }
}

/// `hms user lock`.
struct UserLockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lock", abstract: "Shut an account to sign-ins.")

  @Argument(help: .init("The account.", valueName: "username"))
  var username: String

  @Option(help: "Why, for the audit trail.")
  var reason = ""

  @OptionGroup var user: UserOptions

  func run() throws {
    try user.accounts().setLocked(true, username, because: reason)
    try Output.standard.line("\(username) can't sign in until hms user unlock \(username).")
  }
}

/// `hms user unlock`.
struct UserUnlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "unlock", abstract: "Open an account to sign-ins again.")

  @Argument(help: .init("The account.", valueName: "username"))
  var username: String

  @Option(help: "Why, for the audit trail.")
  var reason = ""

  @OptionGroup var user: UserOptions

  func run() throws {
    try user.accounts().setLocked(false, username, because: reason)
    try Output.standard.line("\(username) may sign in again.")
  }
}

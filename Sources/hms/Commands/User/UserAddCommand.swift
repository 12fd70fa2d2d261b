import HospitalRecords
import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms user add`.
struct UserAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Add an account.")

  @Argument(help: .init("The name to sign in with.", valueName: "username"))
  var username: String

  @Option(help: "What the person is.")
  var role: Role

  @Option(help: .init("The person's name as it is shown; default: the user name.", valueName: "full name"))
  var name: String?

  @OptionGroup var password: PasswordOptions
  @OptionGroup var user: UserOptions

  func run() throws {
    let accounts = try user.accounts()
    let account = try accounts.add(
      username: username, fullName: name ?? username, role: role, password: password.newPassword(for: username))
    try Output.standard.line("\(account.username) may sign in as \(role.indefinite).")
  }
}

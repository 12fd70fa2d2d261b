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

  @Option(
    help: .init(
      "The person's name as it is shown; default: a patient's own, else the user name.", valueName: "full name"))
  var name: String?

  @Option(help: .init("Whose account it is, for the role of patient.", valueName: "hospital number"))
  var patient: HospitalNumber?

  @OptionGroup var password: PasswordOptions
  @OptionGroup var user: UserOptions

  func validate() throws {
    if role == .patient, patient == nil {
      throw ValidationError("an account of a patient needs --patient with the hospital number")
    }
    if role != .patient, patient != nil { throw ValidationError("--patient is for the role of patient alone") }
  }

  func run() throws {
    let accounts = try user.accounts()
    let account = try accounts.add(
      username: username, fullName: name ?? (patient == nil ? username : ""), role: role,
      password: password.newPassword(for: username), patient: patient)
    try Output.standard.line("\(account.username) may sign in as \(role.indefinite).")
  }
}

extension HospitalNumber: ExpressibleByArgument {
  /// A number as people type it; nil if it is none, which the check digit tells.
  package init?(argument: String) {
    guard let number = try? HospitalNumber(entry: argument) else { return nil }
    self = number
  }
}

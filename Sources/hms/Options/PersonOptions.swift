import ArgumentParser
import HospitalServices

/// Who a command acts as: it obeys their permissions and leaves the same audit trail as the screens.
struct PersonOptions: ParsableArguments {
  @Option(help: .init("The user name to act as.", valueName: "name"))
  var user: String

  @OptionGroup var password: PasswordOptions

  /// The person at work. The password comes from standard input, `HMS_PASSWORD`, or a prompt.
  func session(in workplace: Workplace) throws -> Session {
    try SignInService(workplace).signIn(
      username: user, password: try password.password(of: user), terminal: HostAdministrator.terminal)
  }
}

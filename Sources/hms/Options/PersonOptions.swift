import ArgumentParser
import HospitalDomain
import HospitalServices

/// Who a command acts as: it obeys their permissions and leaves the same audit trail as the screens.
struct PersonOptions: ParsableArguments {
  @Option(help: .init("The user name to act as.", valueName: "name"))
  var user: String

  @Option(help: .init("The code of the second step, if the account has one; default: HMS_CODE.", valueName: "digits"))
  var code: String?

  @OptionGroup var password: PasswordOptions

  /// The person at work. The password comes from standard input, `HMS_PASSWORD`, or a prompt.
  func session(in workplace: Workplace) throws -> Session {
    let service = SignInService(workplace)
    do {
      return try service.signIn(
        username: user, password: try password.password(of: user), terminal: HostAdministrator.terminal)
    } catch let needed as SecondStepNeeded {
      guard needed.pending.step != nil else { throw Refusal.secondStepMissing }
      guard let code = code ?? UserFolders.environment("HMS_CODE") else { throw Refusal.codeNeeded }
      return try service.finish(needed.pending, code: code)
    }
  }
}

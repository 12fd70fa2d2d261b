import ArgumentParser
import HospitalDomain
import HospitalServices

/// `hms user`: accounts, for an administrator at the host.
struct UserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "List, add and change accounts.",
    discussion: "Done as an administrator of the hospital; the audit trail names the host's user.",
    subcommands: [
      UserListCommand.self, UserAddCommand.self, UserRoleCommand.self, UserResetCommand.self, UserLockCommand.self,
      UserUnlockCommand.self,
    ])
}

/// Which hospital's accounts, and on whose behalf.
struct UserOptions: ParsableArguments {
  @Option(help: .init("The administrator to act as; default: the first.", valueName: "username"))
  var admin: String?

  @OptionGroup var database: DatabaseOptions

  /// The accounts, open to be changed.
  func accounts() throws -> AccountService { AccountService(try session()) }

  /// The administrator at work.
  func session() throws -> Session {
    try HostAdministrator.session(in: HospitalFile.openForCommand(database.path()), as: admin)
  }
}

extension Role: ExpressibleByArgument {}

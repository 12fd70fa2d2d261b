import HospitalDomain
import ArgumentParser
import HospitalRecords
import HospitalServices

/// `hms user list`.
struct UserListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the accounts.")

  @OptionGroup var output: OutputOptions
  @OptionGroup var user: UserOptions

  func run() throws {
    let accounts = try user.accounts().accounts()
    if output.json { return try Output.standard.json(accounts.map(Row.init)) }
    var table = TextTable("user", "name", "role", "state", "employee")
    for account in accounts {
      table.add(
        account.username, account.fullName, account.role.title, account.standingTitle, account.employeeNumber ?? "")
    }
    try Output.standard.write(table.text)
  }

  /// An account as JSON tells it.
  private struct Row: Encodable {
    let username, name, role: String
    let employee: String?
    let locked, left: Bool

    init(_ account: Account) {
      (username, name, role) = (account.username, account.fullName, account.role.rawValue)
      employee = account.employeeNumber
      (locked, left) = (account.isLocked, account.leftAt != nil)
    }
  }
}

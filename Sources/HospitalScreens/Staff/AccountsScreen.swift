import HospitalDomain
import HospitalServices

/// The accounts of the hospital: who may sign in, and as what (H1, H2).
package struct AccountsScreen: ManagedDirectory {
  package var rows = NarrowedList<Account> {
    "\($0.username) \($0.fullName) \($0.role.title) \($0.employeeNumber ?? "") \($0.standingTitle)"
  }
  package var problem: FormMessage?
  package let title = "Accounts"
  package let noun = "account"
  package let filterHint = "user, name, role, number, locked"
  private let session: Session

  /// The accounts as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package func read() throws -> [Account] { try AccountService(session).accounts() }

  package func history(of row: Account) -> VersionedRecord? { VersionedRecord(.account, row.id.text) }

  package var formName: FormName { .account }

  package var manageRefusal: String? { session.refusal(of: .manageAccounts)?.sentence }

  package func newForm() -> DirectoryForm { AccountForms(session).new() }

  /// An account's role is what can be changed of it.
  package func changeForm(of row: Account) -> DirectoryForm { AccountForms(session).role(of: row) }

  package func form(_ name: FormName, of row: Account) -> DirectoryForm? {
    switch name {
    case .accountRole: changeForm(of: row)
    case .accountEmployee: employeeForm(of: row)
    case .accountSecondStep: secondStepForm(of: row)
    default: nil
    }
  }

  /// The form that gives an account another password.
  package func passwordForm(of row: Account) -> DirectoryForm { AccountForms(session).password(of: row) }

  /// The form that takes a lost second step away.
  package func secondStepForm(of row: Account) -> DirectoryForm { AccountForms(session).secondStep(of: row) }

  /// The form that says whose account it is.
  package func employeeForm(of row: Account) -> DirectoryForm { AccountForms(session).employee(of: row) }

  /// Why an account can be no employee's; nil if it can.
  package func employeeRefusal(of row: Account) -> String? {
    row.role == .patient ? Refusal.patientIsNoEmployee.sentence : nil
  }

  /// Why an account's role cannot be changed; nil if it can.
  package func roleRefusal(of row: Account) -> String? {
    if row.id == session.account.id { return Refusal.ownRole.sentence }
    return row.role == .patient ? Refusal.patientKeepsRole.sentence : nil
  }

  package func endRefusal(of row: Account) -> String? {
    row.id == session.account.id ? Refusal.ownAccount.sentence : nil
  }

  package func ending(of row: Account) -> DirectoryEnding {
    let who = "\(row.fullName), \(row.role.title)"
    return row.isLocked
      ? DirectoryEnding(title: "Unlock \(row.username)?", lines: [who, "They can sign in again."], act: "Unlock")
      : DirectoryEnding(title: "Lock \(row.username)?", lines: [who, "They can no longer sign in."], act: "Lock")
  }

  /// Locks an account, or unlocks one that is locked.
  package func end(_ row: Account, because reason: String) throws -> String {
    try AccountService(session).setLocked(!row.isLocked, row.username, because: reason)
    return row.isLocked ? "\(row.username) can sign in again." : "\(row.username) is locked."
  }
}

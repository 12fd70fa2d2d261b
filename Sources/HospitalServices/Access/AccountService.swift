import DatabaseKit
import HospitalDomain
import HospitalRecords

/// The accounts of a hospital, for an administrator (H2).
package struct AccountService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Every account, by user name.
  package func accounts() throws -> [Account] {
    try session.look(.seeAccounts) { try $0.accounts.all() }
  }

  /// Adds an account with a first password.
  ///
  /// - Parameters:
  ///   - fullName: the person's name; empty for the name on a patient's record.
  ///   - employee: whose account it is; nil for a patient's, and for an administrator on no staff list.
  ///   - patient: the number of the patient whose account it is, for the role of patient.
  /// - Throws: `InvalidEntry` for a name or password that will not do; `Refusal.usernameTaken`; a refusal when the employee
  ///   or the patient has an account, or is none who can have one.
  package func add(
    username: String, fullName: String, role: Role, password: String, employee: EmployeeReference? = nil,
    patient: HospitalNumber? = nil
  ) throws -> Account {
    let holder = try patient.map { number in try session.look(.manageAccounts) { try patientHolder(number, in: $0) } }
    let entry = try AccountEntry(
      username: username, fullName: fullName.isEmpty ? holder?.name.listed ?? "" : fullName, password: password,
      isDemonstration: session.hospital.isDemonstration, at: session.workplace)
    let hash = try session.workplace.passwords.hash(password)
    let account = Account(
      id: session.workplace.ids.next(at: session.workplace.clock()), hospital: session.hospital.id,
      username: entry.username, fullName: entry.fullName, role: role, employee: employee, patient: holder?.id)
    try session.perform(.manageAccounts, on: subject(account), as: .create) { records in
      if try records.accounts.find(username: entry.username) != nil { throw Refusal.usernameTaken(entry.username) }
      if let employee { try check(employee, role: role, besides: account.id, in: records.accounts) }
      try check(holder?.id, role: role, in: records)
      try records.accounts.add(account, passwordHash: hash)
    }
    return account
  }

  /// Gives an account another role. The administrator's own stays.
  package func setRole(
    _ role: Role, of username: String, from version: Int? = nil, because reason: String = ""
  ) throws {
    try change(username, .changeRole, from: version, because: reason) { accounts, account in
      if account.id == session.account.id { throw Refusal.ownRole }
      try AccountRule.checkRole(from: account.role, to: role)
      try accounts.setRole(role, of: account.id, because: reason)
    }
  }

  /// Gives an account another password.
  package func reset(_ username: String, password: String) throws {
    let hash = try hashed(password, of: username)
    try change(username, .manageAccounts, because: "") { try $0.setPasswordHash(hash, of: $1.id, because: "reset") }
  }

  /// Takes away the second step of somebody who has lost it: the password alone lets them in then, or makes them add
  /// another where their role has to have one.
  package func removeSecondStep(of username: String, because reason: String = "") throws {
    try change(username, .manageAccounts, because: reason.isEmpty ? "second step taken away" : reason) {
      accounts, account in
      if try !accounts.removeSecondStep(of: account.id) { throw Refusal.noSecondStep }
    }
  }

  /// Shuts an account to sign-ins, or opens it again. The administrator's own stays open.
  package func setLocked(_ isLocked: Bool, _ username: String, because reason: String = "") throws {
    try change(username, .manageAccounts, because: reason) { accounts, account in
      if isLocked, account.id == session.account.id { throw Refusal.ownAccount }
      try accounts.setLocked(isLocked, of: account.id, because: reason)
      if !isLocked { try accounts.forgetFailures(of: account.username) }
    }
  }

  func change(
    _ username: String, _ permission: Permission, from version: Int? = nil, because reason: String,
    _ act: (AccountRecords, Account) throws -> Void
  ) throws {
    let found = try session.readOwn { try $0.accounts.find(username: username.lowercased()) }
    guard let account = found?.account else {
      try session.require(permission, on: .nothing)
      throw Refusal.noSuchAccount(username)
    }
    try session.perform(permission, on: subject(account), as: .update, because: reason) { records in
      if let version, try records.accounts.find(username: account.username)?.account.version != version {
        throw Refusal.changedMeanwhile
      }
      try act(records.accounts, account)
    }
  }

  private func hashed(_ password: String, of username: String) throws -> String {
    if let problem = try passwordProblem(password, username: username) {
      throw InvalidEntry(problems: [problem.at("password")])
    }
    return try session.workplace.passwords.hash(password)
  }

  /// Why a password will not do for an account; nil if it will. A demonstration takes any.
  package func passwordProblem(_ password: String, username: String) throws -> Misentry? {
    try session.passwordProblem(password, username: username)
  }

  private func subject(_ account: Account) -> AuditSubject { AuditSubject(kind: "account", id: account.id.text) }
}

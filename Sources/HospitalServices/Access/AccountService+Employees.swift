import HospitalDomain
import HospitalRecords

extension AccountService {
  /// Everyone at work who has no account yet: doctors, then staff, by name (H1).
  package func employeesWithoutAccount() throws -> [AccountHolder] {
    try session.look(.manageAccounts) { try $0.accounts.employeesWithout() }
  }

  /// The employee whose account one is, at work or gone; nil where they are on no list.
  package func employee(_ reference: EmployeeReference) throws -> AccountHolder? {
    try session.look(.manageAccounts) { try $0.accounts.holder(reference) }
  }

  /// Makes an account that employee's; nil for nobody's, as an administrator's may be.
  ///
  /// - Throws: a refusal when the employee has an account or has left, or the account is a patient's.
  package func setEmployee(
    _ employee: EmployeeReference?, of username: String, from version: Int? = nil, because reason: String
  ) throws {
    let reason = try WrittenReason.read(reason, to: "say whose account it is")
    try change(username, .manageAccounts, from: version, because: reason) { accounts, account in
      if let employee { try check(employee, role: account.role, besides: account.id, in: accounts) }
      try accounts.setEmployee(employee, of: account.id, because: reason)
    }
  }

  /// Refuses an employee whose account it may not be.
  func check(_ employee: EmployeeReference, role: Role, besides id: AccountID, in accounts: AccountRecords) throws {
    let other = try accounts.account(of: employee)
    try AccountRule.check(
      accounts.holder(employee), role: role, other: other?.id == id ? nil : other?.username,
      clock: session.workplace.localTime)
  }
}

extension AccountService {
  /// The patient with that number.
  func patientHolder(_ number: HospitalNumber, in records: Records) throws -> PatientLine {
    guard let line = try records.patients.line(number) else { throw Refusal.noSuchPatient }
    return line
  }

  /// Refuses a patient whose account it may not be.
  func check(_ patient: PatientID?, role: Role, in records: Records) throws {
    try AccountRule.check(
      patient.map { try records.patientStanding($0) }, role: role,
      other: patient.flatMap { try records.accounts.account(ofPatient: $0)?.username })
  }
}

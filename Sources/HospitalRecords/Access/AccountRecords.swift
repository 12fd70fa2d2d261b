import DatabaseKit
import HospitalDomain

/// Accounts.
package struct AccountRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// The account with this user name and its password hash.
  package func find(username: String) throws -> (account: Account, passwordHash: String)? {
    guard let row = try transaction.row(Self.select + "WHERE account.username = \(username)") else { return nil }
    return (try Self.account(row), try row.text("password_hash"))
  }

  /// The account with this identifier.
  package func account(_ id: AccountID) throws -> Account? {
    try account(where: "account.id = \(id)")
  }

  func account(where condition: SQLStatement) throws -> Account? {
    try transaction.row(Self.select + "WHERE \(part: condition)").map(Self.account)
  }

  /// How an account stands now, beside what it was when its holder signed in; nil for one that is not there.
  package func standing(of account: Account, since version: Int? = nil) throws -> AccountStanding? {
    let version = version ?? account.version
    let row = try transaction.row(
      """
      SELECT account.role, account.is_locked, account.version, COALESCE(doctor.left_at, staff.left_at) AS left_at
      FROM account LEFT JOIN doctor ON doctor.id = account.doctor_id LEFT JOIN staff ON staff.id = account.staff_id
      WHERE account.id = \(account.id)
      """)
    return try row.map { row in
      AccountStanding(
        role: try row.code("role"), isLocked: try row.flag("is_locked"),
        leftAt: try row.optionalTimestamp("left_at"),
        hasNewPassword: try row.count("version") != version && hasNewPassword(account.id, since: version))
    }
  }

  private func hasNewPassword(_ account: AccountID, since version: Int) throws -> Bool {
    try transaction.exists(
      """
      SELECT 1 FROM account JOIN account_version AS former ON former.account_id = account.id
      WHERE account.id = \(account) AND former.version = \(version)
        AND former.password_hash <> account.password_hash
      """)
  }

  /// Every account of the hospital, by user name.
  package func all() throws -> [Account] {
    try transaction.rows(
      Self.select + "WHERE account.hospital_id = \(records.author.hospital) ORDER BY account.username"
    ).map(Self.account)
  }

  /// Adds an account.
  package func add(_ account: Account, passwordHash: String) throws {
    try transaction.execute(
      """
      INSERT INTO account (id, hospital_id, username, full_name, role, password_hash, is_locked, patient_id, doctor_id, staff_id,
        version, recorded_at, recorded_by, change_reason)
      VALUES (\(account.id), \(account.hospital), \(account.username), \(account.fullName), \(account.role),
        \(passwordHash), \(account.isLocked), \(account.patient), \(account.employee?.doctor),
        \(account.employee?.staff), \(part: records.firstVersion))
      """)
  }

  /// Gives an account another role, as a new version.
  package func setRole(_ role: Role, of id: AccountID, because reason: String) throws {
    try change(id, "role = \(role)", because: reason)
  }

  /// Gives an account another password, as a new version.
  package func setPasswordHash(_ hash: String, of id: AccountID, because reason: String) throws {
    try change(id, "password_hash = \(hash)", because: reason)
  }

  /// Shuts an account to sign-ins or opens it again, as a new version.
  package func setLocked(_ isLocked: Bool, of id: AccountID, because reason: String) throws {
    try change(id, "is_locked = \(isLocked)", because: reason)
  }

  /// Forgets that signing in to a name failed, wherever it did.
  package func forgetFailures(of username: String) throws { try records.signInFailures.forget(username) }

  /// Takes the second step of an account away. False when it has none.
  package func removeSecondStep(of id: AccountID) throws -> Bool {
    guard try records.secondSteps.step(of: id) != nil else { return false }
    try records.secondSteps.remove(of: id)
    return true
  }

  func change(_ id: AccountID, _ assignment: SQLStatement, because reason: String) throws {
    try transaction.execute(
      "UPDATE account SET \(part: assignment), \(part: records.nextVersion(because: reason)) WHERE id = \(id)")
  }

  private static let select: SQLStatement = """
    SELECT account.*, COALESCE(doctor.number, staff.number) AS employee_number,
      COALESCE(doctor.left_at, staff.left_at) AS employee_left_at FROM account
    LEFT JOIN doctor ON doctor.id = account.doctor_id LEFT JOIN staff ON staff.id = account.staff_id

    """

  private static func account(_ row: SQLRow) throws -> Account {
    let doctor: DoctorID? = try row.optionalIdentifier("doctor_id")
    let staff: StaffID? = try row.optionalIdentifier("staff_id")
    return Account(
      id: try row.identifier("id"), hospital: try row.identifier("hospital_id"), username: try row.text("username"),
      fullName: try row.text("full_name"), role: try row.code("role"),
      employee: doctor.map { .doctor($0) } ?? staff.map { .staff($0) },
      employeeNumber: try row.optionalText("employee_number"), patient: try row.optionalIdentifier("patient_id"),
      isLocked: try row.flag("is_locked"), leftAt: try row.optionalTimestamp("employee_left_at"),
      version: try row.count("version"))
  }
}

extension Records {
  /// Accounts and sign-ins.
  package var accounts: AccountRecords { AccountRecords(records: self) }
}

extension Permission {
  /// See the list of accounts.
  package static let seeAccounts = Permission("account.see", "see the accounts", [.administrator, .auditor])
  /// Add an account, or lock, unlock or reset one.
  package static let manageAccounts = Permission("account.manage", "manage accounts", [.administrator])
  /// Change the second step of one's own sign-in.
  package static let secureOwnAccount = Permission("account.own", "change how you sign in", Set(Role.allCases))
  /// Give an account another role.
  package static let changeRole = Permission("account.role", "change a person's role", [.administrator])
  /// Read the audit trail and prove it whole.
  package static let readAudit = Permission("audit.read", "read the audit trail", [.administrator, .auditor])
  /// See who looked at a patient's record or changed it.
  package static let seeLooks = Permission(
    "audit.patient", "see who looked at a record", [.headNurse, .headDoctor, .administrator, .auditor])
  /// Open a restricted record in an emergency, with a reason that is reported at once (H6).
  package static let breakTheGlass = Permission(
    "access.emergency", "open a restricted record", Role.clinical.union([.reception, .cashier, .pharmacist]))
  /// Mark a record, or a department, as restricted, or lift that (H6).
  package static let restrictRecords = Permission(
    "access.restrict", "restrict records", [.headNurse, .headDoctor, .administrator])
  /// See who opened restricted records, and review it (H6).
  package static let reviewOpenings = Permission(
    "access.review", "review openings of restricted records", [.headNurse, .headDoctor, .administrator])
  /// Take, check and restore backups; run the hospital's checks.
  package static let runBackups = Permission("system.backup", "take or restore a backup", [.administrator])

  /// The permissions of this area.
  package static let access: [Permission] = [
    seeAccounts, manageAccounts, secureOwnAccount, changeRole, readAudit, seeLooks, breakTheGlass, restrictRecords,
    reviewOpenings, runBackups,
  ]
}

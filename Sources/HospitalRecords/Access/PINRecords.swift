import DatabaseKit
import HospitalDomain

/// The personal numbers that unlock, as their hashes.
package struct PINRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// The number of an account: its hash, and how it stands. Nil where none is set.
  package func find(_ account: AccountID) throws -> (hash: String, standing: PINStanding)? {
    let row = try transaction.row(
      "SELECT pin_hash, failures, set_at FROM account_pin WHERE account_id = \(account)")
    return try row.map { row in
      (
        try row.text("pin_hash"),
        PINStanding(failures: try row.count("failures"), setAt: try row.timestamp("set_at"))
      )
    }
  }

  /// Sets the author's own number, in place of one they had.
  package func set(_ hash: String) throws {
    let account = records.author.account
    let isChanged = try transaction.execute(
      """
      UPDATE account_pin SET pin_hash = \(hash), set_at = max(\(records.now), set_at + 1), failures = 0, failed_at = 0
      WHERE account_id = \(account)
      """)
    if isChanged > 0 { return }
    try transaction.execute(
      """
      INSERT INTO account_pin (account_id, pin_hash, set_at, set_by)
      VALUES (\(account), \(hash), \(records.now), \(account))
      """)
  }

  /// Counts a wrong try. No more than `PINRule.tries` are counted.
  package func noteFailure(of account: AccountID) throws {
    try transaction.execute(
      """
      UPDATE account_pin SET failures = failures + 1,
        failed_at = CASE WHEN failed_at > \(records.now) THEN failed_at ELSE \(records.now) END
      WHERE account_id = \(account) AND failures < \(PINRule.tries)
      """)
  }

  /// Forgets the wrong tries of an account, once it has signed in in full and the audit trail says so.
  package func forgetFailures(of account: AccountID) throws {
    try transaction.execute(
      """
      UPDATE account_pin SET failures = 0
      WHERE account_id = \(account) AND failures > 0 AND failed_at <= \(records.now)
      """)
  }
}

extension Records {
  /// Personal numbers that unlock.
  package var pins: PINRecords { PINRecords(records: self) }
}

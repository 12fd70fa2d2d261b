import DatabaseKit
import HospitalDomain

/// What failed at sign-in, and where people have worked: what lock-out goes by.
package struct SignInFailureRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// Notes a failure, and forgets those that are too old to matter.
  ///
  /// - Parameter isWaiting: whether the try came while it had to wait: then it makes nobody wait longer elsewhere.
  package func note(_ username: String, at terminal: String, whileWaiting isWaiting: Bool) throws {
    let id: Identifier<RecordKind.Account> = records.newIdentifier()
    try transaction.execute("DELETE FROM sign_in_failure WHERE failed_at < \(records.now - LockOut.memory)")
    try transaction.execute(
      """
      INSERT INTO sign_in_failure (id, username, terminal, failed_at, while_waiting)
      VALUES (\(id), \(username), \(terminal), \(records.now), \(isWaiting))
      """)
  }

  /// What is remembered that concerns a try of a name at a terminal.
  package func concerning(_ username: String, at terminal: String) throws -> LockOut.Failures {
    let since = records.now - LockOut.memory
    func times(_ condition: SQLStatement) throws -> [Timestamp] {
      try transaction.rows(
        "SELECT failed_at FROM sign_in_failure WHERE \(part: condition) AND failed_at >= \(since) ORDER BY failed_at"
      ).map { try $0.timestamp("failed_at") }
    }
    return LockOut.Failures(
      ofName: try times("username = \(username) AND while_waiting = 0"),
      atTerminal: try times("terminal = \(terminal) AND while_waiting = 0"),
      ofNameHere: try times("username = \(username) AND terminal = \(terminal)"))
  }

  /// Forgets the failures of a name at a terminal, once it has signed in there; everywhere without one.
  package func forget(_ username: String, at terminal: String? = nil) throws {
    guard let terminal else {
      try transaction.execute("DELETE FROM sign_in_failure WHERE username = \(username)")
      return
    }
    try transaction.execute("DELETE FROM sign_in_failure WHERE username = \(username) AND terminal = \(terminal)")
  }

  /// Notes that a person works at a terminal.
  package func noteWork(of account: AccountID, at terminal: String) throws {
    try transaction.execute(
      """
      INSERT INTO known_terminal (account_id, terminal, last_at) VALUES (\(account), \(terminal), \(records.now))
      ON CONFLICT (account_id, terminal) DO UPDATE SET last_at = excluded.last_at
      """)
  }

  /// Whether a person has worked at a terminal since a time.
  package func hasWorked(_ account: AccountID, at terminal: String, since time: Timestamp) throws -> Bool {
    try transaction.exists(
      """
      SELECT 1 FROM known_terminal WHERE account_id = \(account) AND terminal = \(terminal) AND last_at >= \(time)
      """)
  }
}

extension Records {
  /// Failures to sign in.
  package var signInFailures: SignInFailureRecords { SignInFailureRecords(records: self) }
}

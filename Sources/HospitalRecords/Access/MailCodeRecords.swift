import DatabaseKit
import HospitalDomain

/// The codes that were sent by e-mail.
package struct MailCodeRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// A code that was sent: what it was sent to, its hash, and how it stands.
  package struct Sent: Hashable, Sendable {
    package let id: MailCodeID
    package let address: EmailAddress
    package let hash: String
    package let standing: MailCodeRule.Standing
  }

  /// Adds a code; it is the newest of the account then, and the only one that is taken.
  package func add(hash: String, to address: EmailAddress, of account: AccountID) throws {
    let id: MailCodeID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO mail_code (id, account_id, address, code_hash, sent_at, expires_at)
      VALUES (\(id), \(account), \(address.text), \(hash), \(records.now), \(records.now + MailCodeRule.life))
      """)
  }

  /// The newest code of an account.
  package func newest(of account: AccountID) throws -> Sent? {
    try transaction.row(
      "SELECT * FROM mail_code WHERE account_id = \(account) ORDER BY sent_at DESC, id DESC LIMIT 1"
    ).map { row in
      Sent(
        id: try row.identifier("id"), address: EmailAddress(stored: try row.text("address")),
        hash: try row.text("code_hash"),
        standing: MailCodeRule.Standing(
          sentAt: try row.timestamp("sent_at"), tries: try row.count("tries"),
          isUsed: try row.optionalInteger("used_at") != nil))
    }
  }

  /// When codes were sent to an account since a time.
  package func sent(to account: AccountID, since time: Timestamp) throws -> [Timestamp] {
    try transaction.rows("SELECT sent_at FROM mail_code WHERE account_id = \(account) AND sent_at >= \(time)")
      .map { try $0.timestamp("sent_at") }
  }

  /// Counts a try; false when the code has none left.
  package func countTry(_ id: MailCodeID) throws -> Bool {
    try transaction.execute(
      "UPDATE mail_code SET tries = tries + 1 WHERE id = \(id) AND used_at IS NULL AND tries < \(MailCodeRule.tries)")
      == 1
  }

  /// Notes that a code was used; false when it was used meanwhile.
  package func use(_ id: MailCodeID) throws -> Bool {
    try transaction.execute("UPDATE mail_code SET used_at = \(records.now) WHERE id = \(id) AND used_at IS NULL") == 1
  }
}

extension Records {
  /// Codes that were sent by e-mail.
  package var mailCodes: MailCodeRecords { MailCodeRecords(records: self) }
}

import DatabaseKit
import HospitalDomain

/// Letters that wait for the host's mail system.
package struct OutgoingMailRecords {
  let records: Records
  private var transaction: any Transaction { records.transaction }

  /// A letter that is to be tried now.
  package struct Waiting: Hashable, Sendable {
    package let id: OutgoingMailID
    package let address: EmailAddress
    package let sealedText: String
    /// How often it was tried, this time included.
    package let tries: Int
  }

  /// Queues a letter, to be tried at once and no longer than until a time.
  package func queue(
    _ id: OutgoingMailID, for purpose: String, to address: EmailAddress, sealedText: String, until end: Timestamp
  ) throws {
    try transaction.execute(
      """
      INSERT INTO outgoing_mail (id, account_id, purpose, address, sealed_text, queued_at, expires_at, next_at)
      VALUES (\(id), \(records.author.account), \(purpose), \(address.text), \(sealedText), \(records.now), \(end),
        \(records.now))
      """)
  }

  /// Takes the letter that has waited longest, so that nobody else tries it meanwhile; nil when none is due.
  package func take() throws -> Waiting? {
    try transaction.row(
      """
      UPDATE outgoing_mail SET tries = tries + 1, next_at = \(records.now + LetterRetry.lease)
      WHERE id = (SELECT id FROM outgoing_mail
        WHERE sent_at IS NULL AND given_up_at IS NULL AND next_at <= \(records.now) ORDER BY next_at, id LIMIT 1)
      RETURNING id, address, sealed_text, tries
      """
    ).map { row in
      Waiting(
        id: try row.identifier("id"), address: EmailAddress(stored: try row.text("address")),
        sealedText: try row.text("sealed_text"), tries: try row.count("tries"))
    }
  }

  /// Notes that a letter was sent.
  package func noteSent(_ id: OutgoingMailID) throws {
    try transaction.execute(
      "UPDATE outgoing_mail SET sent_at = \(records.now), sealed_text = '', problem = '' WHERE id = \(id)")
  }

  /// Notes why a letter was not sent, and when it is tried again.
  package func noteProblem(_ problem: String, of id: OutgoingMailID, nextAt next: Timestamp) throws {
    try transaction.execute(
      "UPDATE outgoing_mail SET problem = \(problem), next_at = \(next) WHERE id = \(id) AND sent_at IS NULL")
  }

  /// Gives up what is of no use any more.
  package func giveUpExpired() throws {
    try transaction.execute(
      """
      UPDATE outgoing_mail SET given_up_at = \(records.now), sealed_text = ''
      WHERE sent_at IS NULL AND given_up_at IS NULL AND expires_at <= \(records.now)
      """)
  }

  /// What was given up since a time; nil for nothing.
  package func givenUp(since time: Timestamp) throws -> MailProblem? {
    let row = try transaction.row(
      """
      SELECT given_up_at, problem, COUNT(*) OVER () AS letters FROM outgoing_mail
      WHERE given_up_at >= \(time) ORDER BY given_up_at DESC, id DESC LIMIT 1
      """)
    return try row.map {
      MailProblem(
        count: try $0.count("letters"), last: try $0.timestamp("given_up_at"), problem: try $0.text("problem"))
    }
  }

  /// When the next letter is due; nil when none waits.
  package func nextDue() throws -> Timestamp? {
    try transaction.row(
      """
      SELECT next_at FROM outgoing_mail WHERE sent_at IS NULL AND given_up_at IS NULL ORDER BY next_at LIMIT 1
      """
    )?.timestamp("next_at")
  }
}

extension Records {
  /// Letters that wait for the host's mail system.
  package var outgoingMail: OutgoingMailRecords { OutgoingMailRecords(records: self) }
}

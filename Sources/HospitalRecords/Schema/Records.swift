import DatabaseKit
import HospitalDomain

/// The hospital's records within one transaction, and who is writing in them. Each area adds its repository in a file of
/// its own: `extension Records { package var rooms: RoomRecords { … } }`.
package struct Records {
  /// The transaction that everything here reads and writes in.
  package let transaction: any Transaction
  /// Who records, when, and where new identifiers come from.
  package let author: Author
  /// Whose names are kept from the author (H6).
  let withheld = WithheldPatients()

  /// Records within a transaction.
  package init(_ transaction: any Transaction, author: Author) {
    self.transaction = transaction
    self.author = author
  }

  /// Who records, in which hospital, and when: one time for a whole transaction.
  package struct Author: Sendable {
    /// The account that everything is recorded by.
    package let account: AccountID
    /// The hospital that the account belongs to.
    package let hospital: HospitalID
    /// The time of the transaction.
    package let now: Timestamp
    /// Where new identifiers come from.
    package let ids: IdentifierSource

    package init(account: AccountID, hospital: HospitalID, now: Timestamp, ids: IdentifierSource) {
      self.account = account
      self.hospital = hospital
      self.now = now
      self.ids = ids
    }
  }

  /// A new identifier.
  package func newIdentifier<Kind>() -> Identifier<Kind> { author.ids.next(at: author.now) }

  /// The time of this transaction.
  package var now: Timestamp { author.now }

  /// The values of the version columns of a new row: first version, this author, this time.
  var firstVersion: SQLStatement {
    "1, \(author.now), \(author.account), ''"
  }

  /// The assignments of the version columns that make a change the next version.
  func nextVersion(because reason: String) -> SQLStatement {
    "version = version + 1, recorded_at = \(author.now), recorded_by = \(author.account), change_reason = \(reason)"
  }

  /// The next number of a sequence, starting at 1; gaps occur only when a transaction is rolled back, numbers never twice.
  package func nextNumber(of sequence: String) throws -> Int64 {
    let next: SQLStatement = """
      UPDATE number_sequence SET next_number = next_number + 1 WHERE name = \(sequence)
      RETURNING next_number - 1 AS number
      """
    if let row = try transaction.row(next) { return try row.integer("number") }
    try transaction.execute("INSERT INTO number_sequence (name, next_number) VALUES (\(sequence), 1)")
    guard let row = try transaction.row(next) else {
      throw DatabaseFault.other("the sequence \(sequence) gave no number")
    }
    return try row.integer("number")
  }
}

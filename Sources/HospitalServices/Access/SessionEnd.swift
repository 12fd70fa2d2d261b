import HospitalDomain
import HospitalRecords
import Synchronization

/// Why a session is over although nobody signed out. Shared by a session on all its connections.
package final class SessionEnd: Sendable {
  private let noted = Mutex<Refusal?>(nil)

  package init() {}

  /// The sentence to take leave with; nil while the session goes on.
  package var reason: Refusal? { noted.withLock { $0 } }

  func note(_ reason: Refusal) { noted.withLock { $0 = $0 ?? reason } }
}

extension Session {
  /// Confirms, in the transaction of an act or a look, that the account still is what it was at the sign-in.
  ///
  /// - Throws: a refusal that ends the session, if it is not.
  func confirmStanding(in records: Records) throws {
    let standing = try records.accounts.standing(of: account)
    do { try StandingRule.check(account, now: standing) } catch {
      end.note(error)
      throw error
    }
  }

  /// Looks whether the account still is what it was at the sign-in, for whoever waits at a screen and does nothing.
  package func confirmStanding() throws {
    try readOwn { try confirmStanding(in: $0) }
  }
}

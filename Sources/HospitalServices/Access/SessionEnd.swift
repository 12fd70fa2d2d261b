import HospitalDomain
import HospitalRecords
import Synchronization

/// Why a session is over although nobody signed out, and what is none of these reasons. Shared by a session on all its
/// connections.
package final class SessionEnd: Sendable {
  private let noted = Mutex<Refusal?>(nil)
  private let ownVersion = Mutex<Int?>(nil)

  package init() {}

  /// The sentence to take leave with; nil while the session goes on.
  package var reason: Refusal? { noted.withLock { $0 } }

  func note(_ reason: Refusal) { noted.withLock { $0 = $0 ?? reason } }

  /// The version of the account that the person made by changing their own password here: as it is since then, it is the
  /// one that goes on. Nil where they did not.
  var ownPassword: Int? {
    get { ownVersion.withLock { $0 } }
    set { ownVersion.withLock { $0 = newValue } }
  }

  /// The version of the account that the session goes by.
  fileprivate func version(of account: Account) -> Int { ownVersion.withLock { $0 } ?? account.version }
}

extension Session {
  /// Confirms, in the transaction of an act or a look, that the account still is what it was at the sign-in.
  ///
  /// - Throws: a refusal that ends the session, if it is not.
  func confirmStanding(in records: Records) throws {
    let standing = try records.accounts.standing(of: account, since: end.version(of: account))
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

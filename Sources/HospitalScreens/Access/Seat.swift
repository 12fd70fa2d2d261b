import HospitalDomain
import HospitalServices

/// A terminal that several people share (H4): the desk of who sits there now, and the desks of those whose work is parked
/// behind the lock. Nobody sees another's; each finds their own again when they come back.
package final class Seat {
  /// The desk of who sits here now; nobody is signed in at it while the sign-in is shown.
  package private(set) var desk: Desk
  /// Since when the terminal is locked; nil while it is not.
  package private(set) var lockedAt: Timestamp?
  private var parked: [Parked] = []
  /// The desk of somebody who is signing in while another holds the seat.
  private var guest: Desk?

  private struct Parked {
    let desk: Desk
    let lockedAt: Timestamp
  }

  /// A terminal with a desk to begin with.
  package init(_ desk: Desk) {
    self.desk = desk
  }

  /// Who sits here now; nil for nobody.
  package var holder: AccountID? { desk.session?.account.id }

  /// Those whose work is parked here.
  package var absent: Set<AccountID> { Set(parked.compactMap { $0.desk.session?.account.id }) }

  private var now: Timestamp { desk.workplace.clock() }

  /// Locks the terminal.
  package func lock() {
    guard desk.session != nil, lockedAt == nil else { return }
    lockedAt = now
    desk.noteLock()
  }

  /// The person who holds the seat goes on.
  package func unlock() { lockedAt = nil }

  /// The desk of somebody whose session goes on here, by their user name: who holds the seat, or one whose work is parked.
  package func desk(of username: String) -> Desk? {
    ([desk] + parked.map(\.desk)).first { $0.session?.account.username == username.lowercased() }
  }

  /// A desk for somebody who signs in while another holds the seat.
  package func guestDesk() -> Desk {
    let guest = desk.another()
    self.guest = guest
    return guest
  }

  /// Lets whoever has signed in sit down: a guest, or who signed in at the desk that was free.
  package func sitDown() {
    let newcomer = guest?.session == nil ? desk : guest ?? desk
    guest = nil
    sitDown(newcomer)
  }

  /// Lets a person sit down: a guest who has signed in, or one whose work is parked. The work of who held the seat is
  /// parked; that of the one who sits down is found again.
  package func sitDown(_ newcomer: Desk) {
    guard let session = newcomer.session else { return }
    if newcomer !== desk { park() }
    desk = newcomer
    lockedAt = nil
    if let place = parked.firstIndex(where: { $0.desk.session?.account.id == session.account.id }) {
      let own = parked.remove(at: place).desk
      if own !== newcomer { comeBack(to: own, from: newcomer) }
    }
    desk.resume()
  }

  /// Somebody signed in anew while their work is parked here: they go on with it.
  private func comeBack(to own: Desk, from newcomer: Desk) {
    // What the account may do has changed since: then nothing of before is shown.
    guard (try? own.session?.confirmStanding()) != nil else { return own.leave() }
    own.signedInAt = newcomer.signedInAt
    newcomer.stepAside()
    desk = own
  }

  /// Who sits here signs out, or is signed out for a reason.
  package func leave(because reason: String? = nil) {
    desk.leave(because: reason)
    lockedAt = nil
  }

  /// The line is gone: everybody who is here leaves. What they typed is kept.
  package func leaveAll() {
    for other in parked { other.desk.leave(because: nil) }
    parked = []
    leave()
  }

  /// Signs those out who have been locked for too long, on a clock that may have been set back. Returns whether it is the
  /// one who holds the seat.
  package func signOutOverdue() -> Bool {
    let overdue = { [now] (since: Timestamp) in !(since - .hours(1)...since + LockRule.signOutAfter).contains(now) }
    for other in parked where overdue(other.lockedAt) { other.desk.leave(because: Self.lockedTooLong) }
    parked.removeAll { $0.desk.session == nil }
    guard let lockedAt, overdue(lockedAt) else { return false }
    return true
  }

  /// When somebody is signed out next; nil for never.
  package var signsOutAt: Timestamp? {
    (parked.map(\.lockedAt) + [lockedAt].compactMap(\.self)).min().map { $0 + LockRule.signOutAfter + .milliseconds(1) }
  }

  /// What is said to one who was signed out so.
  package static let lockedTooLong =
    "Signed out after 15 minutes locked; unfinished forms are kept as drafts for 12 hours."

  private func park() {
    guard desk.session != nil else { return }
    desk.rest()
    parked.append(Parked(desk: desk, lockedAt: lockedAt ?? now))
    if parked.count > LockRule.mostParked { parked.removeFirst().desk.leave(because: nil) }
  }
}

/// How signing in slows down after failures: an attacker is held up, and nobody can keep a ward out
/// (docs/decisions/017-lock-out.md).
///
/// Failures are counted for a name wherever they happened, and for a terminal whoever was tried there. Who has worked at a
/// terminal before is held up by neither: there only failures of that name at that terminal count, and only after many.
package enum LockOut {
  /// How long a failure is remembered.
  package static let memory = Duration.hours(1)

  /// What failures of one kind cost.
  package struct Pace: Hashable, Sendable {
    /// How many cost nothing: a person mistypes.
    package let free: Int
    /// The longest wait.
    package let longest: Duration
  }

  /// Failures of one name, anywhere.
  package static let ofName = Pace(free: 4, longest: .minutes(15))
  /// Failures at one terminal, whoever was tried: enough for a ward that mistypes, too few to try a list of names.
  package static let atTerminal = Pace(free: 12, longest: .seconds(60))
  /// Failures of one name at a terminal where that person worked before. So many passwords may be tried in an hour without
  /// a wait; one that is not among the common ones is not among so few.
  package static let whereKnown = Pace(free: 20, longest: .seconds(60))

  /// What is remembered that concerns one try. Tries that came while it had to wait are in `ofNameHere` alone: an attacker who
  /// does not stop makes the wait of nobody longer, and the answer to any name is the same.
  package struct Failures: Hashable, Sendable {
    /// When the name failed, anywhere.
    package var ofName: [Timestamp]
    /// When anybody failed at the terminal.
    package var atTerminal: [Timestamp]
    /// When the name failed at the terminal.
    package var ofNameHere: [Timestamp]

    package init(ofName: [Timestamp] = [], atTerminal: [Timestamp] = [], ofNameHere: [Timestamp] = []) {
      self.ofName = ofName
      self.atTerminal = atTerminal
      self.ofNameHere = ofNameHere
    }
  }

  /// How long to wait before the next try, or nil for not at all.
  ///
  /// - Parameter isKnownHere: whether the person has worked at this terminal before; they never wait longer than others do.
  package static func wait(after failures: Failures, isKnownHere: Bool = false, now: Timestamp) -> Duration? {
    let waits = [wait(after: failures.ofName, ofName, now), wait(after: failures.atTerminal, atTerminal, now)]
    guard let wait = waits.compactMap({ $0 }).max() else { return nil }
    guard isKnownHere else { return wait }
    return self.wait(after: failures.ofNameHere, whereKnown, now).map { min($0, wait) }
  }

  /// The wait begins at 2 s with the first failure that costs something and doubles with each. A failure that seems to lie
  /// in the future, because a clock was set back, is counted but not waited for: else the account would be shut until the
  /// clock comes round to it again.
  private static func wait(after failures: [Timestamp], _ pace: Pace, _ now: Timestamp) -> Duration? {
    let recent = failures.filter { now - $0 <= memory }
    guard recent.count > pace.free, let last = recent.filter({ $0 <= now }).max() else { return nil }
    let doublings = min(recent.count - pace.free, 16)
    let pause = min(Duration.seconds(1 << doublings), pace.longest)
    let left = pause - (now - last)
    return left > .zero ? left : nil
  }
}

/// When a terminal locks by itself, and for how long it stays so (H4).
package enum LockRule {
  /// The minutes without a key that may be set.
  package static let minutes = 1...10
  /// The minutes where nothing is set.
  package static let usualMinutes = 3
  /// How long a terminal stays locked before the person is signed out.
  package static let signOutAfter = Duration.minutes(15)
  /// How many people's work is kept behind the lock of one terminal.
  package static let mostParked = 4
}

/// After how many minutes without a key a terminal locks, by who is signed in.
package struct LockTimes: Hashable, Sendable {
  private let usual: Int
  private let byRole: [Role: Int]

  /// The times where nothing is set.
  package static let usual = LockTimes()

  /// Times in minutes; what is beyond `LockRule.minutes` is brought within.
  package init(usual: Int = LockRule.usualMinutes, byRole: [Role: Int] = [:]) {
    func within(_ minutes: Int) -> Int {
      min(max(minutes, LockRule.minutes.lowerBound), LockRule.minutes.upperBound)
    }
    self.usual = within(usual)
    self.byRole = byRole.mapValues(within)
  }

  /// The time for a role.
  package func limit(of role: Role) -> Duration { .minutes(byRole[role] ?? usual) }
}

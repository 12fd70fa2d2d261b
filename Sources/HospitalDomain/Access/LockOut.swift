/// How long an account waits after wrong passwords (H3). It slows a guesser down and never shuts a person out for
/// good, so that nobody can lock a doctor out by typing nonsense under their name.
package enum LockOut {
  /// So many failures in a row cost nothing.
  package static let free = 4
  /// The wait after the first failure that costs one; it doubles with each further failure.
  package static let firstWait = Duration.seconds(30)
  /// The longest wait.
  package static let longestWait = Duration.minutes(15)
  /// Failures longer ago than this are forgotten.
  package static let memory = Duration.hours(24)

  /// When the next attempt is taken; nothing if it is taken now.
  /// - Parameters:
  ///   - failures: the moments of the failures since the last success, in any order.
  ///   - now: the present. A failure that seems to lie in the future, because a clock was set back, is counted but
  ///     not waited for: else the account would be shut until the clock comes round to it again.
  package static func opens(after failures: [Timestamp], at now: Timestamp) -> Timestamp? {
    let recent = failures.filter { now - $0 < memory }
    guard recent.count > free, let last = recent.filter({ $0 <= now }).max() else { return nil }
    let opening = last + wait(after: recent.count)
    return opening > now ? opening : nil
  }

  /// The wait after so many failures in a row.
  package static func wait(after failures: Int) -> Duration {
    guard failures > free else { return .zero }
    let doublings = min(failures - free - 1, 10)
    return min(firstWait * (1 << doublings), longestWait)
  }

  /// The refusal while the account waits.
  package static func refusal(until opening: Timestamp, at now: Timestamp) -> Refusal {
    let seconds = max(1, Int(((opening - now).wholeMilliseconds + 999) / 1_000))
    let wait = seconds < 120 ? Listing.count(seconds, "second") : "\((seconds + 59) / 60) minutes"
    return Refusal(
      code: "access.lockedOut", sentence: "Too many wrong passwords; try again in \(wait), or ask an administrator.")
  }
}

/// How signing in slows down after failures: an attacker is held up, and nobody is locked out for long.
package enum LockOut {
  /// How long a failure is remembered.
  package static let memory = Duration.minutes(15)
  /// How many failures cost nothing: a person mistypes.
  package static let free = 4
  /// The longest wait.
  package static let longest = Duration.seconds(60)

  /// How long to wait before the next try, or nil for not at all.
  ///
  /// The wait begins at 2 s with the fifth failure and doubles with each, up to a minute after the last one.
  /// - Parameter failures: the times of the failures. One that seems to lie in the future, because a clock was set
  ///   back, is counted but not waited for: else the account would be shut until the clock comes round to it again.
  package static func wait(after failures: [Timestamp], now: Timestamp) -> Duration? {
    let recent = failures.filter { now - $0 <= memory }
    guard recent.count > free, let last = recent.filter({ $0 <= now }).max() else { return nil }
    let doublings = min(recent.count - free, 6)
    let pause = min(Duration.seconds(1 << doublings), longest)
    let left = pause - (now - last)
    return left > .zero ? left : nil
  }
}

extension Contender {
  /// Does acts for so many milliseconds, or until there is nothing left to do (nil); how many, and the microseconds of the
  /// slowest and of all.
  ///
  /// - Parameter act: does the act of a place and says how many microseconds it took.
  static func hurry(_ milliseconds: Int, _ act: (Int) throws -> Int?) rethrows -> Hurried {
    let start = ContinuousClock.now
    let end = start + .milliseconds(min(milliseconds, 3_600_000))
    var (count, slowest, inTime) = (0, 0, 0)
    while ContinuousClock.now < end, let taken = try act(count) {
      slowest = max(slowest, taken)
      count += 1
      if ContinuousClock.now <= end { inTime += 1 }
    }
    let all = start.duration(to: .now).components
    return Hurried(
      count: count, slowest: slowest, all: Int(all.seconds * 1_000_000 + all.attoseconds / 1_000_000_000_000),
      inTime: inTime)
  }

  /// How many acts were done, the microseconds of the slowest and of all, and how many ended in the time that there was.
  struct Hurried: CustomStringConvertible {
    let count: Int, slowest: Int, all: Int, inTime: Int
    var description: String { "\(count) \(slowest) \(all) \(inTime)" }
  }

  /// How many microseconds work takes.
  static func microseconds(_ work: () throws -> Void) rethrows -> Int {
    let start = ContinuousClock.now
    try work()
    let taken = start.duration(to: .now).components
    return Int(taken.seconds * 1_000_000 + taken.attoseconds / 1_000_000_000_000)
  }
}

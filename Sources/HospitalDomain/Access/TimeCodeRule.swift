/// When a code of an authenticator app is taken (RFC 6238): one for each 30 seconds, six digits, and none twice.
package enum TimeCodeRule {
  /// How long a code is shown, in seconds.
  package static let period: Int64 = 30
  /// How many steps the two clocks may differ by, either way (RFC 6238, 5.2).
  package static let drift: Int64 = 1
  /// How many digits a code has.
  package static let digits = 6

  /// The number of the step that a moment lies in.
  package static func step(at now: Timestamp) -> Int64 { now.milliseconds / 1_000 / period }

  /// The step whose code was typed, or nil where it is none of those that are taken now.
  ///
  /// - Parameters:
  ///   - last: the step of the code that was taken last: that one and those before it are never taken again.
  ///   - code: the code of a step.
  package static func step(
    of typed: String, at now: Timestamp, after last: Int64, code: (Int64) throws -> String
  ) rethrows -> Int64? {
    let typed = plain(typed)
    guard typed.count == digits else { return nil }
    let now = step(at: now)
    return try ((now - drift)...(now + drift)).first { step in try step > last && same(code(step), typed) }
  }

  /// What was typed, without the spaces that apps show between digits.
  package static func plain(_ typed: String) -> String { typed.filter { !$0.isWhitespace } }

  /// Whether two codes are the same, looked at to the end whatever their digits are.
  static func same(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

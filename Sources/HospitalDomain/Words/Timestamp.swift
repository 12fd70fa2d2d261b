/// A moment: milliseconds since 1970-01-01 00:00 UTC, as it is stored in the database.
package struct Timestamp: Hashable, Comparable, Sendable, Codable {
  /// Milliseconds since 1970-01-01 00:00 UTC; negative before it.
  package let milliseconds: Int64

  /// The moment that many milliseconds after 1970-01-01 00:00 UTC.
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

  /// The moment that much later; a fraction of a millisecond is dropped.
  package static func + (moment: Timestamp, span: Duration) -> Timestamp {
    Timestamp(milliseconds: moment.milliseconds + span.wholeMilliseconds)
  }

  /// The moment that much earlier.
  package static func - (moment: Timestamp, span: Duration) -> Timestamp {
    Timestamp(milliseconds: moment.milliseconds - span.wholeMilliseconds)
  }

  /// The time from the right moment to the left one; negative when the left one is the earlier.
  package static func - (later: Timestamp, earlier: Timestamp) -> Duration {
    .milliseconds(later.milliseconds - earlier.milliseconds)
  }
}

extension Duration {
  /// A duration of whole minutes.
  package static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }

  /// A duration of whole hours.
  package static func hours(_ count: Int) -> Duration { .seconds(count * 3_600) }

  /// A duration of days of exactly 24 hours; for calendar days use `CalendarDate`.
  package static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }

  /// The duration in milliseconds, without the fraction.
  package var wholeMilliseconds: Int64 {
    components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
  }

  /// The duration in minutes, without the fraction.
  package var wholeMinutes: Int { Int(components.seconds / 60) }

  /// The duration in whole minutes, an hour or more as hours and minutes: `"38 min"`, `"2 h"`, `"2 h 05 min"`,
  /// `"3 d 4 h"`; for lists of how long something has lasted.
  package var spoken: String {
    let minutes = abs(wholeMinutes)
    if minutes < 60 { return "\(minutes) min" }
    let hours = minutes / 60
    if hours >= 48 { return hours % 24 == 0 ? "\(hours / 24) d" : "\(hours / 24) d \(hours % 24) h" }
    let rest = minutes % 60
    return rest == 0 ? "\(hours) h" : "\(hours) h \(rest < 10 ? "0" : "")\(rest) min"
  }
}

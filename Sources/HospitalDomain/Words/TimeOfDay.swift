/// A time on the clock, to the minute, 00:00 to 23:59.
package struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since midnight, 0 to 1439.
  package let minutesSinceMidnight: Int

  /// The time, or nothing if no clock shows it.
  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutesSinceMidnight = hour * 60 + minute
  }

  /// The time that many minutes after midnight, taken round the clock.
  package init(wrappingMinutes minutes: Int) {
    minutesSinceMidnight = (minutes % 1_440 + 1_440) % 1_440
  }

  /// 00:00.
  package static let midnight = TimeOfDay(wrappingMinutes: 0)

  /// The hour, 0 to 23.
  package var hour: Int { minutesSinceMidnight / 60 }
  /// The minute, 0 to 59.
  package var minute: Int { minutesSinceMidnight % 60 }

  package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.minutesSinceMidnight < right.minutesSinceMidnight
  }

  /// The time as `HH:mm`.
  package var description: String { padded(hour, 2) + ":" + padded(minute, 2) }
}

/// How long a patient has been in the house, as invoices and the census count it.
package struct LengthOfStay: Hashable, Sendable, CustomStringConvertible {
  /// Midnights spent in the house: what a room is charged by.
  package let nights: Int
  /// Calendar days touched, the first and the last included: what the census counts.
  package let days: Int

  /// The length from one local date to another; one day and no night where the end is not later.
  package init(from start: CalendarDate, to end: CalendarDate) {
    nights = max(0, start.days(until: end))
    days = nights + 1
  }

  /// The length of a stay by the hospital's clock, up to now while it is open.
  package init(_ stay: StayInterval, now: Timestamp, clock: LocalTime) {
    self.init(from: clock.date(of: stay.start), to: clock.date(of: stay.end ?? now))
  }

  /// `"4 nights"`, `"1 night"`; `"day 1"` before the first night.
  package var description: String { nights == 0 ? "day 1" : Listing.count(nights, "night") }
}

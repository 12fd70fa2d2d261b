/// The clock on the hospital's wall: turns moments into local dates and times, and back.
///
/// The zone is given as a function so that rules need neither a time-zone database nor a clock; the composition
/// root makes one from the host's zone.
package struct LocalTime: Sendable {
  private let offset: @Sendable (Timestamp) -> Int

  /// A clock whose distance ahead of UTC, in seconds, is told by the function for each moment.
  package init(secondsFromUTC offset: @escaping @Sendable (Timestamp) -> Int) { self.offset = offset }

  /// A clock that is always the same number of seconds ahead of UTC.
  package static func fixed(secondsFromUTC seconds: Int) -> LocalTime { LocalTime { _ in seconds } }

  /// The clock of UTC.
  package static let utc = LocalTime.fixed(secondsFromUTC: 0)

  /// How many seconds the clock is ahead of UTC at a moment.
  package func secondsFromUTC(at moment: Timestamp) -> Int { offset(moment) }

  /// The local date at a moment.
  package func date(of moment: Timestamp) -> CalendarDate { CalendarDate(moment, secondsFromUTC: offset(moment)) }

  /// The local time at a moment.
  package func time(of moment: Timestamp) -> TimeOfDay {
    let seconds = moment.milliseconds.flooringDivision(by: 1_000) + Int64(offset(moment))
    return TimeOfDay(wrappingMinutes: Int(seconds.flooringDivision(by: 60) % 1_440))
  }

  /// The local time as `HH:mm`.
  package func clock(_ moment: Timestamp) -> String { time(of: moment).description }

  /// The local date and time as `YYYY/MM/DD HH:mm`.
  package func text(_ moment: Timestamp) -> String { "\(date(of: moment)) \(time(of: moment))" }

  /// The moment at which the clock shows this date and time.
  ///
  /// When the clocks go back and show it twice, the first of the two moments. When they go forward and skip it,
  /// the moment as far after the jump as the time lies inside the gap (02:30 becomes 03:30).
  package func moment(of date: CalendarDate, at time: TimeOfDay = .midnight) -> Timestamp {
    let wall = Int64(date.dayNumber) * 86_400 + Int64(time.minutesSinceMidnight) * 60
    func moment(ahead seconds: Int) -> Timestamp { Timestamp(milliseconds: (wall - Int64(seconds)) * 1_000) }
    let before = offset(moment(ahead: 0) - .days(1))
    let after = offset(moment(ahead: 0) + .days(1))
    let first = moment(ahead: before)
    if offset(first) == before { return first }
    let second = moment(ahead: after)
    return offset(second) == after ? second : first
  }

  /// The moment at which a local day begins.
  package func start(of date: CalendarDate) -> Timestamp { moment(of: date) }
}

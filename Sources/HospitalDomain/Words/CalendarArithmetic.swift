/// A day of the week, Monday first as in ISO 8601.
package enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The name for the screen, such as `"Monday"`.
  package var title: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

extension CalendarDate {
  /// The first day that can be written, 0001/01/01.
  package static let earliest = CalendarDate(clampedDayNumber: Int.min / 2)
  /// The last day that can be written, 9999/12/31.
  package static let latest = CalendarDate(clampedDayNumber: Int.max / 2)

  /// Days since 1970/01/01; negative before it. The algorithm is Howard Hinnant's `days_from_civil`.
  package var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date that many days after 1970/01/01, held between `earliest` and `latest`
  /// (Howard Hinnant's `civil_from_days`).
  package init(clampedDayNumber number: Int) {
    let shifted = min(max(number, -719_162), 2_932_896) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    month = march < 10 ? march + 3 : march - 9
    day = dayOfYear - (153 * march + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The date that many days later (earlier, if negative), held between `earliest` and `latest`.
  package func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return CalendarDate(clampedDayNumber: overflow ? (days < 0 ? Int.min / 2 : Int.max / 2) : sum)
  }

  /// The same day that many months later; the last day of the month where it has no such day (31 January and
  /// one month is 28 or 29 February). Held between `earliest` and `latest`.
  package func adding(months: Int) -> CalendarDate {
    let bounded = min(max(months, -120_000), 120_000)
    let index = year * 12 + (month - 1) + bounded
    guard index >= 12 else { return .earliest }
    guard index < 10_000 * 12 else { return .latest }
    let (year, month) = (index / 12, index % 12 + 1)
    return CalendarDate(year: year, month: month, day: min(day, Self.length(ofMonth: month, year: year))) ?? self
  }

  /// The same day that many years later; 29 February becomes the 28th where the year has none.
  package func adding(years: Int) -> CalendarDate { adding(months: min(max(years, -10_000), 10_000) * 12) }

  /// The number of days from this date to another; negative when the other is earlier.
  package func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// The day of the week.
  package var weekday: Weekday {
    // 1970/01/01 was a Thursday.
    let index = ((dayNumber + 3) % 7 + 7) % 7
    return Weekday(rawValue: index + 1) ?? .monday
  }

  /// The date at a moment in a place whose clocks are that many seconds ahead of UTC.
  package init(_ moment: Timestamp, secondsFromUTC: Int) {
    let seconds = moment.milliseconds.flooringDivision(by: 1_000) + Int64(secondsFromUTC)
    self.init(clampedDayNumber: Int(seconds.flooringDivision(by: 86_400)))
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity; the divisor must be positive.
  func flooringDivision(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

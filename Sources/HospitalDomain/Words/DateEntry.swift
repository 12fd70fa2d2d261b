/// Dates as people type them, read into a `CalendarDate`.
///
/// Read are `T`, `T+1`, `T-7`, `T+2w`, `N`, `today`, `0312` (month and day), `19910312`, `1991/3/12`, `1991-03-12`, `1991.3.12`,
/// and day first (`13.3.1991`) where it can only be one date. Everything else is answered with what to type.
package enum DateEntry {
  /// Which year a month and day without one belong to.
  package enum Era: Hashable, Sendable {
    /// This year.
    case thisYear
    /// The most recent such day that is not in the future, as a birth date is.
    case past
  }

  /// Reads a date.
  /// - Parameters:
  ///   - today: the local date that `T` stands for.
  ///   - era: which year `0312` belongs to.
  package static func read(_ text: String, today: CalendarDate, era: Era = .thisYear) throws(Misentry) -> CalendarDate {
    let typed = text.trimmed.lowercased()
    guard !typed.isEmpty else { throw Misentry("type a date, such as \(today) or T for today") }
    guard typed.utf8.count <= 40 else { throw unreadable }
    if let date = relative(typed, today: today) { return date }
    if typed.allSatisfy(\.isASCIIDigit) { return try bare(typed, today: today, era: era) }
    return try separated(typed)
  }

  static let unreadable = Misentry("type a date as YYYY/MM/DD, such as 1991/03/12, or T for today")

  /// `t`, `n`, `today`, `t+1`, `t-2w`.
  private static func relative(_ typed: String, today: CalendarDate) -> CalendarDate? {
    let words = ["today": 0, "t": 0, "n": 0, "now": 0, "tomorrow": 1, "yesterday": -1]
    if let days = words[typed] { return today.adding(days: days) }
    guard typed.first == "t" else { return nil }
    var rest = typed.dropFirst().filter { $0 != " " }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
    rest.removeFirst()
    let unit = rest.last == "w" ? 7 : 1
    if rest.last == "w" || rest.last == "d" { rest.removeLast() }
    guard rest.allSatisfy(\.isASCIIDigit), rest.count <= 5, let count = Int(rest) else { return nil }
    return today.adding(days: (sign == "-" ? -1 : 1) * count * unit)
  }

  /// Digits alone: month and day, or year, month and day.
  private static func bare(_ digits: String, today: CalendarDate, era: Era) throws(Misentry) -> CalendarDate {
    switch digits.count {
    case 4:
      let (month, day) = (Int(digits.prefix(2)) ?? 0, Int(digits.suffix(2)) ?? 0)
      if era == .past { return try mostRecent(month: month, day: day, today: today) }
      return try date(year: today.year, month: month, day: day)
    case 8:
      let month = Int(digits.dropFirst(4).prefix(2)) ?? 0
      return try date(year: Int(digits.prefix(4)) ?? 0, month: month, day: Int(digits.suffix(2)) ?? 0)
    case 6:
      throw Misentry("\(digits) has no full year: type it as YYYYMMDD, such as 19910312")
    default:
      throw Misentry("\(Listing.count(digits.count, "digit")) typed: type 8 as YYYYMMDD, or 4 as MMDD")
    }
  }

  /// The latest such day that is not after today; 29 February is looked for in the last leap year.
  private static func mostRecent(month: Int, day: Int, today: CalendarDate) throws(Misentry) -> CalendarDate {
    for year in stride(from: today.year, through: max(1, today.year - 8), by: -1) {
      if let date = CalendarDate(year: year, month: month, day: day), date <= today { return date }
    }
    return try date(year: today.year, month: month, day: day)
  }
}

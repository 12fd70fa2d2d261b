extension DateEntry {
  /// Three numbers parted by `/`, `-`, `.` or spaces: year first, or day and month first where only one date fits.
  static func separated(_ typed: String) throws(Misentry) -> CalendarDate {
    let parts = typed.split(omittingEmptySubsequences: false) { "/-. ".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) && $0.count <= 4 })
    else { throw unreadable }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { throw unreadable }
    if parts[0].count == 4 { return try date(year: numbers[0], month: numbers[1], day: numbers[2]) }
    guard parts[2].count == 4 else {
      throw Misentry("\(typed) has no full year: type it as YYYY/MM/DD, such as 1991/03/12")
    }
    return try unambiguous(numbers[0], numbers[1], year: numbers[2], typed: typed)
  }

  /// The date, or what is wrong with it: `"1991/02/30: February 1991 has 28 days"`.
  static func date(year: Int, month: Int, day: Int) throws(Misentry) -> CalendarDate {
    if let date = CalendarDate(year: year, month: month, day: day) { return date }
    let typed = padded(year, 4) + "/" + padded(month, 2) + "/" + padded(day, 2)
    guard year >= 1 else { throw Misentry("\(typed): there is no year 0") }
    guard (1...12).contains(month) else { throw Misentry("\(typed): the month is 01 to 12") }
    guard day >= 1 else { throw Misentry("\(typed): the day begins at 01") }
    let length = CalendarDate.length(ofMonth: month, year: year)
    throw Misentry("\(typed): \(monthNames[month - 1]) \(year) has \(length) days")
  }

  /// A date with the year last. It is taken only where exchanging the first two numbers gives no other date.
  private static func unambiguous(
    _ first: Int, _ second: Int, year: Int, typed: String
  ) throws(Misentry) -> CalendarDate {
    let dayFirst = CalendarDate(year: year, month: second, day: first)
    let monthFirst = CalendarDate(year: year, month: first, day: second)
    switch (dayFirst, monthFirst) {
    case (let one?, let two?):
      if one == two { return one }
      throw Misentry("\(typed) can be two dates: type \(one) or \(two)")
    case (let only?, nil), (nil, let only?): return only
    case (nil, nil): return try date(year: year, month: second, day: first)
    }
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

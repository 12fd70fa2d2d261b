/// How old someone is on a day: years; months under two years; days under one month.
package struct Age: Hashable, Sendable, CustomStringConvertible {
  /// Completed years.
  package let years: Int
  /// Completed months, the years included.
  package let months: Int
  /// Completed days, the years included.
  package let days: Int

  /// The age on a day; nothing at all before the birth. Someone born on 29 February is a year older on the 28th
  /// of a year without one.
  package init(born: CalendarDate, on day: CalendarDate) {
    guard born < day else {
      (years, months, days) = (0, 0, 0)
      return
    }
    days = born.days(until: day)
    var whole = (day.year - born.year) * 12 + day.month - born.month
    if born.adding(months: whole) > day { whole -= 1 }
    months = whole
    years = whole / 12
  }

  /// The age as banners show it: `"35 y"`, `"14 mo"`, `"9 d"`.
  package var description: String {
    if months < 1 { return "\(days) d" }
    return years < 2 ? "\(months) mo" : "\(years) y"
  }
}

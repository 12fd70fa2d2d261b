import Testing

@testable import HospitalDomain

@Suite("Dates are YYYY/MM/DD (B8)")
struct CalendarDateTests {
  @Test(arguments: ["0001/01/01", "1900/02/28", "2000/02/29", "2024/02/29", "2026/11/21", "9999/12/31"])
  func readsAndWritesTheSame(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "2026/2/1", "2026-11-21", "26/11/21", "2026/11/211", " 2026/11/21", "2026/11/21 ", "2026/13/01", "2026/00/10",
    "2026/01/00", "2026/01/32", "2026/02/29", "1900/02/29", "2026/04/31", "0000/01/01", "٢٠٢٦/١١/٢١", "2026/1a/01",
    "+026/01/01",
  ])
  func refusesWhatIsNoDate(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [(1, 31), (2, 28), (3, 31), (4, 30), (6, 30), (9, 30), (11, 30), (12, 31)])
  func monthsEndWhereTheyEnd(month: Int, last: Int) {
    #expect(CalendarDate(year: 2025, month: month, day: last) != nil)
    #expect(CalendarDate(year: 2025, month: month, day: last + 1) == nil)
  }

  @Test func dayNumbersCountFrom1970() {
    #expect(day("1970/01/01").dayNumber == 0)
    #expect(day("1969/12/31").dayNumber == -1)
    #expect(day("2000/03/01").dayNumber == 11_017)
  }

  /// Over two whole cycles of the calendar, 400 years each, every day follows the one before it in number, order and
  /// weekday; and the calendar ends where it ends.
  @Test func everyDayFollowsItsPredecessor() {
    var date = day("1600/01/01")
    var weekday = date.weekday.rawValue
    while date < day("2400/01/01") {
      let next = CalendarDate(clampedDayNumber: date.dayNumber + 1)
      guard next.dayNumber == date.dayNumber + 1, date < next, next.weekday.rawValue == weekday % 7 + 1 else {
        Issue.record("\(date) is followed by \(next)")
        return
      }
      date = next
      weekday = next.weekday.rawValue
    }
    #expect(CalendarDate.earliest == day("0001/01/01") && CalendarDate.latest == day("9999/12/31"))
    #expect(CalendarDate(clampedDayNumber: CalendarDate.latest.dayNumber) == .latest)
    #expect(CalendarDate(clampedDayNumber: CalendarDate.earliest.dayNumber) == .earliest)
  }

  @Test func knowsTheWeekday() {
    #expect(today.weekday == .saturday)
    #expect(day("2000/01/01").weekday == .saturday)
    #expect(day("1969/07/20").weekday == .sunday)
  }

  @Test(arguments: [
    ("2026/01/31", 1, "2026/02/28"), ("2024/01/31", 1, "2024/02/29"), ("2026/11/21", -11, "2025/12/21"),
    ("2026/12/31", 2, "2027/02/28"), ("0001/01/15", -1, "0001/01/01"), ("9999/12/15", 1, "9999/12/31"),
  ])
  func addsMonths(from: String, months: Int, to: String) {
    #expect(day(from).adding(months: months) == day(to))
  }

  @Test func addsYearsAndDaysWithinTheCalendar() {
    #expect(day("2024/02/29").adding(years: 1) == day("2025/02/28"))
    #expect(day("2024/02/29").adding(years: 4) == day("2028/02/29"))
    #expect(today.adding(days: -21) == day("2026/10/31"))
    #expect(today.adding(days: Int.max) == .latest)
    #expect(today.adding(days: Int.min) == .earliest)
    #expect(today.adding(years: Int.max) == .latest)
    #expect(day("2026/02/27").days(until: day("2026/03/02")) == 3)
  }

  @Test func comesFromAMomentAndAnOffset() {
    #expect(CalendarDate(moment("2026/11/21", 23, 59), secondsFromUTC: 3_600) == day("2026/11/22"))
    #expect(CalendarDate(moment("2026/11/21", 0, 0), secondsFromUTC: -1) == day("2026/11/20"))
    #expect(CalendarDate(Timestamp(milliseconds: -1), secondsFromUTC: 0) == day("1969/12/31"))
  }
}

import Testing

@testable import HospitalDomain

@Suite("Times are read as people type them (screens.md, Keys)")
struct TimeEntryTests {
  static let twoPastTwo = TimeOfDay(wrappingMinutes: 14 * 60 + 2)

  @Test(arguments: [
    ("1500", "15:00"), ("15:00", "15:00"), ("15.00", "15:00"), ("3pm", "15:00"), ("3 PM", "15:00"), ("3:30pm", "15:30"),
    ("330p", "15:30"), ("12am", "00:00"), ("12pm", "12:00"), ("1159pm", "23:59"), ("930", "09:30"), ("9:05", "09:05"),
    ("0000", "00:00"), ("2359", "23:59"), ("N", "14:02"), ("now", "14:02"), ("noon", "12:00"), ("midnight", "00:00"),
  ])
  func reads(text: String, time: String) throws {
    #expect(try TimeEntry.read(text, now: Self.twoPastTwo).description == time)
  }

  @Test(arguments: [
    ("", "type a time, such as 1500 or 3pm"), ("2400", "a day ends at 23:59: type 0000 and the next day"),
    ("2401", "24:01: hours go to 23"), ("1560", "15:60: minutes go to 59"), ("2500", "25:00: hours go to 23"),
    ("13pm", "13pm is no time: with am or pm the hour is 1 to 12"),
    ("0am", "0am is no time: with am or pm the hour is 1 to 12"),
    ("9", "type the minutes too, such as 0900, or am or pm"),
    ("15", "type the minutes too, such as 1500, or am or pm"), ("pm", "type a time as HH:mm, such as 1500 or 3pm"),
    ("15:0", "type a time as HH:mm, such as 1500 or 3pm"), ("15:000", "type a time as HH:mm, such as 1500 or 3pm"),
    ("15:00:00", "type a time as HH:mm, such as 1500 or 3pm"), ("-100", "type a time as HH:mm, such as 1500 or 3pm"),
    ("later", "type a time as HH:mm, such as 1500 or 3pm"),
  ])
  func saysWhatToTypeInstead(text: String, sentence: String) {
    #expect(problem { () throws(Misentry) in try TimeEntry.read(text, now: Self.twoPastTwo) } == sentence)
  }
}

@Suite("A date and a time in one field")
struct DateTimeEntryTests {
  @Test(arguments: [
    ("T+1 1500", "2026/11/22 15:00"), ("T@1500", "2026/11/21 15:00"), ("T @ 3pm", "2026/11/21 15:00"),
    ("2026/12/01 9:05", "2026/12/01 09:05"), ("20261201 0905", "2026/12/01 09:05"), ("1500", "2026/11/21 15:00"),
    ("3 pm", "2026/11/21 15:00"), ("3:30 pm", "2026/11/21 15:30"), ("0312", "2026/11/21 03:12"),
    ("N", "2026/11/21 14:02"), ("+4h", "2026/11/21 18:02"), ("+30m", "2026/11/21 14:32"), ("+2d", "2026/11/23 14:02"),
    ("+1w", "2026/11/28 14:02"), ("1201 noon", "2026/12/01 12:00"), ("tomorrow 0800", "2026/11/22 08:00"),
  ])
  func reads(text: String, instant: String) throws {
    let read = try DateTimeEntry.read(text, now: now, clock: .utc)
    #expect(LocalTime.utc.text(read) == instant)
  }

  @Test(arguments: [
    ("", "type a date and time, such as T 1500 or +4h"), ("T+1", "type the time too, such as 2026/11/22 15:00"),
    ("2026/12/01", "type the time too, such as 2026/12/01 15:00"), ("+4x", "type a span such as +30m, +4h or +2d"),
    ("+", "type a span such as +30m, +4h or +2d"), ("++4h", "type a span such as +30m, +4h or +2d"),
    ("+99999h", "type a span such as +30m, +4h or +2d"), ("T 2500", "25:00: hours go to 23"),
    ("2400", "a day ends at 23:59: type 0000 and the next day"),
    ("1991/02/30 1500", "1991/02/30: February 1991 has 28 days"),
    ("whenever", "type a date and time, such as T+1 1500, 2026/11/21 15:00 or +4h"),
  ])
  func saysWhatToTypeInstead(text: String, sentence: String) {
    #expect(problem { () throws(Misentry) in try DateTimeEntry.read(text, now: now, clock: .utc) } == sentence)
  }

  @Test func daysKeepTheTimeOfDayOverAChangeOfClocks() throws {
    let evening = moment("2026/10/24", 17)
    let read = try DateTimeEntry.read("+1d", now: evening, clock: LocalTimeTests.dublin)
    #expect(LocalTimeTests.dublin.text(evening) == "2026/10/24 18:00")
    #expect(LocalTimeTests.dublin.text(read) == "2026/10/25 18:00")
  }
}

import Testing

@testable import HospitalDomain

@Suite("Screens show the hospital's own time")
struct LocalTimeTests {
  /// Dublin's winter of 2026 begins on 10/25 at 01:00 UTC, its summer on 03/29 at 01:00 UTC.
  static let dublin = LocalTime { instant in
    let summer = moment("2026/03/29", 1)..<moment("2026/10/25", 1)
    return summer.contains(instant) ? 3_600 : 0
  }

  @Test func showsDateAndTime() {
    #expect(LocalTime.utc.text(now) == "2026/11/21 14:02")
    #expect(LocalTime.fixed(secondsFromUTC: 3_600).clock(now) == "15:02")
    #expect(LocalTime.fixed(secondsFromUTC: -15 * 3_600).text(now) == "2026/11/20 23:02")
    #expect(LocalTime.utc.clock(Timestamp(milliseconds: -1)) == "23:59")
  }

  @Test func comesBackFromWhatItShows() {
    for hours in stride(from: 0, to: 366 * 24, by: 5) {
      let instant = moment("2026/01/01") + .hours(hours)
      let back = Self.dublin.moment(of: Self.dublin.date(of: instant), at: Self.dublin.time(of: instant))
      // The hour that is shown twice comes back as the first of the two.
      #expect(back == instant || (back + .hours(1) == instant && Self.dublin.text(back) == Self.dublin.text(instant)))
    }
  }

  @Test func anHourShownTwiceIsTheFirst() throws {
    let halfPastOne = try #require(TimeOfDay(hour: 1, minute: 30))
    #expect(Self.dublin.moment(of: day("2026/10/25"), at: halfPastOne) == moment("2026/10/25", 0, 30))
  }

  @Test func anHourThatIsSkippedMovesOn() throws {
    let halfPastOne = try #require(TimeOfDay(hour: 1, minute: 30))
    let instant = Self.dublin.moment(of: day("2026/03/29"), at: halfPastOne)
    #expect(Self.dublin.text(instant) == "2026/03/29 02:30")
  }

  @Test func aDayStartsAtMidnight() {
    #expect(Self.dublin.start(of: day("2026/07/01")) == moment("2026/06/30", 23))
  }

  @Test(arguments: [
    (0, "0 min"), (38, "38 min"), (59, "59 min"), (60, "1 h"), (65, "1 h 05 min"), (1_440, "24 h"),
    (47 * 60 + 59, "47 h 59 min"), (48 * 60, "2 d"), (76 * 60, "3 d 4 h"),
  ])
  func durationsAreSpoken(minutes: Int, words: String) {
    #expect(Duration.minutes(minutes).spoken == words)
  }

  @Test func momentsAddAndSubtract() {
    #expect(now + .days(1) == moment("2026/11/22", 14, 2))
    #expect(now - .minutes(2) == moment("2026/11/21", 14))
    #expect(now - moment("2026/11/21") == .minutes(14 * 60 + 2))
  }
}

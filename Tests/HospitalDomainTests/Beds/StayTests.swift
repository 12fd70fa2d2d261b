import Testing

@testable import HospitalDomain

@Suite("Stays are half-open and never overlap (domain.md, Room and bed)")
struct StayTests {
  static func stay(_ from: Int, _ to: Int?) -> StayInterval? {
    StayInterval(start: moment("2026/11/21", from), end: to.map { moment("2026/11/21", $0) })
  }

  @Test(
    arguments: [
      (1, 3, 3, 5, false), (1, 3, 2, 5, true), (1, 5, 2, 3, true), (1, nil, 5, nil, true), (1, nil, 0, 1, false),
      (1, 3, 3, nil, false), (1, 3, 1, 3, true), (2, 2, 1, 3, false), (1, 3, 2, 2, false), (1, 4, 3, nil, true),
    ] as [(Int, Int?, Int, Int?, Bool)])
  func overlap(start: Int, end: Int?, otherStart: Int, otherEnd: Int?, overlaps: Bool) throws {
    let one = try #require(Self.stay(start, end))
    let two = try #require(Self.stay(otherStart, otherEnd))
    #expect(one.overlaps(two) == overlaps)
    #expect(two.overlaps(one) == overlaps)
  }

  @Test func containItsStartAndNotItsEnd() throws {
    let stay = try #require(Self.stay(1, 3))
    #expect(stay.contains(moment("2026/11/21", 1)))
    #expect(stay.contains(moment("2026/11/21", 2, 59)))
    #expect(!stay.contains(moment("2026/11/21", 3)))
    #expect(try #require(Self.stay(1, nil)).contains(moment("2099/01/01")))
    #expect(Self.stay(3, 1) == nil)
  }

  @Test(arguments: [
    ("2026/11/21", "2026/11/21", 0, 1, "day 1"), ("2026/11/20", "2026/11/21", 1, 2, "1 night"),
    ("2026/11/17", "2026/11/21", 4, 5, "4 nights"), ("2026/11/22", "2026/11/21", 0, 1, "day 1"),
    ("2024/02/28", "2024/03/01", 2, 3, "2 nights"),
  ])
  func lengthInNightsAndDays(from: String, to: String, nights: Int, days: Int, words: String) {
    let length = LengthOfStay(from: day(from), to: day(to))
    #expect(length.nights == nights && length.days == days && length.description == words)
  }

  @Test func nightsAreThoseOfTheWallClock() throws {
    let stay = try #require(StayInterval(start: moment("2026/11/20", 23, 30)))
    #expect(LengthOfStay(stay, now: moment("2026/11/21", 0, 30), clock: .utc).nights == 1)
    #expect(LengthOfStay(stay, now: moment("2026/11/21", 0, 30), clock: .fixed(secondsFromUTC: 3_600)).nights == 0)
  }
}

import Testing

@testable import HospitalDomain

@Suite("Money is exact to the cent (B9)")
struct MoneyTests {
  @Test(arguments: [
    (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (100, "1.00"), (99_999, "999.99"), (100_000, "1,000.00"),
    (123_450, "1,234.50"), (-123_456_789, "-1,234,567.89"), (Int64.max, "92,233,720,368,547,758.07"),
    (Int64.min, "-92,233,720,368,547,758.08"),
  ])
  func isShownWithCommas(cents: Int64, text: String) {
    #expect(Money(cents: cents).description == text)
  }

  @Test(arguments: [
    ("1234", 123_400), ("1,234.50", 123_450), ("1234.5", 123_450), (".50", 50), ("$20", 2_000), ("USD 20", 2_000),
    ("usd20.01", 2_001), ("-5.00", -500), ("-$5", -500), (" 7 ", 700), ("0", 0), ("5.", 500),
    ("1,234,567", 123_456_700),
  ])
  func readsWhatPeopleType(text: String, cents: Int64) throws {
    #expect(try Money(entry: text).cents == cents)
  }

  @Test(arguments: [
    "", " ", ".", "-", "$", "USD", "1.234", "1,23", "12,34.50", "1,2345", ",100", "1..2", "1e3", "0x10", "١٢", "1 2",
    "--5",
    "5-", "NaN", "99999999999999999999", "92233720368547758.08",
  ])
  func refusesWhatIsNoAmount(_ text: String) {
    #expect(problem { () throws(Misentry) in try Money(entry: text) } != nil)
  }

  @Test func comesBackFromWhatItShows() throws {
    for cents: Int64 in [0, 1, -1, 99, 100, 123_456, -99_999_999] {
      #expect(try Money(entry: Money(cents: cents).description).cents == cents)
    }
  }

  /// Half to even, on both sides of zero.
  @Test(arguments: [
    (1_250, 1_000, 125), (125, 1_000, 12), (135, 1_000, 14), (115, 1_000, 12), (-125, 1_000, -12), (-135, 1_000, -14),
    (1, 5_000, 0), (3, 5_000, 2), (101, 5_000, 50), (-1, 5_000, 0), (1, 5_001, 1), (100, 0, 0), (100, 10_000, 100),
  ])
  func sharesRoundHalfToEven(cents: Int64, basisPoints: Int, share: Int64) throws {
    #expect(try Money(cents: cents).share(basisPoints: basisPoints) == Money(cents: share))
  }

  @Test func sumsAreExactOrRefused() throws {
    #expect(try Money.total([Money(cents: 10), Money(cents: -3), Money(cents: 1)]) == Money(cents: 8))
    #expect(try Money.total([]) == .zero)
    #expect(try Money(cents: 18_000) * 4 == Money(cents: 72_000))
    let most = Money(cents: .max)
    #expect(refusal { () throws(Refusal) in try most + Money(cents: 1) }?.code == "money.tooLarge")
    #expect(refusal { () throws(Refusal) in try Money(cents: .min) - Money(cents: 1) }?.code == "money.tooLarge")
    #expect(refusal { () throws(Refusal) in try most * 2 }?.code == "money.tooLarge")
    #expect(refusal { () throws(Refusal) in try most.share(basisPoints: 10_000) }?.code == "money.tooLarge")
  }
}

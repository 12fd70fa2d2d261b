import Testing

@testable import HospitalDomain

@Suite("Hospital numbers have a check digit (domain.md, Registration)")
struct HospitalNumberTests {
  /// ISO/IEC 7064 gives 0794 with check digit 5 as its example of MOD 11,10.
  @Test func checkDigitIsThatOfTheStandard() {
    #expect(HospitalNumber.checkDigit(of: [0, 7, 9, 4]) == 5)
  }

  @Test func isShownInGroups() {
    #expect(number(98_114).description == "000098-114-6")
    #expect(number(98_114).digits == "0000981146")
    #expect(number(1).description.count == 12)
    #expect(number(999_999_999).description.hasPrefix("999999-999-"))
  }

  @Test(arguments: [Int64(0), -1, 1_000_000_000, .max, .min])
  func otherSequencesAreNone(_ sequence: Int64) {
    #expect(HospitalNumber(sequence: sequence) == nil)
  }

  @Test(arguments: ["000098-114-6", "0000981146", "981146", " 000098 114 6 ", "98114-6"])
  func isReadWithOrWithoutDashes(_ typed: String) throws {
    #expect(try HospitalNumber(entry: typed) == number(98_114))
  }

  @Test(arguments: ["", "-", "abc", "12345678901", "9", "0", "98114６", "98114.6", "+981146", "-981146x"])
  func otherTextsAreRefused(_ typed: String) {
    #expect(
      problem { () throws(Misentry) in try HospitalNumber(entry: typed) }
        == "type the hospital number, such as 000098-114-6")
  }

  /// Every wrong digit is noticed, and every pair of different neighbours changed over in these numbers but few.
  @Test func slipsOfTheHandAreNoticed() {
    var wrongDigitsMissed = 0
    var swaps = (all: 0, missed: 0)
    for sequence in stride(from: Int64(1), to: 999_999_999, by: 1_234_567) {
      let digits = number(sequence).digits.compactMap(\.wholeNumberValue)
      for place in digits.indices {
        for digit in 0...9 where digit != digits[place] {
          var wrong = digits
          wrong[place] = digit
          if HospitalNumber(value: wrong.reduce(0) { $0 * 10 + Int64($1) }) != nil { wrongDigitsMissed += 1 }
        }
        guard place + 1 < digits.count, digits[place] != digits[place + 1] else { continue }
        var swapped = digits
        swapped.swapAt(place, place + 1)
        swaps.all += 1
        if HospitalNumber(value: swapped.reduce(0) { $0 * 10 + Int64($1) }) != nil { swaps.missed += 1 }
      }
    }
    #expect(wrongDigitsMissed == 0)
    #expect(swaps.all > 5_000)
    #expect(Double(swaps.missed) / Double(swaps.all) < 0.03)
  }

  @Test func aWrongCheckDigitIsATypingError() {
    let sentence = "no such number: the check digit does not fit, so one digit is mistyped"
    #expect(problem { () throws(Misentry) in try HospitalNumber(entry: "000098-114-5") } == sentence)
    #expect(HospitalNumber(value: 981_145) == nil)
    #expect(HospitalNumber(value: -981_146) == nil)
  }
}

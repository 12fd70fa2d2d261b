import HospitalDomain
import Testing

@testable import HospitalScreens

@Suite("What a field understands, and shows beside itself")
struct FieldReaderTests {
  @Test(
    "dates",
    arguments: [
      ("T", "2026/11/21", "= 2026/11/21"), ("T+1", "2026/11/22", "= 2026/11/22"),
      ("2026/11/21", "2026/11/21", "Saturday"), ("0312", "2026/03/12", "= 2026/03/12"),
    ])
  func dates(typed: String, value: String, beside: String) {
    #expect(FieldReader.date().reading(typed, at: afternoon) == .understood(value, beside: beside))
  }

  @Test("days and times", arguments: ["T@1500", "T 3pm", "1500"])
  func moments(typed: String) {
    #expect(
      FieldReader.dateTime.reading(typed, at: afternoon)
        == .understood("2026/11/21 15:00", beside: "= 2026/11/21 15:00"))
  }

  @Test("dates of birth and ages")
  func birthDates() {
    #expect(FieldReader.birthDate.reading(" 1991/03/12 ", at: afternoon) == .understood("1991/03/12", beside: "35 y"))
    #expect(
      FieldReader.birthDate.reading("19910312", at: afternoon)
        == .understood("1991/03/12", beside: "= 1991/03/12, 35 y"))
    #expect(FieldReader.birthDate.reading("T+1", at: afternoon).problem == "2026/11/22 is in the future")
    #expect(FieldReader.birthDate.reading("   ", at: afternoon) == .blank)
  }

  @Test("money, numbers and telephones")
  func others() {
    #expect(FieldReader.money.reading("1234.5", at: afternoon).value == "1,234.50")
    #expect(FieldReader.number(1...9).reading("10", at: afternoon).problem == "type a number from 1 to 9")
    #expect(FieldReader.telephone.reading("0871 55", at: afternoon).problem == "6 digits typed, 10 needed")
  }
}

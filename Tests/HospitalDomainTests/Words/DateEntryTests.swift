import Testing

@testable import HospitalDomain

@Suite("Dates are read as people type them (screens.md, Keys)")
struct DateEntryTests {
  @Test(arguments: [
    ("T", "2026/11/21"), ("t", "2026/11/21"), ("N", "2026/11/21"), ("today", "2026/11/21"), ("T+1", "2026/11/22"),
    ("T-7", "2026/11/14"), ("t + 2w", "2026/12/05"), ("T-30d", "2026/10/22"), ("tomorrow", "2026/11/22"),
    ("yesterday", "2026/11/20"), ("0312", "2026/03/12"), ("1231", "2026/12/31"), ("19910312", "1991/03/12"),
    ("1991-03-12", "1991/03/12"), ("1991/3/12", "1991/03/12"), ("1991.3.12", "1991/03/12"),
    ("1991 03 12", "1991/03/12"), (" 1991/03/12 ", "1991/03/12"), ("13.03.1991", "1991/03/13"),
    ("03/13/1991", "1991/03/13"), ("3.3.1991", "1991/03/03"), ("20240229", "2024/02/29"), ("T+99999", "2300/09/05"),
  ])
  func reads(text: String, date: String) throws {
    #expect(try DateEntry.read(text, today: today) == day(date))
  }

  @Test(arguments: [
    ("0312", "2026/03/12"), ("1121", "2026/11/21"), ("1122", "2025/11/22"), ("1231", "2025/12/31"),
    ("0229", "2024/02/29"),
  ])
  func aBirthDateWithoutAYearIsTheMostRecent(text: String, date: String) throws {
    #expect(try DateEntry.read(text, today: today, era: .past) == day(date))
  }

  @Test(arguments: [
    ("1991/02/30", "1991/02/30: February 1991 has 28 days"), ("20240230", "2024/02/30: February 2024 has 29 days"),
    ("1991/13/01", "1991/13/01: the month is 01 to 12"), ("1991/00/10", "1991/00/10: the month is 01 to 12"),
    ("1991/03/00", "1991/03/00: the day begins at 01"), ("0431", "2026/04/31: April 2026 has 30 days"),
    ("0229", "2026/02/29: February 2026 has 28 days"), ("00000101", "0000/01/01: there is no year 0"),
    ("12.03.1991", "12.03.1991 can be two dates: type 1991/03/12 or 1991/12/03"),
    ("31.4.1991", "1991/04/31: April 1991 has 30 days"),
    ("910312", "910312 has no full year: type it as YYYYMMDD, such as 19910312"),
    ("12.3.91", "12.3.91 has no full year: type it as YYYY/MM/DD, such as 1991/03/12"),
    ("199103", "199103 has no full year: type it as YYYYMMDD, such as 19910312"),
    ("3", "1 digit typed: type 8 as YYYYMMDD, or 4 as MMDD"),
    ("031291", "031291 has no full year: type it as YYYYMMDD, such as 19910312"),
    ("", "type a date, such as 2026/11/21 or T for today"),
    ("soon", "type a date as YYYY/MM/DD, such as 1991/03/12, or T for today"),
    ("T+", "type a date as YYYY/MM/DD, such as 1991/03/12, or T for today"),
    ("T+1000000", "type a date as YYYY/MM/DD, such as 1991/03/12, or T for today"),
    ("1991/3", "type a date as YYYY/MM/DD, such as 1991/03/12, or T for today"),
    ("1991//3/12", "type a date as YYYY/MM/DD, such as 1991/03/12, or T for today"),
    ("١٩٩١/٠٣/١٢", "type a date as YYYY/MM/DD, such as 1991/03/12, or T for today"),
  ])
  func saysWhatToTypeInstead(text: String, sentence: String) {
    #expect(problem { () throws(Misentry) in try DateEntry.read(text, today: today) } == sentence)
  }
}

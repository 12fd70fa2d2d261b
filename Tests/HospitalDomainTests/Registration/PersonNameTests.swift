import Testing

@testable import HospitalDomain

@Suite("Names (screens.md, Text)")
struct PersonNameTests {
  @Test(arguments: [
    ("Duarte", "Inês", "DUARTE, Inês", "Inês Duarte", "DUARTE I."), ("Sukarno", "", "SUKARNO", "Sukarno", "SUKARNO"),
    ("", "Björk", "Björk", "Björk", "Björk"), ("Strauß", "Emil", "STRAUSS, Emil", "Emil Strauß", "STRAUSS E."),
    ("作田", "花子", "作田, 花子", "花子 作田", "作田 花."), ("", "", "", "", ""),
  ])
  func areShown(family: String, given: String, listed: String, spoken: String, short: String) {
    let name = PersonName(family: family, given: given)
    #expect(name.listed == listed)
    #expect(name.spoken == spoken)
    #expect(name.short == short)
  }

  @Test(arguments: [
    (12, "DUARTE, Inês"), (11, "DUARTE, In…"), (9, "DUARTE…"), (8, "DUARTE…"), (7, "DUARTE…"), (6, "DUART…"),
    (1, "…"),
    (0, ""), (-1, ""),
  ])
  func areCutGivenNameFirst(columns: Int, text: String) {
    #expect(duarte.listed(fitting: columns) == text)
  }

  @Test func wideCharactersTakeTwoColumns() {
    let name = PersonName(family: "作田", given: "花子")
    let wide: (Character) -> Int = { $0.isASCII ? 1 : 2 }
    #expect(name.listed(fitting: 10, width: wide) == "作田, 花子")
    #expect(name.listed(fitting: 9, width: wide) == "作田, 花…")
  }

  @Test func listsAreInOrderWithoutRegardToCaseAndAccents() {
    let names = ["Ödegaard", "Zuse", "oakes", "Oakley"].map { PersonName(family: $0, given: "A") }
    #expect(names.sorted().map(\.family) == ["oakes", "Oakley", "Ödegaard", "Zuse"])
  }

  @Test(arguments: [("-", ""), (" Inês ", "Inês"), ("Jean-Luc", "Jean-Luc"), ("Maynard46", "Maynard46")])
  func aPartIsRead(typed: String, part: String) throws {
    #expect(try PersonName.part(typed, caption: "given name") == part)
  }

  @Test(arguments: [
    ("", "type the given name, or - if there is none"), ("123", "a name has letters; type - if there is none"),
    ("--", "a name has letters; type - if there is none"),
  ])
  func aPartIsRefused(typed: String, sentence: String) {
    #expect(problem { () throws(Misentry) in try PersonName.part(typed, caption: "given name") } == sentence)
  }
}

@Suite("Ages")
struct AgeTests {
  @Test(arguments: [
    ("2026/11/21", "0 d"), ("2026/11/12", "9 d"), ("2026/10/22", "30 d"), ("2026/10/21", "1 mo"),
    ("2025/09/21", "14 mo"),
    ("2024/11/22", "23 mo"), ("2024/11/21", "2 y"), ("1991/03/12", "35 y"), ("1991/11/21", "35 y"),
    ("1991/11/22", "34 y"), ("1926/11/21", "100 y"), ("2027/01/01", "0 d"),
  ])
  func areShown(born: String, age: String) {
    #expect(Age(born: day(born), on: today).description == age)
  }

  @Test func someoneBornOnTheLeapDayIsOlderOnThe28th() {
    #expect(Age(born: day("2024/02/29"), on: day("2026/02/27")).years == 1)
    #expect(Age(born: day("2024/02/29"), on: day("2026/02/28")).years == 2)
    #expect(Age(born: day("2024/02/29"), on: day("2028/02/28")).years == 3)
    #expect(Age(born: day("2024/02/29"), on: day("2028/02/29")).years == 4)
  }

  @Test(arguments: [
    ("1991/03/12", "1991/03/12", false), ("19910312", "1991/03/12", false), ("0312", "2026/03/12", false),
    ("1231", "2025/12/31", false), ("~35", "1991/11/21", true), ("35y", "1991/11/21", true),
    ("~ 35 years", "1991/11/21", true), ("8mo", "2026/03/21", true), ("~9d", "2026/11/12", true),
    ("3 weeks", "2026/10/31", true), ("~1991/03/12", "1991/03/12", true), ("T", "2026/11/21", false),
    ("1901/11/21", "1901/11/21", false), ("~0", "2026/11/21", true),
  ])
  func aBirthDateOrAnAgeIsRead(typed: String, date: String, isEstimated: Bool) throws {
    let birth = try BirthDate(entry: typed, today: today)
    #expect(birth == BirthDate(day(date), isEstimated: isEstimated))
    #expect(try BirthDate(entry: birth.description, today: today) == birth)
  }

  @Test(arguments: [
    ("", "type the date of birth as YYYY/MM/DD, or an age such as ~35"), ("2026/11/22", "2026/11/22 is in the future"),
    ("T+1", "2026/11/22 is in the future"), ("1901/11/20", "1901/11/20 is more than 125 years ago: check the year"),
    ("~126", "1900/11/21 is more than 125 years ago: check the year"),
    ("35", "type ~35 for an estimated age, or the date as YYYY/MM/DD"), ("~", "type the age after ~, such as ~35"),
    ("~x", "type the age after ~, such as ~35"),
    ("~35 moons", "type the age in years, months or days: ~35, ~8 mo or ~9 d"),
    ("~99999999999999999999", "type the age in years, such as ~35"),
    ("1991/02/30", "1991/02/30: February 1991 has 28 days"),
  ])
  func otherBirthDatesAreRefused(typed: String, sentence: String) {
    #expect(problem { () throws(Misentry) in try BirthDate(entry: typed, today: today) } == sentence)
  }

  @Test func anEstimateIsMarked() {
    #expect(BirthDate(day("1991/03/12"), isEstimated: true).age(on: today) == "~35 y")
    #expect(BirthDate(day("1991/03/12")).age(on: today) == "35 y")
  }
}

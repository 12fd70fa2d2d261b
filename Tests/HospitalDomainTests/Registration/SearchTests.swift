import Testing

@testable import HospitalDomain

@Suite("Find a patient by any part of name, number, telephone or birth date (P3)")
struct SearchTests {
  static let terms = SearchTerms.terms(
    number: number(98_114), name: PersonName(family: "O'Brien-Müller", given: "Inês Łucja"),
    aliases: [PersonName(family: "Duarte", given: "")], birthDate: BirthDate(day("1991/03/12")),
    telephone: (try? Telephone(entry: "0871 551 009")) ?? .noNumber, nationalID: try? NationalID(entry: "12341009"))

  /// Whether every token of what is typed begins a term.
  static func finds(_ typed: String) -> Bool {
    let query = SearchQuery(typed)
    return !query.isEmpty && query.prefixes.allSatisfy { prefix in terms.contains { $0.hasPrefix(prefix) } }
  }

  @Test(arguments: [
    "obrien", "o'brien", "O’Brien", "brien", "muller", "MÜLLER", "mueller", "obrienm", "ines", "inês", "lucja", "Łuc",
    "duarte",
    "ines duarte", "brien, ines", "0871", "0871551009", "871 551", "1009", "551009", "087 155 1009", "19910312",
    "1991/03/12", "1991-3-12", "1991", "1991/03", "981146", "0000981146", "000098-114-6", "098114", "98114", "o1009",
    "o1146",
    "12341009", "ines 1991/03/12",
  ])
  func isFound(_ typed: String) {
    #expect(Self.finds(typed))
  }

  @Test(arguments: ["ne", "rien", "murphy", "ines murphy", "0872", "1991/12/03", "1992", "d1009", "作田", ""])
  func isNotFound(_ typed: String) {
    #expect(!Self.finds(typed))
  }

  @Test func everyScriptIsFound() {
    let terms = SearchTerms.terms(
      number: number(1), name: PersonName(family: "作田", given: "花子"), birthDate: BirthDate(day("1966/05/30")))
    #expect(terms.contains("作田") && terms.contains("花子"))
    #expect(SearchQuery("作").prefixes == ["作"])
  }

  @Test(arguments: [
    ("okaf", [SearchQuery.Token.word("okaf")]), ("4A-1", [.room("4A-1")]), ("4a", [.room("4A")]),
    ("3b-12-a okafor", [.room("3B-12-A"), .word("okafor")]), ("d1009", [.word("d1009")]),
    ("0871-551", [.digits("0871551")]), ("13.03.1991", [.date(day("1991/03/13"))]),
    ("12.03.1991", [.digits("12031991")]), ("1991/02/30", [.digits("19910230")]), ("", []), (" , ;", []), ("-", []),
    ("ines ines", [.word("ines")]), ("+353 87", [.digits("353"), .digits("87")]),
  ])
  func whatIsTypedIsTakenApart(typed: String, tokens: [SearchQuery.Token]) {
    #expect(SearchQuery(typed).tokens == tokens)
  }

  @Test func aLongPasteIsCut() {
    #expect(SearchQuery(String(repeating: "ab cd ", count: 100_000)).tokens.count <= SearchQuery.mostTokens)
    let words = (1...50).map { "w\($0)" }.joined(separator: " ")
    #expect(SearchQuery(words).tokens.count == SearchQuery.mostTokens)
  }
}

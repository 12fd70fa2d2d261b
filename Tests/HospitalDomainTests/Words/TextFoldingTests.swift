import Testing

@testable import HospitalDomain

@Suite("Search does not care for case and accents (P3)")
struct TextFoldingTests {
  @Test(arguments: [
    ("Inês", "ines"), ("INE\u{302}S", "ines"), ("Straße", "strasse"), ("Søren", "soren"), ("Łukasz", "lukasz"),
    ("Æsir", "aesir"), ("Þór", "thor"), ("Đorđe", "dorde"), ("Işık", "isik"), ("Müller", "muller"), ("Ñúñez", "nunez"),
    ("Škoda", "skoda"), ("作田 花子", "作田 花子"), ("Ελένη", "ελενη"), ("ΝΊΚΟΣ", "νικοσ"), ("Йорк", "иорк"),
    ("नेहा", "नेहा"), ("", ""),
  ])
  func folds(text: String, folded: String) {
    #expect(TextFolding.fold(text) == folded)
    #expect(TextFolding.fold(folded) == folded)
  }

  @Test(arguments: [
    ("O'Brien-Søe", ["o", "brien", "soe"], ["obriensoe"]),
    ("Anne-Marie  de la Cruz", ["anne", "marie", "de", "la", "cruz"], ["annemarie", "de", "la", "cruz"]),
    ("D’Arcy", ["d", "arcy"], ["darcy"]), ("St. John", ["st", "john"], ["st", "john"]),
    ("作田 花子", ["作田", "花子"], ["作田", "花子"]),
    ("...", [], []), ("", [], []), ("4A-12", ["4a", "12"], ["4a12"]),
  ])
  func splitsIntoWords(text: String, words: [String], joined: [String]) {
    #expect(TextFolding.words(text) == words)
    #expect(TextFolding.joinedWords(text) == joined)
  }
}

@Suite("Words, lists and order")
struct WordsTests {
  @Test(arguments: [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
  func listsRead(items: [String], sentence: String) {
    #expect(Listing.and(items) == sentence)
    #expect(Listing.or(items) == sentence.replacing(" and ", with: " or "))
  }

  @Test func countsAgreeWithTheirNouns() {
    #expect(Listing.count(1, "room") == "1 room")
    #expect(Listing.count(0, "room") == "0 rooms")
    #expect(Listing.count(2, "entry", plural: "entries") == "2 entries")
  }

  @Test func roomNumbersStandInTheirNaturalOrder() {
    let rooms = ["4B-1", "4A-12", "4A-2", "10A-1", "4A-12-B", "4A-12-A", "4A-02", "ICU-1"]
    let sorted = rooms.sorted(by: NaturalOrder.precedes)
    #expect(sorted == ["4A-02", "4A-2", "4A-12", "4A-12-A", "4A-12-B", "4B-1", "10A-1", "ICU-1"])
    #expect(!NaturalOrder.precedes("4A", "4A"))
    #expect(NaturalOrder.precedes("", "a"))
    #expect(NaturalOrder.precedes("1", "99999999999999999999999"))
  }

  @Test(arguments: [("4a-12", "4A-12"), (" icu ", "ICU"), ("D-031", "D-031"), ("3B-12-A", "3B-12-A")])
  func shortNumbersAreCapitals(typed: String, code: String) throws {
    #expect(try ShortCode.read(typed, name: "room number", example: "4A-12") == code)
  }

  @Test(arguments: ["", "-4A", "4A-", "4--A", "4A 12", "4A_1", "4Ä", "1234567890123", "4A\u{1B}", "①"])
  func otherShortNumbersAreRefused(typed: String) {
    #expect(problem { () throws(Misentry) in try ShortCode.read(typed, name: "room number", example: "4A-12") } != nil)
  }
}

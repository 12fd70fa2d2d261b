import Testing

@testable import HospitalDomain

@Suite("Telephones, e-mail, national ids and the like (P1)")
struct ContactTests {
  @Test(arguments: [
    ("0871551009", "0871551009", "0871551009"), ("0871 55 10 09", "0871 55 10 09", "0871551009"),
    ("(087) 155-1009", "(087) 155-1009", "0871551009"), ("+353 87 155 1009", "+353 87 155 1009", "353871551009"),
    (" 087   1551009 ", "087 1551009", "0871551009"), ("none", "none", ""), ("NONE", "none", ""), ("-", "none", ""),
    ("+12345678", "+12345678", "12345678"), ("+123456789012345", "+123456789012345", "123456789012345"),
  ])
  func aTelephoneIsRead(typed: String, text: String, digits: String) throws {
    let telephone = try Telephone(entry: typed)
    #expect(telephone.text == text)
    #expect(telephone.digits == digits)
  }

  @Test(arguments: [
    ("0871 55", "6 digits typed, 10 needed"), ("087155100", "9 digits typed, 10 needed"),
    ("08715510091", "11 digits typed, 10 needed; a number abroad begins with +"),
    ("+1234567", "7 digits typed after +, 8 to 15 needed"),
    ("+1234567890123456", "16 digits typed after +, 8 to 15 needed"),
    ("", "type a telephone number, or none"), ("1", "1 digit typed, 10 needed"),
    ("call me", "\"c\" is no part of a telephone number: type digits, or none"),
    ("087+1551009", "\"+\" is no part of a telephone number: type digits, or none"),
  ])
  func aTelephoneIsRefused(typed: String, sentence: String) {
    #expect(problem { () throws(Misentry) in try Telephone(entry: typed) } == sentence)
  }

  @Test(arguments: [
    ("ines@example.org", "ines@example.org"), (" Ines.Duarte+x@Example.ORG ", "Ines.Duarte+x@example.org"),
    ("a@b.co", "a@b.co"), ("o'brien@mail.example.org", "o'brien@mail.example.org"),
  ])
  func anEmailAddressIsRead(typed: String, text: String) throws {
    #expect(try EmailAddress(entry: typed).text == text)
  }

  @Test(arguments: [
    "", "ines", "ines@", "@example.org", "a@b", "a@b@c.org", "a b@c.org", "a@-b.org", "a@b-.org", "a@b..org",
    ".a@b.org",
    "a.@b.org", "a..b@c.org", "a@b.org\u{0}", "ïnes@example.org", "a@exämple.org", "\"a\"@b.org", "a@b.org>",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.org",
  ])
  func anEmailAddressIsRefused(_ typed: String) {
    #expect(problem { () throws(Misentry) in try EmailAddress(entry: typed) } != nil)
  }

  @Test(arguments: [
    ("1234567T", "1234567T"), ("123-45-6789", "123456789"), ("ab 12 34", "AB1234"), ("1/2.3-4", "1234"),
  ])
  func aNationalIDIsRead(typed: String, text: String) throws {
    #expect(try NationalID(entry: typed).text == text)
  }

  @Test(arguments: ["", "123", "123456789012345678901", "12#34", "١٢٣٤٥", "ÄÖÜ12"])
  func aNationalIDIsRefused(_ typed: String) {
    #expect(problem { () throws(Misentry) in try NationalID(entry: typed) } != nil)
  }

  @Test(arguments: [
    ("A+", BloodGroup.aPositive), ("ab neg", .abNegative), ("0-", .oNegative), ("o positive", .oPositive),
    ("", .unknown),
    ("U", .unknown), ("unknown", .unknown), ("b POS", .bPositive),
  ])
  func aBloodGroupIsRead(typed: String, group: BloodGroup) throws {
    #expect(try BloodGroup(entry: typed) == group)
  }

  @Test(arguments: ["A", "+", "C+", "AB", "A*", "pos", "neg"])
  func aBloodGroupIsRefused(_ typed: String) {
    #expect(problem { () throws(Misentry) in try BloodGroup(entry: typed) } != nil)
  }

  @Test(arguments: [("f", Sex.female), ("Male", .male), ("X", .other), (" u ", .unknown)])
  func aSexIsRead(typed: String, sex: Sex) throws {
    #expect(try Sex(entry: typed) == sex)
  }

  @Test(arguments: ["", "fm", "1", "♀"])
  func aSexIsRefused(_ typed: String) {
    #expect(problem { () throws(Misentry) in try Sex(entry: typed) } == "type F, M, X (other) or U (unknown)")
  }
}

@Suite("Not known and none known are different (domain.md, Registration)")
struct AllergyStatusTests {
  @Test(arguments: [
    ("", AllergyStatus.unknown, "not known"), ("unknown", .unknown, "not known"),
    ("None known", .noneKnown, "none known"),
    ("nka", .noneKnown, "none known"),
    (
      "penicillin (rash), latex",
      .recorded([.init(substance: "Penicillin", reaction: "rash"), .init(substance: "Latex")]),
      "Penicillin (rash), Latex"
    ),
    (
      "nuts (hives, swelling); latex",
      .recorded([.init(substance: "Nuts", reaction: "hives, swelling"), .init(substance: "Latex")]),
      "Nuts (hives, swelling), Latex"
    ),
    ("latex, LATEX,", .recorded([.init(substance: "Latex")]), "Latex"),
  ])
  func areRead(typed: String, status: AllergyStatus, words: String) throws {
    #expect(try AllergyStatus(entry: typed) == status)
    #expect(status.description == words)
    #expect(try AllergyStatus(entry: status.description) == status)
  }

  @Test(arguments: [",", "(rash)", "penicillin (rash", "penicillin (rash) x", "123", "; ;"])
  func areRefused(_ typed: String) {
    #expect(problem { () throws(Misentry) in try AllergyStatus(entry: typed) } != nil)
  }
}

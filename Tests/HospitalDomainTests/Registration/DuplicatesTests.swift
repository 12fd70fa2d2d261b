import Testing

@testable import HospitalDomain

@Suite("Likely duplicates are noticed (P2; domain.md, 8)")
struct DuplicatesTests {
  static let onFile = traits("Duarte", "Inês", "1991/03/12")

  static func traits(
    _ family: String, _ given: String, _ born: String?, sex: Sex = .female, telephone: String = "0871551009",
    town: String = "Cork", nationalID: String? = nil
  ) -> PersonTraits {
    PersonTraits(
      name: PersonName(family: family, given: given), birthDate: born.map { BirthDate(day($0)) }, sex: sex,
      telephone: try? Telephone(entry: telephone), town: town,
      nationalID: nationalID.flatMap { try? NationalID(entry: $0) })
  }

  /// Each slip of a tired hand, without telephone and town to help.
  @Test(arguments: [
    ("Duarte", "Inês", "1991/03/12", "same birth date, same name"),
    ("Duarte", "Ines", "1991/03/12", "same birth date, same name"),
    ("DUARTE", "inês", "1991/03/12", "same birth date, same name"),
    ("Durate", "Inês", "1991/03/12", "same birth date, like name"),
    ("Duart", "Inês", "1991/03/12", "same birth date, like name"),
    ("Inês", "Duarte", "1991/03/12", "same birth date, names swapped"),
    ("Duarte", "Inês Maria", "1991/03/12", "same birth date, same family name"),
    ("Duarte Lopes", "Inês", "1991/03/12", "same birth date, like name"),
    ("Duarte", "Inês", "1991/12/03", "day and month swapped, same name"),
    ("Duarte", "Inês", "1992/03/12", "birth date a year off, same name"),
    ("Duarte", "Inês", "1981/03/12", "one digit of the birth date differs, same name"),
    ("Duarte", "Inês", "1991/03/21", "two digits of the birth date swapped, same name"),
    ("Dwarte", "Ines", "1991/03/12", "same birth date, like name"),
  ])
  func slipsAreNoticed(family: String, given: String, born: String, reasons: String) {
    let match = Duplicates.compare(Self.traits(family, given, born, telephone: "none", town: ""), Self.onFile)
    #expect(match.isWorthShowing)
    #expect(!match.isCertain)
    #expect(normalised(match.sentence) == normalised(reasons))
    #expect((Duplicates.leastScore...99).contains(match.score))
  }

  /// A longer given name is a like name, however the sentence puts it.
  private func normalised(_ sentence: String) -> String {
    sentence.replacing("same family name", with: "like name")
  }

  @Test(arguments: [
    ("Murphy", "Sean", "1991/03/12", Sex.male), ("Okafor", "Ngozi", "1991/03/12", .female),
    ("Duarte", "Inês", "1961/07/25", .female), ("Duarte", "Tomás", "1988/01/30", .male),
    ("Li", "Wei", "1970/01/01", .unknown),
    ("作田", "花子", "1966/05/30", .female),
  ])
  func othersAreLeftInPeace(family: String, given: String, born: String, sex: Sex) {
    let other = Self.traits(family, given, born, sex: sex, telephone: "none", town: "Galway")
    #expect(!Duplicates.compare(other, Self.onFile).isWorthShowing)
    #expect(!Duplicates.compare(Self.onFile, other).isWorthShowing)
  }

  @Test func theSameNationalIDIsCertain() {
    let one = Self.traits("Duarte", "Inês", "1991/03/12", telephone: "none", nationalID: "1234567T")
    let two = Self.traits("Costa", "Ana", "1960/01/01", telephone: "none", nationalID: "123-4567 t")
    let match = Duplicates.compare(one, two)
    #expect(match.isCertain && match.score == 100)
    #expect(match.reasons.first == "same national id")
  }

  @Test func theSameTelephoneWithTheSameBirthDateIsCertain() {
    let other = Self.traits("Costa", "Ana", "1991/03/12", telephone: "+353 871 551 009", town: "")
    let match = Duplicates.compare(other, Self.onFile)
    #expect(match.isCertain)
    #expect(match.sentence == "same birth date, same telephone")
    #expect(!Duplicates.compare(Self.traits("Costa", "Ana", "1990/07/30", town: ""), Self.onFile).isCertain)
  }

  @Test func noTelephoneIsNoSameTelephone() {
    let one = Self.traits("Costa", "Ana", "1991/03/12", telephone: "none", town: "")
    let two = Self.traits("Silva", "Rui", "1991/03/12", telephone: "none", town: "")
    #expect(!Duplicates.compare(one, two).isCertain)
  }

  @Test func differentNationalIDsSpeakAgainst() {
    let one = Self.traits("Duarte", "Inês", "1991/03/12", nationalID: "1111111A")
    let two = Self.traits("Duarte", "Inês", "1991/03/12", telephone: "none", nationalID: "2222222B")
    let without = Self.traits("Duarte", "Inês", "1991/03/12", telephone: "none")
    #expect(Duplicates.compare(one, two).score == Duplicates.compare(one, without).score - 20)
  }

  @Test func anEstimatedAgeFitsWithinFiveYears() {
    var unknown = Self.traits("Duarte", "Inês", nil, telephone: "none", town: "")
    unknown.birthDate = BirthDate(day("1995/11/21"), isEstimated: true)
    #expect(Duplicates.compare(unknown, Self.onFile).sentence == "age fits, same name")
    unknown.birthDate = BirthDate(day("1999/11/21"), isEstimated: true)
    #expect(Duplicates.compare(unknown, Self.onFile).sentence == "same name")
  }

  @Test func anAliasIsAName() {
    var married = Self.traits("Costa", "Inês", "1991/03/12", telephone: "none", town: "")
    married.aliases = [duarte]
    #expect(Duplicates.compare(married, Self.onFile).sentence == "same birth date, same name")
  }

  @Test func nothingIsSaidOfAnEmptyForm() {
    let nobody = PersonTraits(typed: PatientDetailsEntry(), today: today)
    #expect(Duplicates.compare(nobody, Self.onFile).score == 0)
    #expect(DuplicateKeys.tried(for: nobody).isEmpty)
  }

  @Test func theFiveBestAreShownTheLikeliestFirst() {
    let candidates = [
      Self.traits("Murphy", "Sean", "1970/01/09"), Self.traits("Durate", "Inês", "1991/03/12", telephone: "none"),
      Self.traits("Duarte", "Inês", "1991/03/12", telephone: "none"), Self.onFile,
      Self.traits("Duarte", "Inês", "1991/12/03", telephone: "none"),
      Self.traits("Duarte", "Ines", "1992/03/12", telephone: "none"),
      Self.traits("Duarte", "Inez", "1991/03/12", telephone: "none"),
      Self.traits("Duarte", "Ine", "1991/03/12", telephone: "none"),
    ]
    let best = Duplicates.best(for: Self.onFile, among: candidates) { $0 }
    #expect(best.count == 5)
    #expect(best[0].candidate == Self.onFile)
    #expect(best.map(\.match.score) == best.map(\.match.score).sorted(by: >))
    #expect(best.allSatisfy { $0.match.isWorthShowing })
  }
}

@Suite("The database finds what is worth comparing (P2)")
struct DuplicateKeysTests {
  /// Every slip that `Duplicates` notices leaves a key in common.
  @Test(arguments: [
    ("Duarte", "Inês", "1991/12/03"), ("Duarte", "Inês", "1992/03/12"), ("Zzyzx", "Q", "1991/03/12"),
    ("Zzyzx", "Q", "1981/03/12"), ("Zzyzx", "Q", "1991/03/21"), ("Inês", "Duarte", "1960/01/01"),
    ("Duarde", "Ines Maria", "1960/01/01"),
  ])
  func aSlipStillSharesAKey(family: String, given: String, born: String) {
    let typed = DuplicatesTests.traits(family, given, born, telephone: "none")
    let keys = DuplicateKeys.stored(for: DuplicatesTests.onFile)
    #expect(!DuplicateKeys.tried(for: typed).isDisjoint(with: keys))
  }

  @Test func aStrangerSharesNone() {
    let stranger = DuplicatesTests.traits("Murphy", "Sean", "1970/01/09", telephone: "0872000000")
    #expect(DuplicateKeys.tried(for: stranger).isDisjoint(with: DuplicateKeys.stored(for: DuplicatesTests.onFile)))
  }

  @Test func keysSayWhatTheyAre() {
    let person = DuplicatesTests.traits("Duarte", "Inês", "1991/03/12", nationalID: "1234567T")
    #expect(DuplicateKeys.stored(for: person) == ["n:1234567T", "t:871551009", "b:19910312", "p:068.272"])
  }

  @Test func fewDatesAreTried() {
    let dates = DuplicateKeys.datesToTry(day("1991/03/12"))
    #expect(dates.contains(day("1991/12/03")) && dates.contains(day("1992/03/12")) && dates.contains(day("1991/03/21")))
    #expect(dates.count < 80)
    #expect(!DuplicateKeys.datesToTry(day("0001/01/01")).isEmpty)
    #expect(!DuplicateKeys.datesToTry(day("9999/12/31")).isEmpty)
  }
}

import HospitalDomain
import Testing

@Suite("What speaks against a prescription (M3)")
struct CheckRuleTests {
  private static let facts = InteractionFacts(
    classes: ["warfarin": ["T2"], "ibuprofen": ["T1"], "aspirin": ["T1"], "apixaban": ["T2"]],
    lines: [
      .init("T1", "T2", .major, .bleeding, depends: true),
      .init("aspirin", "warfarin", .contraindicated, .bleeding, depends: false),
      .init("T2", "T2", .contraindicated, .bleeding, depends: false),
    ])

  private func medication(
    _ name: String, _ group: String = "", dose: String? = nil, times: Int = 3, strength: String? = nil, rx: Int64? = nil
  ) throws -> CheckedMedication {
    let dosage = try dose.map {
      Dosage(amount: try DoseAmount(entry: $0), route: .oral, frequency: .timesADay(times), days: 7)
    }
    return CheckedMedication(
      name: name, ingredients: [Ingredient(name, therapeuticClass: group)], strength: strength.flatMap { Strength($0) },
      dosage: dosage, prescription: rx)
  }

  @Test("whoever read a finding has not read it at another level or in other words")
  func readAgain() throws {
    func report(_ level: FindingLevel, _ sentence: String) -> CheckReport {
      CheckReport(findings: [
        CheckFinding(.duplicate, level, "warfarin", with: "warfarin", saying: sentence, items: [0])
      ])
    }
    let read = Set(report(.moderate, "Still at home.").findings.map(\.asRead))
    try report(.moderate, "Still at home.").checkRead(read, orElse: "Read it")
    for fresh in [report(.major, "Still at home."), report(.major, "Prescribed twice.")] {
      #expect(throws: Refusal.self) { try fresh.checkRead(read, orElse: "Read it") }
    }
  }

  private func age(_ born: String) throws -> Age {
    Age(born: try #require(CalendarDate(born)), on: try #require(CalendarDate("2026/11/21")))
  }

  private func report(
    _ items: [CheckedMedication], besides current: [CheckedMedication] = [], born: String = "1970/01/01",
    weight: Int? = nil, pregnant: Bool? = nil, allergies: [KnownAllergy] = []
  ) throws -> CheckReport {
    CheckRule.report(
      on: items, besides: current,
      for: CheckedPatient(
        age: try age(born), weight: weight, isPregnant: pregnant, mayBePregnant: false, allergies: allergies,
        knowsAllergies: true),
      facts: Self.facts)
  }

  @Test("interactions are found among the items and with what is taken already, the worst line of each pair")
  func interactions() throws {
    let found = try report(
      [medication("ibuprofen"), medication("aspirin")], besides: [medication("warfarin", rx: 12)]
    ).findings
    #expect(found.map(\.level) == [.contraindicated, .major])
    #expect(
      found[0].sentence == "Aspirin with warfarin (Rx 12): the risk of bleeding rises; they must not be given together."
    )
    #expect(found[1].sentence.hasSuffix("avoid them together, at some doses or uses."))
    #expect(found[1].id == "interaction/ibuprofen/warfarin" && found[1].prescription == 12)
    #expect(try report([medication("warfarin"), medication("apixaban")]).worst == .contraindicated)
    #expect(try report([medication("ibuprofen")], besides: [medication("omeprazole")]).findings.isEmpty)
  }

  @Test("a finding names all the medicines that it is about, with dose and frequency, for whoever signs")
  func medicines() throws {
    let found = try report(
      [medication("aspirin", dose: "1 tablet")],
      besides: [medication("warfarin", dose: "2 mg", times: 1, rx: 12), medication("warfarin", rx: 13)]
    ).findings
    #expect(found.map(\.id) == ["interaction/aspirin/warfarin"])
    #expect(
      found.first?.medicines == [
        "aspirin, 1 tablet by mouth, 3 times a day, 7 days", "warfarin (Rx 13)",
        "warfarin, 2 mg by mouth, once a day, 7 days (Rx 12)",
      ])
  }

  @Test("one substance twice is major, two of one therapeutic class are moderate, and some go together")
  func duplicates() throws {
    let twice = try report([medication("ibuprofen", "M01AE")], besides: [medication("ibuprofen", "M01AE", rx: 3)])
    #expect(twice.findings.map(\.level) == [.major] && twice.findings[0].kind == .duplicate)
    let kind = try report([medication("ibuprofen", "M01AE"), medication("naproxen", "M01AE")])
    #expect(kind.findings.map(\.level) == [.moderate])
    #expect(try report([medication("albuterol", "R03AC"), medication("salmeterol", "R03AC")]).worst == .minor)
  }

  @Test(
    "two anticoagulants are major, of whatever class: together they bleed, but while one is changed for the other",
    arguments: [("B01AF", "B01AA"), ("B01AB", "B01AE"), ("B01AF", "B01AB")])
  func anticoagulants(one: String, two: String) throws {
    let found = CheckRule.report(
      on: [try medication("one", one)], besides: [try medication("two", two, rx: 4)],
      for: CheckedPatient(
        age: try age("1970/01/01"), mayBePregnant: false, allergies: [], knowsAllergies: true), facts: .none
    ).findings
    #expect(found.map(\.level) == [.major] && found[0].kind == .duplicate)
    #expect(found[0].sentence.contains("(anticoagulants)") && found[0].prescription == 4)
    #expect(try report([medication("one", one)], besides: [medication("two", "B01AC")]).findings.isEmpty)
  }

  @Test("what is said of two as one kind of medicine is not said again of the pair, weaker; what is worse is")
  func onePair() throws {
    func levels(_ level: FindingLevel) throws -> [FindingLevel] {
      CheckRule.report(
        on: [try medication("warfarin", "B01AA")], besides: [try medication("apixaban", "B01AF")],
        for: CheckedPatient(
          age: try age("1970/01/01"), mayBePregnant: false, allergies: [], knowsAllergies: true),
        facts: InteractionFacts(
          classes: ["warfarin": [], "apixaban": []],
          lines: [.init("apixaban", "warfarin", level, .bleeding, depends: false)])
      ).findings.map(\.level)
    }
    #expect(try levels(.minor) == [.major])
    #expect(try levels(.contraindicated) == [.contraindicated, .major])
  }

  @Test("a pregnancy or an allergy that is known only now is told of what is taken already; no reason is asked for")
  func standing() throws {
    let taken = try medication("valproic acid", "N03AG", rx: 7)
    let paracetamol = try medication("paracetamol")
    let found = try report([paracetamol], besides: [taken], pregnant: true).findings
    #expect(found.map(\.kind) == [.pregnancy] && found.map(\.level) == [.moderate] && found[0].items.isEmpty)
    #expect(found[0].sentence.hasSuffix("It is taken already (Rx 7): stop or change that."))
    #expect(try report([paracetamol], besides: [taken], pregnant: false).findings.isEmpty)
    let allergy = KnownAllergy(AllergyEntry(substance: "valproic acid"))
    #expect(try report([paracetamol], besides: [taken], allergies: [allergy]).findings.map(\.kind) == [.allergy])
    let again = try report([taken], besides: [taken], pregnant: true).findings.filter { $0.kind == .pregnancy }
    #expect(again.map(\.level.needsReason) == [true], "what is prescribed now is told once, as serious as it is")
  }

  @Test("what is at home and repeated early is moderate, in words of its own; what goes on elsewhere stays major")
  func atHome() throws {
    func current(_ rx: Int64, until: String?) throws -> CheckedMedication {
      CheckedMedication(
        name: "paracetamol 500 mg tablet", ingredients: [paracetamol], prescription: rx,
        homeUntil: until.flatMap { CalendarDate($0) })
    }
    let again = CheckedMedication(name: "paracetamol 500 mg tablet", ingredients: [paracetamol])
    let home = try report([again], besides: [current(123, until: "2026/11/28")]).findings
    #expect(home.map(\.level) == [.moderate] && home[0].kind == .duplicate)
    #expect(
      home[0].sentence
        == "Still at home: paracetamol until 2026/11/28 (Rx 123). Repeat it from then, or note why now.")
    let newer = try report(
      [again], besides: [current(123, until: "2026/11/28"), current(124, until: "2026/12/05")]
    ).findings
    #expect(newer.count == 1 && newer[0].sentence.contains("until 2026/12/05 (Rx 124)"))
    let both = try report([again], besides: [current(123, until: "2026/11/28"), current(124, until: nil)]).findings
    #expect(both.map(\.level) == [.major] && both[0].sentence.hasPrefix("Paracetamol is prescribed twice (Rx 124)"))
    #expect(both[0].medicines.count == 3, "who signs sees what is at home too")
  }

  private let paracetamol = Ingredient("acetaminophen", therapeuticClass: "N02BE", words: "paracetamol")

  @Test("findings call a medicine as the lists do; the other name stands beside it only where it tells why")
  func words() throws {
    let item = CheckedMedication(name: "paracetamol 500 mg tablet", ingredients: [paracetamol])
    func one(
      _ item: CheckedMedication, besides: [CheckedMedication] = [], allergic: String? = nil,
      facts: InteractionFacts = .none
    ) throws -> CheckFinding {
      let allergies = allergic.map {
        [KnownAllergy(AllergyEntry(substance: $0), substances: [Ingredient("acetaminophen")])]
      }
      let found = CheckRule.report(
        on: [item], besides: besides,
        for: CheckedPatient(
          age: try age("1970/01/01"), mayBePregnant: false, allergies: allergies ?? [], knowsAllergies: true),
        facts: facts
      ).findings
      return try #require(found.first)
    }
    let facts = InteractionFacts(
      classes: ["acetaminophen": [], "warfarin": []],
      lines: [.init("acetaminophen", "warfarin", .major, .bleeding, depends: false)])
    let pair = try one(item, besides: [medication("warfarin", rx: 12)], facts: facts)
    #expect(pair.sentence.hasPrefix("Paracetamol with warfarin (Rx 12): "))
    #expect(pair.title == "paracetamol with warfarin" && pair.id == "interaction/acetaminophen/warfarin")
    let brand = CheckedMedication(
      name: "Tylenol 500 mg tablet", ingredients: [paracetamol.called("Tylenol")], prescription: 3)
    #expect(
      try one(item, besides: [brand]).sentence.hasPrefix("Paracetamol and Tylenol (Rx 3) are both acetaminophen: "))
    #expect(try one(item, allergic: "Paracetamol").sentence == "Paracetamol: the patient is allergic to Paracetamol.")
    #expect(
      try one(item, allergic: "Acetaminophen").sentence
        == "Paracetamol (acetaminophen): the patient is allergic to Acetaminophen.")
    let dose = CheckedMedication(
      name: "paracetamol 500 mg tablet", ingredients: [paracetamol], strength: Strength("500 mg"),
      dosage: Dosage(amount: try DoseAmount(entry: "2 g"), route: .oral, frequency: .timesADay(1), days: 7))
    let much = try one(dose)
    #expect(much.sentence.hasPrefix("Paracetamol: 2000 mg at a time"), "\(much.sentence)")
    #expect(much.title == "dose of paracetamol")
  }

  @Test(
    "allergies by drug and by class, and classes that react with others",
    arguments: [
      ("Penicillin", "amoxicillin", "J01CA", FindingLevel.contraindicated),
      ("Amoxicillin", "amoxicillin", "J01CA", .contraindicated),
      ("Penicillins", "ceftriaxone", "J01DD", .moderate), ("penicillin", "meropenem", "J01DH", .minor),
      ("Sulfa", "sulfamethoxazole", "J01EC", .contraindicated), ("NSAIDs", "ibuprofen", "M01AE", .contraindicated),
      ("NSAIDs", "celecoxib", "M01AH", .moderate), ("Cephalosporins", "ceftriaxone", "J01DD", .contraindicated),
    ])
  func allergies(to substance: String, given: String, group: String, level: FindingLevel) throws {
    let allergy = KnownAllergy(AllergyEntry(substance: substance, reaction: "rash"))
    let found = try report([medication(given, group)], allergies: [allergy]).findings
    #expect(found.map(\.level) == [level] && found[0].kind == .allergy)
    #expect(found[0].sentence.contains("rash"))
  }

  @Test("an allergy to one of a class is major for the others, and nothing for the rest")
  func siblings() throws {
    let allergy = KnownAllergy(
      AllergyEntry(substance: "Ampicillin"), substances: [Ingredient("ampicillin", therapeuticClass: "J01CA")])
    #expect(try report([medication("amoxicillin", "J01CA")], allergies: [allergy]).worst == .major)
    #expect(try report([medication("ibuprofen", "M01AE")], allergies: [allergy]).findings.isEmpty)
    let latex = KnownAllergy(AllergyEntry(substance: "Latex"))
    #expect(try report([medication("amoxicillin", "J01CA")], allergies: [latex]).findings.isEmpty)
  }

  @Test("doses at a time and a day are held against the most that is known, on both sides of it")
  func doses() throws {
    func worst(_ dose: String, times: Int, strength: String = "500 mg") throws -> FindingLevel? {
      try report([medication("acetaminophen", dose: dose, times: times, strength: strength)]).worst
    }
    #expect(try worst("1 g", times: 4) == nil)
    #expect(try worst("1 g", times: 5) == .major)
    #expect(try worst("2 tablets", times: 4) == nil)
    #expect(try worst("3 tablets", times: 1) == .major)
    let unknown = try report([medication("zyzzyva", dose: "1 tablet")])
    #expect(unknown.findings.isEmpty && unknown.gaps == [.doseUnknown(["zyzzyva"])])
  }

  @Test("children: by weight where it is known, not above what adults take, and not under the least age")
  func children() throws {
    func found(_ name: String, _ dose: String, born: String, weight: Int? = nil) throws -> [CheckFinding] {
      try report([medication(name, dose: dose, times: 4)], born: born, weight: weight).findings
    }
    #expect(try found("acetaminophen", "300 mg", born: "2020/11/21", weight: 20_000).isEmpty)
    #expect(try found("acetaminophen", "500 mg", born: "2020/11/21", weight: 20_000).map(\.level) == [.major])
    #expect(try found("acetaminophen", "400 mg", born: "2020/11/21").isEmpty)
    #expect(try found("codeine", "15 mg", born: "2014/11/22").map(\.level) == [.contraindicated])
    #expect(try found("codeine", "15 mg", born: "2014/11/21").isEmpty)
  }

  @Test("methotrexate every day is noticed; once a week is not")
  func weekly() throws {
    func worst(_ frequency: DoseFrequency) throws -> FindingLevel? {
      let dosage = Dosage(amount: try DoseAmount(entry: "10 mg"), route: .oral, frequency: frequency, days: 28)
      let item = CheckedMedication(name: "methotrexate", ingredients: [Ingredient("methotrexate")], dosage: dosage)
      return try report([item]).worst
    }
    #expect(try worst(.timesADay(1)) == .major)
    #expect(try worst(.timesAWeek(1)) == nil)
  }

  @Test("pregnancy counts where it is known")
  func pregnancy() throws {
    #expect(try report([medication("lisinopril", "C09AA")], pregnant: true).worst == .contraindicated)
    #expect(try report([medication("ibuprofen", "M01AE")], pregnant: true).worst == .major)
    #expect(try report([medication("lisinopril", "C09AA")], pregnant: false).findings.isEmpty)
    #expect(try report([medication("lisinopril", "C09AA")]).findings.isEmpty)
  }

  @Test(
    "what acts in a medication is found in its name",
    arguments: [
      ("Acetaminophen 325 MG / HYDROcodone Bitartrate 7.5 MG Oral Tablet", ["acetaminophen", "hydrocodone"]),
      ("losartan potassium 50 MG", ["losartan"]), ("Potassium Chloride 20 MEQ", ["potassium"]),
      ("Penicillin V Potassium 250 MG", ["penicillin v"]), ("paracetamol", ["acetaminophen"]), ("Zyzzyva", []),
    ])
  func ingredients(name: String, substances: [String]) {
    let known = [
      "acetaminophen": "acetaminophen", "paracetamol": "acetaminophen", "hydrocodone": "hydrocodone",
      "losartan": "losartan", "potassium": "potassium", "potassium chloride": "potassium",
      "penicillin v": "penicillin v",
    ]
    #expect(IngredientReading.substances(in: name, known: known) == substances)
  }

  @Test("and the words that mean it, as they are written there")
  func readings() {
    let known = ["acetaminophen": "acetaminophen", "paracetamol": "acetaminophen", "hydrocodone": "hydrocodone"]
    func words(_ name: String) -> [String] { IngredientReading.readings(of: name, known: known).map(\.words) }
    #expect(words("Acetaminophen 325 MG / HYDROcodone Bitartrate 7.5 MG") == ["Acetaminophen", "HYDROcodone"])
    #expect(words("paracetamol 500 mg") == ["paracetamol"])
  }
}

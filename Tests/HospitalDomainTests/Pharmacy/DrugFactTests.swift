import HospitalDomain
import Testing

/// Facts about drugs that everybody knows, each with the source in which it was read (decision 31).
struct DrugFactTests {
  private func report(_ item: CheckedMedication, born: String) throws -> CheckReport {
    let age = Age(born: try #require(CalendarDate(born)), on: try #require(CalendarDate("2026/11/21")))
    return CheckRule.report(
      on: [item], besides: [], for: CheckedPatient(age: age, mayBePregnant: false, allergies: [], knowsAllergies: true),
      facts: .none)
  }

  private func found(
    _ name: String, _ dose: String, _ frequency: DoseFrequency, born: String = "1970/01/01"
  ) throws -> FindingLevel? {
    let dosage = Dosage(amount: try DoseAmount(entry: dose), route: .oral, frequency: frequency, days: 7)
    return try report(CheckedMedication(name: name, ingredients: [Ingredient(name)], dosage: dosage), born: born).worst
  }

  private func ingredient(_ name: String) throws -> Ingredient {
    try #require(DrugFixtures.ingredients.first { $0.name == name }, "\(name) is not in the list")
  }

  @Test(
    "the most for adults, as the source that is named has it",
    arguments: [
      ("acetaminophen", "1 g", 4, "American Family Physician 2013;87(11):766, table of analgesics"),
      ("ibuprofen", "800 mg", 4, "American Family Physician 2013;87(11):766, table of analgesics"),
      ("codeine", "60 mg", 4, "SmPC of codeine phosphate, section 4.2"),
      ("tramadol", "100 mg", 4, "Texas drug use criteria, tramadol"),
      ("celecoxib", "200 mg", 2, "Label of Celebrex"),
      ("lorazepam", "2 mg", 2, "MHRA Drug Safety Update, October 2007"),
      ("metoclopramide", "10 mg", 3, "European Medicines Agency 2013, through Prescriber"),
      ("simvastatin", "40 mg", 1, "American College of Cardiology, table of statins"),
      ("hydrochlorothiazide", "50 mg", 1, "Label of hydrochlorothiazide capsules, through DrugLib.com"),
      ("warfarin", "10 mg", 1, "Drugs.com, dosage of warfarin"),
    ])
  func most(name: String, dose: String, times: Int, source: String) throws {
    #expect(try #require(DoseLimit.known[name]).sources.contains { $0.title == source })
    #expect(try found(name, dose, .timesADay(times)) == nil)
    #expect(try found(name, dose, .timesADay(times + 1)) == .major)
  }

  @Test("a child takes 15 mg of paracetamol and 10 mg of ibuprofen a kilogram at a time (Canadian Paediatric Society)")
  func children() throws {
    for (name, single, daily) in [("acetaminophen", 15_000, 60_000), ("ibuprofen", 10_000, 40_000)] {
      let limit = try #require(DoseLimit.known[name])
      #expect(limit.byWeight?.single == single && limit.byWeight?.daily == daily)
      #expect(limit.sources.contains { $0.address.contains("PMC8900682") })
    }
  }

  @Test(
    "not under an age (FDA 2017 on codeine and tramadol; label of promethazine; EMA 2013; MCA 2002)",
    arguments: [
      ("codeine", 12, FindingLevel.contraindicated), ("tramadol", 12, .contraindicated),
      ("promethazine", 2, .contraindicated), ("metoclopramide", 1, .contraindicated), ("aspirin", 16, .major),
    ])
  func ages(name: String, years: Int, level: FindingLevel) throws {
    let least = try #require(DoseLimit.known[name]?.leastMonths)
    #expect(least.months == years * 12 && least.level == level && least.source != nil)
    #expect(try found(name, "1 mg", .timesADay(1), born: "\(2026 - years)/11/22") == level)
    #expect(try found(name, "1 mg", .timesADay(1), born: "\(2026 - years)/11/21") == nil)
  }

  @Test("an age of which no source was found is said to be not verified")
  func unverified() throws {
    let item = CheckedMedication(name: "metformin", ingredients: [Ingredient("metformin")])
    #expect(
      try report(item, born: "2020/01/01").findings.map(\.sentence) == [
        "Metformin: not for patients under 10 years (age not verified)."
      ])
  }

  @Test("methotrexate once a week, up to 25 mg (Arthritis Research Canada); every day is noticed even at one tablet")
  func methotrexate() throws {
    #expect(try found("methotrexate", "25 mg", .timesAWeek(1)) == nil)
    #expect(try found("methotrexate", "30 mg", .timesAWeek(1)) == .major)
    #expect(try found("methotrexate", "2.5 mg", .timesADay(1)) == .major)
    #expect(try found("methotrexate", "2.5 mg", .asNeeded(atMost: 1)) == .major)
    #expect(try found("methotrexate", "2.5 mg", .everyDays(2)) == .major)
    #expect(try found("methotrexate", "2.5 mg", .everyDays(6)) == .major)
    #expect(try found("methotrexate", "25 mg", .everyDays(7)) == nil)
    #expect(try found("ibuprofen", "400 mg", .everyDays(2)) == nil)
    #expect(try found("ibuprofen", "4000 mg", .everyDays(2)) == .major)
    #expect(try found("alendronic acid", "70 mg", .timesAWeek(1)) == nil)
    #expect(try found("alendronic acid", "70 mg", .timesADay(1)) == .major)
  }

  @Test(
    "in pregnancy",
    arguments: [
      ("warfarin", FindingLevel.contraindicated, "Običan and Scialli"),
      ("isotretinoin", .contraindicated, "Običan and Scialli"),
      ("methotrexate", .contraindicated, "Label of methotrexate"), ("lisinopril", .contraindicated, "Merck Manual"),
      ("losartan", .contraindicated, "Merck Manual"), ("ribavirin", .contraindicated, "Label of ribavirin"),
      ("valproic acid", .contraindicated, "MHRA Drug Safety Update of April 2018"),
      ("topiramate", .major, "Commission on Human Medicines"),
      ("ibuprofen", .major, "FDA safety communication of October 2020"), ("doxycycline", .major, "Merck Manual"),
      ("streptomycin", .major, "Clinical Infectious Diseases"), ("simvastatin", .major, "FDA podcast"),
      ("codeine", .moderate, "ACOG"), ("hydrocodone", .moderate, "ACOG"), ("morphine", .moderate, "ACOG"),
      ("diazepam", .moderate, "MHRA"), ("midazolam", .moderate, "MHRA"),
    ])
  func pregnancy(name: String, level: FindingLevel, source: String) throws {
    let row = try #require(PregnancyCaution.row(for: try ingredient(name)))
    #expect(row.level == level)
    #expect(row.sources.contains { $0.title.hasPrefix(source) })
  }

  @Test("what is usual in pregnancy is not warned of", arguments: ["acetaminophen", "amoxicillin", "levothyroxine"])
  func usual(name: String) throws { #expect(PregnancyCaution.row(for: try ingredient(name)) == nil) }

  @Test(
    "allergies reach from one substance to others (Romano 2021; Malskat 2013; ATC index)",
    arguments: [
      ("penicillin", "amoxicillin", FindingLevel.contraindicated), ("penicillin", "piperacillin", .contraindicated),
      ("penicillin", "benethamine penicillin", .contraindicated), ("penicillin", "cephalexin", .moderate),
      ("penicillin", "meropenem", .minor), ("cephalosporins", "amoxicillin", .moderate),
      ("sulfa", "sulfamethoxazole", .contraindicated), ("sulfa", "sulfasalazine", .contraindicated),
      ("nsaids", "aspirin", .contraindicated), ("nsaids", "celecoxib", .moderate),
      ("opioids", "codeine", .contraindicated), ("opioids", "hydrocodone", .contraindicated),
      ("insulins", "insulin isophane", .contraindicated),
    ])
  func allergies(to words: String, given: String, level: FindingLevel) throws {
    let item = CheckedMedication(name: given, ingredients: [try ingredient(given)])
    let allergy = KnownAllergy(AllergyEntry(substance: words))
    #expect(AllergyCheck.findings(item, place: 0, allergies: [allergy]).map(\.level) == [level])
  }

  @Test(
    "a penicillin allergy says nothing of aztreonam, a macrolide or sulfonamides",
    arguments: [
      "aztreonam", "azithromycin", "sulfamethoxazole",
    ])
  func apart(given: String) throws {
    let item = CheckedMedication(name: given, ingredients: [try ingredient(given)])
    let allergy = KnownAllergy(AllergyEntry(substance: "penicillin"))
    #expect(AllergyCheck.findings(item, place: 0, allergies: [allergy]).isEmpty)
  }

  @Test("opioids are of one kind although codeine stands among the medicines for coughs; gabapentinoids too (ATC 2026)")
  func kinds() throws {
    func worst(_ one: String, _ two: String) throws -> FindingLevel? {
      DuplicateTherapy.finding(
        CheckedMedication(name: one, ingredients: [try ingredient(one)]),
        CheckedMedication(name: two, ingredients: [try ingredient(two)]), places: [0])?.level
    }
    #expect(try worst("codeine", "morphine") == .minor)
    #expect(try worst("hydrocodone", "codeine") == .minor)
    #expect(try worst("gabapentin", "pregabalin") == .moderate)
    #expect(try worst("gabapentin", "lamotrigine") == nil)
  }
}

import HospitalDomain
import Testing

/// The tables of drug facts hold together, and each row says where it was read (decision 31).
struct DrugTableTests {
  private static let known = Set(DrugFixtures.ingredients.map(\.name))

  /// Whether a text is an ATC code of one of the levels that some lengths stand for.
  private func isCode(_ text: String, lengths: Set<Int>) -> Bool {
    let shape = Array("ADDAADD")
    return lengths.contains(text.count)
      && zip(text, shape).allSatisfy { $1 == "A" ? "A"..."Z" ~= $0 : "0"..."9" ~= $0 }
  }

  private func isRead(_ source: DrugSource) -> Bool { !source.title.isEmpty && source.address.contains(".") }

  @Test("every ATC code of a substance is one of the fifth level, and the list has its fourth")
  func substances() {
    #expect(DrugFixtures.codes.count > 500)
    for (substance, code) in DrugFixtures.codes {
      #expect(isCode(code, lengths: [7]), "\(substance): \(code)")
      #expect(Self.known.contains(substance), "\(substance)")
    }
    for substance in DrugFixtures.substances {
      #expect(substance.therapeuticClass == DrugFixtures.codes[substance.name]?.prefix(5) ?? "", "\(substance.name)")
    }
  }

  @Test("every other ATC code has the shape of its level, and says the same of the same substance")
  func otherCodes() {
    for code in ATCClass.names.keys { #expect(isCode(code, lengths: [1, 3]), "\(code)") }
    for (name, code) in SyntheaMedicationText.codes {
      #expect(isCode(code, lengths: [4, 5, 7]), "\(name): \(code)")
      // Methotrexate has two: among the drugs of cancer, and as Synthea prescribes it among those of immunity.
      guard name != "methotrexate", let read = DrugFixtures.codes[DrugFixtures.names[name] ?? ""] else { continue }
      #expect(read.hasPrefix(code), "\(name): \(code), not \(read)")
    }
  }

  @Test("every limit of a dose has a source, and is about a substance of the list")
  func limits() {
    #expect(DoseLimit.known.count == 63)
    for (name, limit) in DoseLimit.known {
      #expect(Self.known.contains(name), "\(name)")
      #expect(!limit.sources.isEmpty && limit.sources.allSatisfy(isRead), "\(name)")
      #expect(limit.single > 0 && limit.daily > 0, "\(name)")
      if let child = limit.byWeight { #expect(child.single > 0 && child.single < child.daily, "\(name)") }
      if let age = limit.leastMonths?.source { #expect(isRead(age), "\(name)") }
      // Above what is taken in a day goes only what is taken by the week, or once at the start.
      if limit.single > limit.daily { #expect(limit.remark.contains("once"), "\(name)") }
    }
    let unread = DoseLimit.known.filter { $0.value.leastMonths != nil && $0.value.leastMonths?.source == nil }.keys
    #expect(unread.sorted() == ["diazepam", "diclofenac", "ibuprofen", "metformin", "sitagliptin"])
  }

  @Test("every caution in pregnancy has a source, and is about something in the list")
  func cautions() {
    for row in PregnancyCaution.rows {
      #expect(!row.sources.isEmpty && row.sources.allSatisfy(isRead), "\(row)")
      #expect(row.names.allSatisfy(Self.known.contains), "\(row.names)")
      #expect(row.groups.allSatisfy { isCode($0, lengths: [3, 4, 5]) }, "\(row.groups)")
      #expect(DrugFixtures.ingredients.contains { PregnancyCaution.row(for: $0) == row }, "\(row)")
    }
    let named = PregnancyCaution.rows.flatMap(\.names)
    #expect(Set(named).count == named.count)
  }

  @Test("every class of allergies that is named exists and has somebody in it; what crosses has a source")
  func allergies() {
    let titles = Set(AllergyClass.all.map(\.title))
    for group in AllergyClass.all {
      #expect(titles.isSuperset(of: group.crossing.keys), "\(group.title)")
      #expect(group.crossing.isEmpty || !group.sources.isEmpty, "\(group.title)")
      #expect(group.sources.allSatisfy(isRead), "\(group.title)")
      #expect(group.others.allSatisfy(Self.known.contains), "\(group.title)")
      #expect(group.groups.allSatisfy { isCode($0, lengths: [4, 5]) }, "\(group.title)")
      #expect(DrugFixtures.ingredients.contains(where: group.holds), "\(group.title)")
    }
    // Whether the members of these react alike was not looked up; they stay as a hint to look.
    #expect(
      AllergyClass.all.filter(\.sources.isEmpty).map(\.title) == [
        "macrolides", "tetracyclines", "quinolones", "aminoglycosides", "statins", "ACE inhibitors",
        "amide anaesthetics", "iodinated contrast", "heparins", "insulins",
      ])
  }

  @Test("a substance of the list that no line is about counts as not compared")
  func compared() {
    let compared = DrugFixtures.knowledge.compared
    #expect(compared.isSuperset(of: ["ibuprofen", "warfarin", "codeine", "clarithromycin"]))
    #expect(compared.isDisjoint(with: ["hydrocodone", "ketorolac", "loratadine", "cephalexin", "trazodone"]))
  }

  @Test("what acts in each medication of the synthetic patients is found, and what the list has not is not made up")
  func synthea() {
    let expected = [
      "1000126": "medroxyprogesterone", "1049625": "acetaminophen, oxycodone", "1049630": "diphenhydramine",
      "1367439": "ethinylestradiol, etonogestrel", "141918": "", "1870230": "epinephrine", "197361": "amlodipine",
      "197378": "", "198405": "ibuprofen", "198440": "acetaminophen", "209387": "acetaminophen",
      "2123111": "albuterol", "259255": "atorvastatin", "308136": "amlodipine", "309362": "clopidogrel",
      "310325": "iron", "310798": "hydrochlorothiazide", "312961": "simvastatin", "313782": "acetaminophen",
      "314076": "lisinopril", "314231": "simvastatin", "562251": "amoxicillin, clavulanate", "665078": "loratadine",
      "705129": "nitroglycerin", "757594": "norethisterone", "833036": "captopril", "849574": "naproxen",
      "854235": "enoxaparin", "854252": "enoxaparin", "857005": "acetaminophen, hydrocodone",
      "895994": "fluticasone", "997488": "fexofenadine",
    ]
    let found = DrugFixtures.medications.reduce(into: [String: String]()) { found, medication in
      let name = SyntheaMedicationText(medication.value, code: medication.key).name
      found[medication.key] = IngredientReading.substances(in: name, known: DrugFixtures.names).joined(separator: ", ")
    }
    for code in Set(found.keys).union(expected.keys).sorted() {
      #expect(found[code] == expected[code], "\(code) \(DrugFixtures.medications[code] ?? "is not in the files")")
    }
  }
}

/// Medications to which allergies go together.
///
/// The classes are groups of the Anatomical Therapeutic Chemical classification (WHO). How far one class reacts with
/// another follows "Drug allergy: a 2022 practice parameter update" (Khan and others, J Allergy Clin Immunol 150:1333).
struct AllergyClass: Hashable, Sendable {
  /// Its name in a sentence: `penicillins`.
  let title: String
  /// What people write when they mean the whole class, folded.
  let words: [String]
  /// The beginnings of the therapeutic classes in it.
  let groups: [String]
  /// Substances in it that stand elsewhere in the classification.
  var others: [String] = []
  /// Classes that may react too, and how serious that is.
  var crossing: [String: FindingLevel] = [:]

  /// Whether a substance is of the class.
  func holds(_ ingredient: Ingredient) -> Bool {
    others.contains(ingredient.name)
      || !ingredient.therapeuticClass.isEmpty && groups.contains { ingredient.therapeuticClass.hasPrefix($0) }
  }

  static let all: [AllergyClass] = [
    AllergyClass(
      title: "penicillins", words: ["penicillin", "penicillins"], groups: ["J01C"],
      crossing: ["cephalosporins": .moderate, "carbapenems": .minor]),
    AllergyClass(
      title: "cephalosporins", words: ["cephalosporin", "cephalosporins", "cefalosporin", "cefalosporins"],
      groups: ["J01DB", "J01DC", "J01DD", "J01DE"], crossing: ["penicillins": .moderate, "carbapenems": .minor]),
    AllergyClass(title: "carbapenems", words: ["carbapenem", "carbapenems"], groups: ["J01DH"]),
    AllergyClass(
      title: "sulfonamide antibiotics",
      words: ["sulfa", "sulpha", "sulfonamide", "sulfonamides", "sulphonamide", "sulphonamides", "sulfa drugs"],
      groups: ["J01EB", "J01EC"], others: ["sulfasalazine", "sulfadoxine", "sulfaguanidine"]),
    AllergyClass(
      title: "NSAIDs",
      words: [
        "nsaid", "nsaids", "anti inflammatories", "anti inflammatory drugs", "non steroidal anti inflammatory drugs",
        "nonsteroidal anti inflammatory drugs",
      ], groups: ["M01AB", "M01AC", "M01AE", "M01AG", "M01AX"], others: ["aspirin"], crossing: ["coxibs": .moderate]),
    AllergyClass(title: "coxibs", words: ["coxib", "coxibs"], groups: ["M01AH"], crossing: ["NSAIDs": .moderate]),
    AllergyClass(title: "macrolides", words: ["macrolide", "macrolides"], groups: ["J01FA"]),
    AllergyClass(title: "tetracyclines", words: ["tetracycline", "tetracyclines"], groups: ["J01AA"]),
    AllergyClass(title: "quinolones", words: ["quinolone", "quinolones", "fluoroquinolones"], groups: ["J01M"]),
    AllergyClass(title: "aminoglycosides", words: ["aminoglycoside", "aminoglycosides"], groups: ["J01G"]),
    AllergyClass(
      title: "opioids", words: ["opioid", "opioids", "opiate", "opiates"], groups: ["N02AA"], others: ["ethylmorphine"],
      crossing: [:]),
    AllergyClass(title: "statins", words: ["statin", "statins"], groups: ["C10AA"]),
    AllergyClass(title: "ACE inhibitors", words: ["ace inhibitor", "ace inhibitors"], groups: ["C09AA"]),
    AllergyClass(
      title: "amide anaesthetics", words: ["local anaesthetics", "local anesthetics"], groups: ["N01BB"]),
    AllergyClass(
      title: "iodinated contrast", words: ["contrast", "iodinated contrast", "x ray contrast", "contrast media"],
      groups: ["V08A"]),
    AllergyClass(title: "heparins", words: ["heparins"], groups: ["B01AB"]),
    AllergyClass(title: "insulins", words: ["insulins"], groups: ["A10A"]),
  ]
}

/// Allergies by drug and by class (M3).
enum AllergyCheck {
  static func findings(_ item: CheckedMedication, place: Int, allergies: [KnownAllergy]) -> [CheckFinding] {
    item.ingredients.flatMap { ingredient in
      allergies.compactMap { finding(ingredient, place: place, allergy: $0) }
    }
  }

  /// Whether the words of an allergy can be held against medicines: they name a substance or a class, or something that is
  /// no medicine. A word that was mistyped is none of these, and must not pass for no allergy.
  static func isUnderstood(_ allergy: KnownAllergy) -> Bool {
    if !allergy.substances.isEmpty { return true }
    let words = TextFolding.words(allergy.entry.substance)
    let text = words.joined(separator: " ")
    return AllergyClass.all.contains { $0.words.contains(text) } || !notMedicines.isDisjoint(with: words)
  }

  private static let notMedicines: Set<String> = [
    "adhesive", "animal", "animals", "bee", "bees", "cat", "cats", "dairy", "dander", "dog", "dogs", "dust", "egg",
    "eggs",
    "fish", "food", "gluten", "grass", "hay", "horse", "horses", "insect", "insects", "latex", "milk", "mite", "mites",
    "mold", "mould", "nickel", "nut", "nuts", "peanut", "peanuts", "plaster", "plasters", "pollen", "prawn", "prawns",
    "shellfish", "soy", "soya", "strawberries", "strawberry", "sulfites", "sulphites", "tree", "venom", "wasp", "wasps",
    "wheat",
  ]

  private static func finding(_ ingredient: Ingredient, place: Int, allergy: KnownAllergy) -> CheckFinding? {
    let words = TextFolding.words(allergy.entry.substance).joined(separator: " ")
    func found(_ level: FindingLevel, _ says: String) -> CheckFinding {
      CheckFinding(
        .allergy, level, ingredient.name, with: words, saying: "\(ingredient.name.sentenceCased): \(says).",
        items: [place])
    }
    let recorded = "allergic to \(allergy.entry)"
    if words == ingredient.name || allergy.substances.contains(where: { $0.name == ingredient.name }) {
      return found(.contraindicated, "the patient is \(recorded)")
    }
    let named = AllergyClass.all.filter { $0.words.contains(words) }
    if let group = named.first(where: { $0.holds(ingredient) }) {
      return found(.contraindicated, "the patient is \(recorded), and it is one of the \(group.title)")
    }
    let meant = named + AllergyClass.all.filter { group in allergy.substances.contains(where: group.holds) }
    if let group = meant.first(where: { $0.holds(ingredient) }) {
      return found(.major, "the patient is \(recorded), which is of the same class, the \(group.title)")
    }
    for group in AllergyClass.all where group.holds(ingredient) {
      guard let level = meant.compactMap({ $0.crossing[group.title] }).min() else { continue }
      return found(level, "the patient is \(recorded), and some who are react to \(group.title) too")
    }
    return nil
  }
}

/// Medications to which allergies go together. The classes are groups of the Anatomical Therapeutic Chemical classification.
package struct AllergyClass: Hashable, Sendable {
  /// Its name in a sentence: `penicillins`.
  package let title: String
  /// What people write when they mean the whole class, folded.
  package let words: [String]
  /// The beginnings of the therapeutic classes in it.
  package let groups: [String]
  /// Substances in it that stand elsewhere in the classification.
  package var others: [String] = []
  /// Classes that may react too, and how serious that is.
  package var crossing: [String: FindingLevel] = [:]
  /// Where it was read that those in it, or in the classes beside it, react alike; empty where nobody looked. Such a class is
  /// a hint to look, no more.
  package var sources: [DrugSource] = []

  /// Whether a substance is of the class.
  package func holds(_ ingredient: Ingredient) -> Bool {
    others.contains(ingredient.name)
      || !ingredient.therapeuticClass.isEmpty && groups.contains { ingredient.therapeuticClass.hasPrefix($0) }
  }
}

/// Allergies by drug and by class (M3).
package enum AllergyCheck {
  package static func findings(_ item: CheckedMedication, place: Int, allergies: [KnownAllergy]) -> [CheckFinding] {
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
    func found(_ level: FindingLevel, of medicine: String, _ says: String) -> CheckFinding {
      CheckFinding(
        .allergy, level, ingredient.name, with: words, called: (ingredient.words, words),
        saying: "\(medicine.sentenceCased): \(says).", items: [place])
    }
    func found(_ level: FindingLevel, _ says: String) -> CheckFinding { found(level, of: ingredient.words, says) }
    let recorded = "allergic to \(allergy.entry)"
    if words == ingredient.name || allergy.substances.contains(where: { $0.name == ingredient.name }) {
      // Where the allergy was written by another name, the reader is told why it is the same.
      let isCalledSo = TextFolding.words(ingredient.words).joined(separator: " ") == words
      return found(
        .contraindicated, of: isCalledSo ? ingredient.words : ingredient.wordsAndName, "the patient is \(recorded)")
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

/// Medications that harm an unborn child, where that is known (M3). What is not in the table is not known to be safe.
package enum PregnancyCaution {
  static func findings(_ item: CheckedMedication, place: Int, patient: CheckedPatient) -> [CheckFinding] {
    guard patient.isPregnant == true else { return [] }
    return item.ingredients.compactMap { ingredient in
      guard let (level, why) = caution(ingredient) else { return nil }
      return CheckFinding(
        .pregnancy, level, ingredient.name, with: "pregnancy", called: (ingredient.words, "pregnancy"),
        saying: "\(ingredient.words.sentenceCased): the patient is pregnant, and \(why).", items: [place])
    }
  }

  /// Whether a substance matters in pregnancy.
  static func concerns(_ ingredient: Ingredient) -> Bool { caution(ingredient) != nil }

  private static func caution(_ ingredient: Ingredient) -> (FindingLevel, String)? {
    row(for: ingredient).map { ($0.level, $0.why) }
  }

  /// What is known of a substance: by its name, or else by its therapeutic class.
  package static func row(for ingredient: Ingredient) -> Row? {
    let group = ingredient.therapeuticClass
    return rows.first { $0.names.contains(ingredient.name) }
      ?? rows.first { row in !group.isEmpty && row.groups.contains { group.hasPrefix($0) } }
  }

  /// Substances that harm in one way.
  package struct Row: Hashable, Sendable {
    /// Their names, folded.
    package var names: [String] = []
    /// The beginnings of the therapeutic classes in it.
    package var groups: [String] = []
    package let level: FindingLevel
    /// What may happen, as a clause.
    package let why: String
    /// Where it was read.
    package let sources: [DrugSource]
  }
}

/// Medications that are taken by the week: one taken every day has killed, at doses that no limit a day would notice (M3).
enum WeeklyDose {
  static func findings(_ item: CheckedMedication, place: Int) -> [CheckFinding] {
    guard let dosage = item.dosage, dosage.route == .oral else { return [] }
    switch dosage.frequency {
    case .timesAWeek: return []
    case .everyDays(let gap) where gap >= 7: return []
    default: break
    }
    return item.ingredients.filter { DoseLimit.known[$0.name]?.isWeekly == true }.map { ingredient in
      CheckFinding(
        .dose, .major, ingredient.name, with: "frequency", called: (ingredient.words, "frequency"),
        saying: "\(ingredient.words.sentenceCased): taken once a week outside cancer treatment, and this is "
          + "\(dosage.frequency).", items: [place])
    }
  }
}

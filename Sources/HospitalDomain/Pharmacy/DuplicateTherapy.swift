/// The same treatment twice: one substance in two medications, or two substances of one therapeutic class (ATC, fourth
/// level; WHO Collaborating Centre for Drug Statistics Methodology). What is prescribed twice is serious; what is at home and
/// repeated early is common, and told without asking for a reason.
package enum DuplicateTherapy {
  /// Classes in which two substances are often meant to go together: insulins, inhalers, opioids of two lengths.
  private static let together: Set<String> = ["A10AB", "A10AE", "R03AC", opioids, "B01AC", "H02AB"]
  /// Opioids stand in two classes: codeine and hydrocodone are among the medicines for coughs.
  private static let opioids = "opioids"
  /// Vitamin K antagonists, heparins, thrombin and factor Xa inhibitors stand in classes of their own, and two of them at once
  /// bleed: any other anticoagulant is contraindicated beside one, but while one is changed for the other (product
  /// information of dabigatran and of rivaroxaban, section 4.3).
  private static let anticoagulants = "anticoagulants"

  private static func kind(_ one: Ingredient) -> String {
    switch one.therapeuticClass {
    case "N02AA", "R05DA": opioids
    case "B01AA", "B01AB", "B01AE", "B01AF": anticoagulants
    default: one.name == "fondaparinux" ? anticoagulants : one.therapeuticClass
    }
  }

  package static func finding(_ item: CheckedMedication, _ other: CheckedMedication, places: [Int]) -> CheckFinding? {
    for one in item.ingredients {
      if let two = other.ingredients.first(where: { $0.name == one.name }) { return twice(one, two, other, places) }
    }
    for one in item.ingredients where !one.therapeuticClass.isEmpty {
      if let two = other.ingredients.first(where: { kind($0) == kind(one) }) { return alike(one, two, other, places) }
    }
    return nil
  }

  /// One substance in both.
  private static func twice(_ one: Ingredient, _ two: Ingredient, _ other: CheckedMedication, _ places: [Int])
    -> CheckFinding
  {
    let isCalledSo = TextFolding.words(one.words) == TextFolding.words(two.words)
    let number = number(of: other)
    let said: String
    if let until = other.homeUntil {
      said =
        "Still at home: \(isCalledSo ? two.words : two.wordsAndName) until \(until)\(number). "
        + "Repeat it from then, or note why now."
    } else {
      let what =
        isCalledSo
        ? "\(one.words.sentenceCased) is prescribed twice\(number)"
        : "\(one.words.sentenceCased) and \(two.words)\(number) are both \(one.name)"
      said = what + ": stop one, wait until it is used up, or say why both are needed."
    }
    return CheckFinding(
      .duplicate, other.homeUntil == nil ? .major : .moderate, one.name, with: one.name, called: (one.words, two.words),
      saying: said, items: places, prescription: other.prescription)
  }

  /// Two substances of one class.
  private static func alike(_ one: Ingredient, _ two: Ingredient, _ other: CheckedMedication, _ places: [Int])
    -> CheckFinding
  {
    let pair = [one, two].sorted { $0.name < $1.name }
    let group = kind(one)
    let isSpoken = [opioids, anticoagulants].contains(group)
    let level: FindingLevel = together.contains(group) ? .minor : group == anticoagulants ? .major : .moderate
    let advice =
      group == anticoagulants
      ? "both together bleed; stop one, or say how one is changed for the other." : "one is usually enough."
    return CheckFinding(
      .duplicate, level, pair[0].name, with: pair[1].name,
      called: (pair[0].words, pair[1].words),
      saying:
        "\(one.words.sentenceCased) and \(two.words)\(number(of: other)) are of one kind "
        + "(\(isSpoken ? group : "ATC " + group)): \(advice)", items: places,
      prescription: other.prescription)
  }

  private static func number(of other: CheckedMedication) -> String { other.prescription.map { " (Rx \($0))" } ?? "" }
}

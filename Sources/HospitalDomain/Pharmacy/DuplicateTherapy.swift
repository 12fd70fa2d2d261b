/// The same treatment twice: one substance in two medications, or two substances of one therapeutic class (ATC, fourth
/// level; WHO Collaborating Centre for Drug Statistics Methodology).
package enum DuplicateTherapy {
  /// Classes in which two substances are often meant to go together: insulins, inhalers, opioids of two lengths.
  private static let together: Set<String> = ["A10AB", "A10AE", "R03AC", opioids, "B01AC", "H02AB"]
  /// Opioids stand in two classes: codeine and hydrocodone are among the medicines for coughs.
  private static let opioids = "opioids"

  private static func kind(_ one: Ingredient) -> String {
    ["N02AA", "R05DA"].contains(one.therapeuticClass) ? opioids : one.therapeuticClass
  }

  package static func finding(_ item: CheckedMedication, _ other: CheckedMedication, places: [Int]) -> CheckFinding? {
    let number = other.prescription.map { " (Rx \($0))" } ?? ""
    for one in item.ingredients where other.ingredients.contains(where: { $0.name == one.name }) {
      return CheckFinding(
        .duplicate, .major, one.name, with: one.name,
        saying:
          "\(one.name.sentenceCased) is prescribed twice\(number): stop one, wait until it is used up, or say why both are needed.",
        items: places, prescription: other.prescription)
    }
    for one in item.ingredients where !one.therapeuticClass.isEmpty {
      guard let two = other.ingredients.first(where: { kind($0) == kind(one) }) else { continue }
      let names = [one.name, two.name].sorted()
      let group = kind(one)
      return CheckFinding(
        .duplicate, together.contains(group) ? .minor : .moderate, names[0], with: names[1],
        saying:
          "\(one.name.sentenceCased) and \(two.name)\(number) are of one kind (\(group == opioids ? group : "ATC " + group)): "
          + "one is usually enough.", items: places, prescription: other.prescription)
    }
    return nil
  }
}

/// A medicine's name, strength, form, route and what acts in it, to be held against another's.
package struct MedicationStrength: Hashable, Sendable {
  /// The name: `apixaban`.
  package let name: String
  /// The strength in words: `5 mg`; empty where there is none.
  package let strength: String
  /// What acts in it; empty where that is not known.
  package let substances: Set<String>
  /// The form in words: `capsule`; empty where there is none.
  package let form: String
  /// How it is given; nil where that is not on file.
  package let route: MedicationRoute?

  /// What is on file of a medication.
  package init(
    name: String, strength: String, form: String = "", route: MedicationRoute? = nil, substances: Set<String> = []
  ) {
    self.name = name
    self.strength = strength
    self.form = form
    self.route = route
    self.substances = substances
  }

  /// Both: `apixaban 5 mg`.
  var words: String { strength.isEmpty ? name : "\(name) \(strength)" }

  /// Whether the same acts in both; by their names where that is not known.
  func isSameMedicine(as other: MedicationStrength) -> Bool {
    if !substances.isEmpty, !other.substances.isEmpty { return substances == other.substances }
    return TextFolding.words(name) == TextFolding.words(other.name)
  }

  /// Whether directions for one can be followed with the other: it is given the same way, and what they count is what it
  /// comes in. Tablets and capsules are swallowed alike.
  func isTaken(like other: MedicationStrength, counting unit: DoseUnit?) -> Bool {
    if let route, let wanted = other.route, route != wanted { return false }
    guard let unit, DoseInPieces.pieces.contains(unit) else { return true }
    let swallowed: Set<DoseUnit> = [.tablet, .capsule]
    guard let piece = DoseInPieces.piece(of: form) else { return DoseInPieces.piece(of: other.form) == nil }
    return piece == unit || (swallowed.contains(piece) && swallowed.contains(unit))
  }

  /// Whether both weigh the same; where the words do not tell, whether they are the same.
  func isSameStrength(as other: MedicationStrength) -> Bool {
    if let mine = Strength(strength), let theirs = Strength(other.strength) { return mine == theirs }
    return TextFolding.words(strength) == TextFolding.words(other.strength)
  }
}

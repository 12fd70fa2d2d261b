/// A medicine's name and strength, to be held against another's.
package struct MedicationStrength: Hashable, Sendable {
  /// The name: `apixaban`.
  package let name: String
  /// The strength in words: `5 mg`; empty where there is none.
  package let strength: String

  /// The words of a medication's name and strength.
  package init(name: String, strength: String) {
    self.name = name
    self.strength = strength
  }

  /// Both: `apixaban 5 mg`.
  var words: String { strength.isEmpty ? name : "\(name) \(strength)" }

  /// Whether both have one name.
  func isSameMedicine(as other: MedicationStrength) -> Bool { TextFolding.words(name) == TextFolding.words(other.name) }

  /// Whether both weigh the same; where the words do not tell, whether they are the same.
  func isSameStrength(as other: MedicationStrength) -> Bool {
    if let mine = Strength(strength), let theirs = Strength(other.strength) { return mine == theirs }
    return TextFolding.words(strength) == TextFolding.words(other.strength)
  }
}

/// What a patient said of themselves, or was found, that prescribing has to know.
package struct PatientStatement: Hashable, Sendable {
  /// The weight in grams; nil where it is not known.
  package var weight: Int?
  /// Whether she is pregnant; nil where nobody said.
  package var isPregnant: Bool?

  package init(weight: Int? = nil, isPregnant: Bool? = nil) {
    self.weight = weight
    self.isPregnant = isPregnant
  }
}

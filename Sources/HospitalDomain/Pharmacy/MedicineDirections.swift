/// How an item is taken, as the label and the leaflet say it (M4).
package struct MedicineDirections: Hashable, Sendable {
  private let dose: String
  private let route: String
  private let frequency: String
  private let dosage: Dosage?
  /// For how many days.
  package let days: Int

  /// Directions in the words of the prescription.
  ///
  /// - Parameter dosage: their structure; nil for what was written before dosages had one, of which the words are read.
  package init(dose: String, route: String, frequency: String, days: Int, dosage: Dosage? = nil) {
    self.dose = dose
    self.route = route
    self.frequency = frequency
    self.days = days
    self.dosage = dosage ?? Dosage(dose: dose, route: route, frequency: frequency, days: days)
  }

  /// `5 mg (1 tablet), by mouth, twice a day`: in pieces of what is given, which may be of another strength than what was
  /// prescribed.
  package func text(giving name: String, strength: String, form: String) -> String {
    let pieces = dosage.flatMap { DoseInPieces.text($0.amount, name: name, strength: strength, form: form) }
    // Beside "2 tablets", "at most 3 a day" would be read as three tablets.
    let often = mostADay.map { "as needed, at most \($0 == 1 ? "once" : "\($0) times") a day" }
    return ["\(dose)\(pieces.map { " (\($0))" } ?? "")", route, often ?? frequency].joined(separator: ", ")
  }

  /// Whether the dose is a weight, which means the same in every strength; `1 tablet` does not.
  package var isWeighed: Bool { dosage?.amount.nanograms != nil }

  /// The unit of the dose; nil where the words do not tell.
  var unit: DoseUnit? { dosage?.amount.unit }

  /// How much and by which way, in words: `1 vial, into a vein`.
  var way: String { [dose, route].filter { !$0.isEmpty }.joined(separator: ", ") }

  /// Whether it is taken only when it is needed.
  package var isAsNeeded: Bool {
    if case .asNeeded = dosage?.frequency { return true }
    return dosage == nil && TextFolding.words(frequency).contains { ["needed", "required", "prn"].contains($0) }
  }

  /// The most doses in a day of what is taken as needed; nil where nobody said, and for what is taken regularly.
  package var mostADay: Int? {
    if case .asNeeded(let most) = dosage?.frequency { most } else { nil }
  }
}

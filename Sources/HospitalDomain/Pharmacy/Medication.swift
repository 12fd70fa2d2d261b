/// A medication as a pharmacy keeps it.
package struct Medication: Hashable, Sendable {
  /// The RxNorm number, or a code of the hospital's own.
  package let code: String
  /// The name in its Tall Man spelling: `cefTRIAXone`.
  package let name: String
  /// Strength with its unit: `5 mg`; empty where there is none, as of a pack.
  package let strength: String
  /// Tablet, capsule, solution …
  package let form: String
  /// The price of one unit, in cents.
  package let unitPrice: Int64
  package let isControlled: Bool
  /// How it is given; nil where it is not known.
  package let route: MedicationRoute?
  /// Its ATC code (WHO), as far as it is known: `N02BE01`; empty for none.
  package let atc: String

  package init(
    code: String, name: String, strength: String, form: String, unitPrice: Int64, isControlled: Bool = false,
    route: MedicationRoute? = nil, atc: String = ""
  ) {
    self.code = code
    self.name = name
    self.strength = strength
    self.form = form
    self.unitPrice = unitPrice
    self.isControlled = isControlled
    self.route = route
    self.atc = atc
  }

  /// What it is called: `ibuprofen 400 mg tablet`.
  package var title: String { [name, strength, form].filter { !$0.isEmpty }.joined(separator: " ") }
}

/// How a medication is given. The raw value is the stored code and the word for the screen.
package enum MedicationRoute: String, CaseIterable, Hashable, Sendable {
  case oral, oromucosal, inhaled, nasal, injection, intravenous, intramuscular, subcutaneous, topical, transdermal
  case ophthalmic, otic, rectal, vaginal
}

/// A medication on file.
package struct MedicationRow: Hashable, Sendable, Identifiable {
  package let id: MedicationID
  /// From 1; each change is the next.
  package let version: Int
  package let medication: Medication
  /// The categories that it is in, by code.
  package let categories: [MedicationCategory]
  /// When it was taken off the list; nil while it is on it.
  package let retiredAt: Timestamp?

  package init(
    id: MedicationID, version: Int, medication: Medication, categories: [MedicationCategory], retiredAt: Timestamp?
  ) {
    self.id = id
    self.version = version
    self.medication = medication
    self.categories = categories
    self.retiredAt = retiredAt
  }
}

/// Medications that were looked for.
package struct MedicationFinds: Hashable, Sendable {
  /// By name.
  package let medications: [MedicationRow]
  /// Whether there are more than these.
  package let isCut: Bool

  package init(_ medications: [MedicationRow], isCut: Bool) {
    self.medications = medications
    self.isCut = isCut
  }
}

/// A version of a medication that was.
package struct MedicationVersion: Hashable, Sendable {
  package let version: Int
  package let medication: Medication
  package let recorded: Recorded
  /// Why it was changed to this; empty for the first.
  package let reason: String

  package init(version: Int, medication: Medication, recorded: Recorded, reason: String) {
    self.version = version
    self.medication = medication
    self.recorded = recorded
    self.reason = reason
  }
}

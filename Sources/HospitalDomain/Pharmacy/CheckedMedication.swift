/// A substance that acts, as the list of interactions names it.
package struct Ingredient: Hashable, Sendable {
  /// Its name, folded: `ibuprofen`.
  package let name: String
  /// The fourth level of its therapeutic class (ATC), such as `M01AE`; empty where it is not known.
  package let therapeuticClass: String
  /// Whether the list of interactions knows it.
  package let isListed: Bool
  /// The words by which the medicine that it acts in stands in the lists: `paracetamol` of what the list of interactions
  /// calls acetaminophen.
  package let words: String

  /// A substance, by its name where no medicine calls it otherwise.
  package init(_ name: String, therapeuticClass: String = "", isListed: Bool = true, words: String? = nil) {
    self.name = name
    self.therapeuticClass = therapeuticClass
    self.isListed = isListed
    self.words = words ?? name
  }

  /// The same in a medicine that calls it so.
  package func called(_ words: String?) -> Ingredient {
    Ingredient(name, therapeuticClass: therapeuticClass, isListed: isListed, words: words)
  }

  /// The words, with the name beside them where that is another: `paracetamol (acetaminophen)`.
  package var wordsAndName: String {
    TextFolding.words(words).joined(separator: " ").contains(name) ? words : "\(words) (\(name))"
  }
}

/// A medication with what is in it, for checking.
package struct CheckedMedication: Hashable, Sendable {
  /// Name, strength and form, as people read it.
  package let name: String
  /// What acts in it; never empty.
  package let ingredients: [Ingredient]
  /// How much is in a piece or a millilitre of it; nil where that is not known.
  package let strength: Strength?
  /// How it is taken; nil for what was written before dosages had a structure, and while it is being typed.
  package let dosage: Dosage?
  /// The same in words, also where it has no structure; empty where nothing is typed yet.
  package let taken: String
  /// What is not typed yet of how it is taken.
  package let missing: [DosagePart]
  /// The number of the prescription that it stands on already; nil for what is being written.
  package let prescription: Int64?
  /// The day until which it lasts, where it was handed over and is at home; nil for what goes on, or is being written.
  package let homeUntil: CalendarDate?

  /// A medication with what is in it.
  ///
  /// - Parameter taken: how it is taken, in words; nil for those of the dosage.
  package init(
    name: String, ingredients: [Ingredient], strength: Strength? = nil, dosage: Dosage? = nil, taken: String? = nil,
    missing: [DosagePart] = [], prescription: Int64? = nil, homeUntil: CalendarDate? = nil
  ) {
    self.name = name
    self.ingredients = ingredients
    self.strength = strength
    self.dosage = dosage
    self.taken = taken ?? dosage?.words ?? ""
    self.missing = missing
    self.prescription = prescription
    self.homeUntil = homeUntil
  }

  /// What is given, how much and how often: `warfarin 5 mg tablet, 1 tablet by mouth, once a day, 28 days (Rx 12)`.
  package var inOneLine: String {
    [name, taken].filter { !$0.isEmpty }.joined(separator: ", ") + (prescription.map { " (Rx \($0))" } ?? "")
  }
}

/// The patient, as far as checking a prescription has to know them.
package struct CheckedPatient: Hashable, Sendable {
  /// How old.
  package let age: Age
  /// The weight in grams that was stated last; nil where none was.
  package let weight: Int?
  /// Whether she is pregnant; nil where nobody said.
  package let isPregnant: Bool?
  /// Whether a pregnancy has to be asked after.
  package let mayBePregnant: Bool
  /// The allergies that are recorded.
  package let allergies: [KnownAllergy]
  /// Whether allergies were asked after: some are recorded, or the patient knows of none.
  package let knowsAllergies: Bool

  /// A patient.
  package init(
    age: Age, weight: Int? = nil, isPregnant: Bool? = nil, mayBePregnant: Bool, allergies: [KnownAllergy],
    knowsAllergies: Bool
  ) {
    self.age = age
    self.weight = weight
    self.isPregnant = isPregnant
    self.mayBePregnant = mayBePregnant
    self.allergies = allergies
    self.knowsAllergies = knowsAllergies
  }

  /// Whether a pregnancy has to be asked after in somebody of a sex and an age.
  package static func mayBePregnant(_ sex: Sex, _ age: Age) -> Bool {
    sex != .male && (10...60).contains(age.years)
  }
}

/// An allergy as it was recorded, and the substances that its words name.
package struct KnownAllergy: Hashable, Sendable {
  /// As it was recorded: `Penicillin (rash)`.
  package let entry: AllergyEntry
  /// The substances that the words name; empty where they name a class, or nothing that is known.
  package let substances: [Ingredient]

  /// An allergy.
  package init(_ entry: AllergyEntry, substances: [Ingredient] = []) {
    self.entry = entry
    self.substances = substances
  }
}

/// One item that is to be checked, before it is written (M3).
package struct ItemToCheck: Hashable, Sendable {
  /// The identifier of its medication.
  package let medication: MedicationID
  /// How it is taken; nil while that is not typed yet.
  package let dosage: Dosage?
  /// What is not typed yet of it.
  package let missing: [DosagePart]

  /// An item.
  package init(medication: MedicationID, dosage: Dosage? = nil, missing: [DosagePart] = []) {
    self.medication = medication
    self.dosage = dosage
    self.missing = missing
  }
}

/// A part of a dosage without which a dose cannot be checked. For how many days is none. The raw value is what is to be typed.
package enum DosagePart: String, Hashable, Sendable {
  case amount = "the dose"
  case frequency = "how often"
  case route = "the route"
}

/// How a medication is taken: how much, which way, how often, for how long (FHIR Dosage).
package struct Dosage: Hashable, Sendable {
  /// How much at a time.
  package let amount: DoseAmount
  /// Which way.
  package let route: AdministrationRoute
  /// How often.
  package let frequency: DoseFrequency
  /// For how many days, 1 to 366.
  package let days: Int

  /// A dosage.
  package init(amount: DoseAmount, route: AdministrationRoute, frequency: DoseFrequency, days: Int) {
    self.amount = amount
    self.route = route
    self.frequency = frequency
    self.days = days
  }

  /// A dosage of the words of an item that has no structure; nil where they can not be read with certainty.
  package init?(dose: String, route: String, frequency: String, days: Int) {
    guard let amount = try? DoseAmount(entry: dose), let frequency = try? DoseFrequency(entry: frequency),
      let route = AdministrationRoute.allCases.first(where: { $0.title == route || $0.short == route })
    else { return nil }
    self.init(amount: amount, route: route, frequency: frequency, days: days)
  }

  /// How it is taken: `1 tablet by mouth, 3 times a day, 7 days`.
  package var words: String {
    Self.words(dose: amount.description, route: route.title, frequency: frequency.description, days: days)
  }

  /// The same of an item that was written in words.
  package static func words(dose: String, route: String, frequency: String, days: Int) -> String {
    "\(dose) \(route), \(frequency), \(Listing.count(days, "day"))"
  }

  /// How many pieces, or millilitres, a pharmacy hands over for all of it; nil where that can not be worked out from what
  /// is known of the medication.
  package func quantity(strength: Strength?) -> Int? {
    let total = amount.thousandths * frequency.doses(in: days)
    if amount.unit.isCounted || amount.unit == .millilitre { return (total + 999) / 1_000 }
    guard let strength, let dose = amount.nanograms else { return nil }
    // Thousandths of a piece or millilitre.
    let pieces = (dose * 1_000 + strength.nanograms - 1) / strength.nanograms
    guard strength.isByPiece else { return (pieces * frequency.doses(in: days) + 999) / 1_000 }
    let halves = (pieces + 499) / 500  // A tablet is halved, not cut smaller.
    return (halves * frequency.doses(in: days) + 1) / 2
  }

  /// Micrograms at a time, where they can be told.
  package func micrograms(strength: Strength?) -> Int? {
    if let weighed = amount.micrograms { return weighed }
    guard let strength, strength.isByPiece ? amount.unit.isCounted : amount.unit == .millilitre else { return nil }
    return strength.micrograms * amount.thousandths / 1_000
  }
}

/// Which way a medication is given. The raw value is the stored code.
package enum AdministrationRoute: String, CaseIterable, Hashable, Sendable {
  case oral, sublingual, intravenous, intramuscular, subcutaneous, inhaled, nasal, eye, ear, skin, transdermal
  case rectal, vaginal

  /// The route in words.
  package var title: String {
    switch self {
    case .oral: "by mouth"
    case .sublingual: "under the tongue"
    case .intravenous: "into a vein"
    case .intramuscular: "into a muscle"
    case .subcutaneous: "under the skin"
    case .inhaled: "inhaled"
    case .nasal: "into the nose"
    case .eye: "into the eye"
    case .ear: "into the ear"
    case .skin: "on the skin"
    case .transdermal: "as a patch"
    case .rectal: "rectally"
    case .vaginal: "vaginally"
    }
  }

  /// How it is shortened on the wards.
  package var short: String {
    switch self {
    case .oral: "po"
    case .sublingual: "sl"
    case .intravenous: "iv"
    case .intramuscular: "im"
    case .subcutaneous: "sc"
    case .rectal: "pr"
    case .vaginal: "pv"
    default: rawValue
    }
  }

  /// The route that the form of a medication suggests; by mouth where it says nothing.
  package init(form: String) {
    let words = Set(TextFolding.words(form))
    self =
      if !words.isDisjoint(with: ["vial", "injection", "infusion", "ampoule", "injectable", "iv"]) {
        .intravenous
      } else if !words.isDisjoint(with: ["inhaler", "inhalation", "nebuliser", "nebulizer"]) {
        .inhaled
      } else if words.contains("nasal") {
        .nasal
      } else if !words.isDisjoint(with: ["eye", "ophthalmic"]) {
        .eye
      } else if !words.isDisjoint(with: ["ear", "otic"]) {
        .ear
      } else if !words.isDisjoint(with: ["cream", "ointment", "gel", "topical", "lotion"]) {
        .skin
      } else if !words.isDisjoint(with: ["patch", "transdermal"]) {
        .transdermal
      } else if !words.isDisjoint(with: ["suppository", "rectal", "enema"]) {
        .rectal
      } else if !words.isDisjoint(with: ["pessary", "vaginal"]) {
        .vaginal
      } else {
        .oral
      }
  }
}

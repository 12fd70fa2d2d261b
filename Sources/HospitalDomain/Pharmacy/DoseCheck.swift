/// Doses against the range that is known (M3).
enum DoseCheck {
  static func findings(_ item: CheckedMedication, place: Int, patient: CheckedPatient) -> [CheckFinding] {
    guard let limit = limit(of: item) else { return [] }
    let (name, words) = (item.ingredients[0].name, item.ingredients[0].words)
    func found(_ level: FindingLevel, _ second: String, _ says: String) -> CheckFinding {
      CheckFinding(
        .dose, level, name, with: second, called: (words, second), saying: "\(words.sentenceCased): \(says).",
        items: [place])
    }
    var findings: [CheckFinding] = []
    if let least = limit.leastMonths, patient.age.months < least.months {
      findings.append(
        found(least.level, "age \(patient.age)", "not for patients under \(least.words)"))
    }
    guard let dosage = item.dosage, let single = dosage.micrograms(strength: item.strength) else { return findings }
    let daily = dosage.frequency.daily(single)
    let most = most(limit, for: patient)
    // What is too much at a time is too much a day as a rule: one mistake is said once.
    if single > most.single, daily > most.daily {
      findings.append(
        found(
          .major, most.id("dose"),
          "\(mass(single)) at a time and \(mass(daily)) a day are above the most\(most.words), \(mass(most.single)) and "
            + "\(mass(most.daily))\(limit.remark)"))
    } else if single > most.single {
      findings.append(
        found(.major, most.id("dose"), "\(mass(single)) at a time is above the most\(most.words), \(mass(most.single))")
      )
    } else if daily > most.daily {
      findings.append(
        found(
          .major, most.id("daily dose"),
          "\(mass(daily)) a day is above the most\(most.words), \(mass(most.daily))\(limit.remark)"))
    }
    return findings
  }

  /// How far the doses of a medication can be checked for a patient.
  enum Standing: Hashable, Sendable {
    /// They were held against a range that is meant for this patient.
    case isKnown
    /// They go by weight, and no weight is known that can be right.
    case needsWeight
    /// Nothing is known of children's doses.
    case forAdultsOnly
    /// The dose is no number with a unit and a frequency.
    case isUnread
    /// No range is known, or how much is in a piece is not.
    case isUnknown
  }

  static func standing(of item: CheckedMedication, for patient: CheckedPatient) -> Standing {
    guard let dosage = item.dosage else { return .isUnread }
    guard let limit = limit(of: item), dosage.micrograms(strength: item.strength) != nil else { return .isUnknown }
    guard patient.age.years < limit.adultFrom else { return .isKnown }
    guard limit.byWeight != nil else { return .forAdultsOnly }
    return likelyWeight(of: patient) == nil ? .needsWeight : .isKnown
  }

  /// The most that holds for one patient, in micrograms, and for whom it holds.
  private struct Most {
    let single: Int
    let daily: Int
    let words: String
    var idWords = ""

    func id(_ what: String) -> String { what + idWords }
  }

  private static func most(_ limit: DoseLimit, for patient: CheckedPatient) -> Most {
    guard patient.age.years < limit.adultFrom else {
      return Most(single: limit.single, daily: limit.daily, words: "")
    }
    func by(_ grams: Int, _ dose: DoseLimit.ByWeight, _ words: String, _ id: String) -> Most {
      Most(
        single: min(dose.single * grams / 1_000, limit.single), daily: min(dose.daily * grams / 1_000, limit.daily),
        words: words, idWords: id)
    }
    if let dose = limit.byWeight, let weight = likelyWeight(of: patient) {
      return by(weight, dose, " for \(kilograms(weight))", " for weight")
    }
    if let dose = limit.byWeight, let heaviest = WeightForAge.heaviest(at: patient.age) {
      return by(heaviest, dose, " for a child of \(patient.age), even of \(kilograms(heaviest))", " for age")
    }
    return Most(single: limit.single, daily: limit.daily, words: " for adults")
  }

  /// The weight that is on file; nil where there is none, and where it is more than twice that of heavy children of the
  /// age: 140 typed for 14.0 must not let ten times the dose pass.
  private static func likelyWeight(of patient: CheckedPatient) -> Int? {
    guard let weight = patient.weight else { return nil }
    if let heaviest = WeightForAge.heaviest(at: patient.age), weight > 2 * heaviest { return nil }
    return weight
  }

  private static func limit(of item: CheckedMedication) -> DoseLimit? {
    guard item.ingredients.count == 1, item.dosage.map({ $0.route == .oral }) ?? true else { return nil }
    return DoseLimit.known[item.ingredients[0].name]
  }

  /// A weight in the unit that people use for it.
  private static func mass(_ micrograms: Int) -> String {
    let (unit, scale): (DoseUnit, Int) =
      micrograms >= 10_000_000 ? (.gram, 1_000_000) : micrograms >= 1_000 ? (.milligram, 1_000) : (.microgram, 1)
    return DoseAmount(thousandths: micrograms * 1_000 / scale, unit: unit)?.description ?? "\(micrograms) mcg"
  }

  /// A weight of a patient, given in grams: `14.5 kg`.
  static func kilograms(_ grams: Int) -> String {
    DoseAmount(thousandths: grams, unit: .gram).map { "\($0.number) kg" } ?? "\(grams) g"
  }
}

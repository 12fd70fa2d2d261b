/// Doses against the range that is known (M3).
enum DoseCheck {
  /// Whether anything is known of the doses of a medication: one substance, in the table, by mouth.
  static func isKnown(_ item: CheckedMedication) -> Bool {
    limit(of: item) != nil && item.dosage.flatMap { $0.micrograms(strength: item.strength) } != nil
  }

  static func findings(_ item: CheckedMedication, place: Int, patient: CheckedPatient) -> [CheckFinding] {
    guard let limit = limit(of: item) else { return [] }
    let name = item.ingredients[0].name
    func found(_ level: FindingLevel, _ second: String, _ says: String) -> CheckFinding {
      CheckFinding(.dose, level, name, with: second, saying: "\(name.sentenceCased): \(says).", items: [place])
    }
    var findings: [CheckFinding] = []
    if let least = limit.leastMonths, patient.age.months < least.months {
      findings.append(
        found(least.level, "age \(patient.age)", "not for patients under \(least.words)"))
    }
    guard let dosage = item.dosage, let single = dosage.micrograms(strength: item.strength) else { return findings }
    let daily = dosage.frequency.daily(single)
    if patient.age.years >= limit.adultFrom {
      if single > limit.single {
        findings.append(
          found(.major, "dose", "\(mass(single)) at a time is above the most of \(mass(limit.single))"))
      }
      if daily > limit.daily {
        findings.append(
          found(.major, "daily dose", "\(mass(daily)) a day is above the most of \(mass(limit.daily))\(limit.remark)"))
      }
    } else if let childly = limit.byWeight, let weight = patient.weight {
      let most = min(childly.daily * weight / 1_000, limit.daily)
      if daily > most {
        findings.append(
          found(
            .major, "daily dose for weight",
            "\(mass(daily)) a day is above the most for \(kilograms(weight)), \(mass(most))"))
      }
    } else if daily > limit.daily {
      findings.append(
        found(.major, "daily dose", "\(mass(daily)) a day is above the most for adults, \(mass(limit.daily))"))
    }
    return findings
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

  private static func kilograms(_ grams: Int) -> String {
    DoseAmount(thousandths: grams, unit: .gram).map { "\($0.number) kg" } ?? "\(grams) g"
  }
}

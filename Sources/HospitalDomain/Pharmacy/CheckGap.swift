/// Something about a prescription that could not be checked (M3). What was not looked at is never said to be safe: as long as
/// there is a gap, no screen says that nothing speaks against a prescription.
package enum CheckGap: Hashable, Sendable {
  /// Nobody asked the patient about allergies, or they cannot say.
  case allergiesUnknown
  /// Allergies whose words name no medicine and no class that is known, as they were recorded.
  case allergiesUnread([String])
  /// The doses of these medications go by a child's weight, and it is not known.
  case weightUnknown([String], Age)
  /// The weight on file, in grams, is more than twice that of the heaviest children of that age: a slip, most likely.
  case weightUnlikely(Int, Age)
  /// These substances matter in pregnancy, and nobody said whether she is pregnant.
  case pregnancyUnknown([String])
  /// The doses of these medications stand in words.
  case doseUnread([String])
  /// The dose of a medication is not typed to its end, and what is missing.
  case doseUnfinished(String, [DosagePart])
  /// For these medications no range of doses is known here.
  case doseUnknown([String])
  /// For these medications no children's dose is known; they were held against what adults take.
  case childDoseUnknown([String], Age)
  /// The interaction list does not know these medications.
  case unlisted([String])
  /// The hospital has no list of interactions at all.
  case noList

  /// What was not checked and what to do, without a full stop: `allergies not known; ask`.
  package var reason: String {
    switch self {
    case .allergiesUnknown: "allergies not known; ask"
    case .allergiesUnread(let names): "allergy to \(Listing.and(names)) is no medicine known here; look yourself"
    case .weightUnknown(let names, let age):
      "weight not known; the dose of \(Listing.and(names)) for a child of \(age) needs it"
    case .weightUnlikely(let grams, let age):
      "a weight of \(DoseCheck.kilograms(grams)) cannot be right at \(age); weigh again"
    case .pregnancyUnknown(let names): "pregnancy not known; ask, it matters for \(Listing.and(names))"
    case .doseUnread(let names): "dose of \(Listing.and(names)) has no number, unit and times a day"
    case .doseUnfinished(let name, let parts):
      "dose of \(name); type \(Listing.and(parts.map(\.rawValue)))"
    case .doseUnknown(let names): "dose of \(Listing.and(names)); no range is known here"
    case .childDoseUnknown(let names, let age):
      "dose of \(Listing.and(names)) for a child of \(age); only the most for adults is known"
    case .unlisted(let names): "no interaction data for \(Listing.and(names)); ask the pharmacist"
    case .noList: "interactions; ask the administrator to run hms import interactions"
    }
  }

  /// The same as a sentence: `Not checked: allergies not known; ask.`
  package var sentence: String { "Not checked: \(reason)." }
}

/// Finds what could not be checked of a prescription.
enum GapCheck {
  /// The gaps, what is most likely to harm first.
  static func gaps(in items: [CheckedMedication], for patient: CheckedPatient, lacksList: Bool) -> [CheckGap] {
    guard !items.isEmpty else { return [] }
    var gaps: [CheckGap] = []
    if !patient.knowsAllergies { gaps.append(.allergiesUnknown) }
    let unread = patient.allergies.filter { !AllergyCheck.isUnderstood($0) }.map(\.entry.substance)
    if !unread.isEmpty { gaps.append(.allergiesUnread(unread)) }
    var standing: [DoseCheck.Standing: [String]] = [:]
    for item in items where item.missing.isEmpty {
      let found = DoseCheck.standing(of: item, for: patient)
      if !standing[found, default: []].contains(item.name) { standing[found, default: []].append(item.name) }
    }
    if let names = standing[.needsWeight] {
      gaps.append(
        patient.weight.map { .weightUnlikely($0, patient.age) } ?? .weightUnknown(names, patient.age))
    }
    let tender = items.flatMap(\.ingredients).filter { PregnancyCaution.concerns($0) }.map(\.words)
    if patient.mayBePregnant, patient.isPregnant == nil, !tender.isEmpty {
      gaps.append(.pregnancyUnknown(once(tender)))
    }
    if let names = standing[.isUnread] { gaps.append(.doseUnread(names)) }
    gaps += items.filter { !$0.missing.isEmpty }.map { .doseUnfinished($0.name, $0.missing) }
    if let names = standing[.forAdultsOnly] { gaps.append(.childDoseUnknown(names, patient.age)) }
    if let names = standing[.isUnknown] { gaps.append(.doseUnknown(names)) }
    if lacksList {
      gaps.append(.noList)
    } else {
      let unlisted = items.filter { $0.ingredients.contains { !$0.isListed } }.map(\.name)
      if !unlisted.isEmpty { gaps.append(.unlisted(once(unlisted))) }
    }
    return gaps
  }

  private static func once(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

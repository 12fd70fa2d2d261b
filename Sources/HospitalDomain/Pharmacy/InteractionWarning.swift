/// What a patient is told of two medicines that they are given although the two interact (M3, M4): the pharmacist passed it,
/// and the patient is the one who can notice.
package struct InteractionWarning: Hashable, Sendable {
  /// The medicine that is given, by the name on its box.
  package let given: String
  /// The other one.
  package let other: String
  /// What may happen.
  package let effect: InteractionEffect

  /// A warning about two medicines.
  package init(_ given: String, with other: String, _ effect: InteractionEffect) {
    self.given = given
    self.other = other
    self.effect = effect
  }

  /// The warning in plain words.
  package var sentence: String {
    "You take \(given) together with \(other). Look out for \(effect.signs). If you notice that, ask a doctor or "
      + "pharmacist at once."
  }

  /// What has to be told of medicines that are given: the pairs among them, and with what the patient takes already, that a
  /// prescriber or pharmacist passed, with words or without. What is minor is left out: too many warnings are no warnings.
  ///
  /// - Parameters:
  ///   - given: what goes over the counter.
  ///   - current: what the patient takes already, by other prescriptions.
  ///   - passed: what was passed with a reason; it is told even where the other prescription has ended since.
  package static func all(
    giving given: [CheckedMedication], besides current: [CheckedMedication], facts: InteractionFacts,
    passed: [PrescriptionDetail.Override]
  ) -> [InteractionWarning] {
    var warnings: [InteractionWarning] = []
    var told: Set<Set<String>> = []
    func tell(_ one: (substance: String, name: String), _ two: (substance: String, name: String), isPassed: Bool) {
      let line = facts.line(between: one.substance, two.substance)
      guard isPassed || (line.map { $0.level <= .moderate } ?? false) else { return }
      guard one.substance != two.substance, told.insert([one.substance, two.substance]).inserted else { return }
      warnings.append(InteractionWarning(one.name, with: two.name, line?.effect ?? .unnamed))
    }
    for (place, medicine) in given.enumerated() {
      for other in given.dropFirst(place + 1) + current {
        for one in medicine.ingredients {
          for two in other.ingredients { tell((one.name, medicine.name), (two.name, other.name), isPassed: false) }
        }
      }
    }
    for one in passed where one.kind == .interaction {
      for (substance, other) in [(one.first, one.second), (one.second, one.first)] {
        guard let medicine = given.first(where: { $0.ingredients.contains { $0.name == substance } }) else { continue }
        tell((substance, medicine.name), (other, other), isPassed: true)
      }
    }
    return warnings
  }
}

extension InteractionEffect {
  /// What somebody notices of it at home, in plain words that follow "look out for".
  package var signs: String {
    switch self {
    case .vaccineDisease: "fever or a rash"
    case .angioedema: "swelling of the face, lips or tongue"
    case .torsades: "fainting, or a racing or uneven heartbeat"
    case .serotonin: "restlessness, sweating, shaking or fever"
    case .ergotism: "cold, numb or painful fingers or toes"
    case .bleeding: "bruises, black stools, or bleeding that does not stop"
    case .hyperkalaemia: "weak muscles, or a slow or uneven heartbeat"
    case .hypokalaemia: "cramps, weak muscles, or an uneven heartbeat"
    case .hyponatraemia: "headache, confusion or unusual tiredness"
    case .muscle: "pain or weakness of muscles, or dark urine"
    case .breathing: "slow or shallow breathing, or being hard to wake"
    case .sedation: "drowsiness, and do not drive or drink alcohol"
    case .hypoglycaemia: "sweating, shaking, sudden hunger or confusion"
    case .kidney: "passing little urine, or swollen ankles"
    case .hearing: "ringing in the ears, or hearing less"
    case .marrow: "fever, a sore throat, or bruises"
    case .seizures: "a fit"
    case .bradycardia: "a slow heartbeat, dizziness or fainting"
    case .hypotension: "dizziness, above all when you stand up"
    case .hypertension: "a strong headache or a pounding heart"
    case .anticholinergic: "a dry mouth, trouble passing urine, or confusion"
    case .liver: "yellow skin or eyes, or dark urine"
    case .absorption, .opposed, .lessEffect: "signs that one of them works less than it should"
    case .immunity: "fever, a cough, or wounds that do not heal"
    case .moreEffect: "signs that one of them is too strong for you"
    case .unnamed: "anything that is new or unusual"
    }
  }
}

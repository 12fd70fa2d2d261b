/// Checks what is to be prescribed against itself, what the patient takes already, and what is known of the patient (M3).
/// The same rule is asked when a prescription is written and when it is verified.
package enum CheckRule {
  /// What speaks against the items.
  ///
  /// - Parameters:
  ///   - items: what is to be prescribed.
  ///   - current: what the patient takes already, by prescriptions that go on, and what was handed
  ///     over and is not used up.
  ///   - facts: the list of interactions, as far as it is about these.
  package static func report(
    on items: [CheckedMedication], besides current: [CheckedMedication], for patient: CheckedPatient,
    facts: InteractionFacts, lacksList: Bool = false
  ) -> CheckReport {
    var findings: [CheckFinding] = []
    for (place, item) in items.enumerated() {
      let others = items.enumerated().dropFirst(place + 1).map { ($0.element, [place, $0.offset]) }
      for (other, places) in others + current.map({ ($0, [place]) }) {
        let twice = DuplicateTherapy.finding(item, other, places: places)
        // What is said of both as one kind of medicine is not said again, weaker, of the pair.
        let pairs = interactions(of: item, with: other, places: places, facts: facts).filter { pair in
          !(twice.map { $0.level < pair.level && [$0.first, $0.second] == [pair.first, pair.second] } ?? false)
        }
        findings += (pairs + [twice].compactMap(\.self)).map { $0.about(item, other) }
      }
      findings += alone(item, place: place, patient: patient).map { $0.about(item) }
    }
    findings += current.flatMap { standing($0, patient: patient) }
    return CheckReport(
      findings: once(findings), gaps: GapCheck.gaps(in: items, for: patient, lacksList: lacksList))
  }

  /// What speaks against an item whatever it is given with.
  private static func alone(_ item: CheckedMedication, place: Int, patient: CheckedPatient) -> [CheckFinding] {
    AllergyCheck.findings(item, place: place, allergies: patient.allergies)
      + DoseCheck.findings(item, place: place, patient: patient) + WeeklyDose.findings(item, place: place)
      + PregnancyCaution.findings(item, place: place, patient: patient)
  }

  /// What the patient takes already and should not any more: a pregnancy or an allergy may be known only since. It is told
  /// beside what is prescribed now, and no reason is asked for: that other one has to be stopped or changed.
  package static func standing(_ taken: CheckedMedication, patient: CheckedPatient) -> [CheckFinding] {
    let found =
      AllergyCheck.findings(taken, place: 0, allergies: patient.allergies)
      + PregnancyCaution.findings(taken, place: 0, patient: patient)
    return found.filter(\.level.needsReason).map { finding in
      let what = taken.homeUntil.map { "It is at home until \($0)" } ?? "It is taken already"
      let number = taken.prescription.map { " (Rx \($0))" } ?? ""
      return CheckFinding(
        finding.kind, .moderate, finding.first, with: finding.second, called: (finding.firstWords, finding.secondWords),
        saying: "\(finding.sentence) \(what)\(number): stop or change that.", items: [],
        prescription: taken.prescription
      ).about(taken)
    }
  }

  private static func interactions(
    of item: CheckedMedication, with other: CheckedMedication, places: [Int], facts: InteractionFacts
  ) -> [CheckFinding] {
    item.ingredients.flatMap { one in
      other.ingredients.compactMap { two in
        guard one.name != two.name, let line = facts.line(between: one.name, two.name) else { return nil }
        let pair = [one, two].sorted { $0.name < $1.name }
        let number = other.prescription.map { " (Rx \($0))" } ?? ""
        let doubt = line.depends ? ", at some doses or uses" : ""
        return CheckFinding(
          .interaction, line.level, pair[0].name, with: pair[1].name, called: (pair[0].words, pair[1].words),
          saying: "\(one.words.sentenceCased) with \(two.words)\(number): \(line.effect.clause); "
            + "\(line.level.advice)\(doubt).", items: places, prescription: other.prescription)
      }
    }
  }

  /// The most serious first; what is the same, once, about all the medicines in which it was found.
  private static func once(_ findings: [CheckFinding]) -> [CheckFinding] {
    var places: [String: Int] = [:]
    var told: [CheckFinding] = []
    // Of the same on two prescriptions the newer tells: it lasts longer.
    func place(_ finding: CheckFinding) -> (FindingLevel, Int, String, Int64) {
      (finding.level, finding.items.first ?? .max, finding.id, -(finding.prescription ?? .max))
    }
    for finding in findings.sorted(by: { place($0) < place($1) }) {
      if let place = places[finding.id] {
        told[place].medicines += finding.medicines.filter { !told[place].medicines.contains($0) }
      } else {
        places[finding.id] = told.count
        told.append(finding)
      }
    }
    return told
  }
}

extension String {
  /// The text with a capital letter at its beginning.
  var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}

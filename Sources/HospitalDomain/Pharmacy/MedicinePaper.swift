import PaperKit

/// What goes over the counter with medicine (M4): the label of each lot, and the leaflet for the patient. The screen shows
/// the same documents.
package struct MedicinePaper {
  private let queued: QueuedPrescription
  private let items: [DispenseItem]
  private let dispensed: [DispensedLot]
  private let warnings: [InteractionWarning]
  /// The patient's name as it is to stand there: whole on paper, as lists have it on a screen.
  private let name: String
  private let issue: PaperIssue

  /// The papers of what was dispensed of a prescription, with what the patient has to look out for.
  package init(
    _ queued: QueuedPrescription, items: [DispenseItem], dispensed: [DispensedLot], warnings: [InteractionWarning],
    name: String, issue: PaperIssue
  ) {
    self.queued = queued
    self.items = items
    self.dispensed = dispensed
    self.warnings = warnings
    self.name = name
    self.issue = issue
  }

  private var number: String { "RX-\(queued.prescription.number)" }

  /// A label for each lot that is out.
  ///
  /// - Throws: a refusal while nothing is.
  package func label() throws(Refusal) -> PaperDocument {
    try checkDispensed()
    return issue.document(
      "Label", number: number,
      dispensed.flatMap { lot -> [PaperBlock] in
        [.facts(items: facts(of: lot))]
      } + [.notice(text: Self.warning)])
  }

  /// What the patient is told of it.
  package func leaflet() throws(Refusal) -> PaperDocument {
    try checkDispensed()
    let taken = items.filter { item in dispensed.contains { $0.item == item.id } }
    return issue.document(
      "For the patient", number: number,
      // No heading holds a name: headings are capitals in the form of text, and `mg` must not become MG.
      [.facts(items: person), .heading(text: "How to take it")]
        + taken.map { .paragraph(text: howToTake($0)) } + lookOut + [.heading(text: "Good to know")]
        + advice(on: taken).map { .paragraph(text: $0) } + [.notice(text: Self.warning)])
  }

  private func checkDispensed() throws(Refusal) {
    if dispensed.isEmpty { throw .nothingToHandOver(queued.prescription.number) }
  }

  private var person: [PaperFact] {
    [
      PaperFact("Patient", name), PaperFact("Born", "\(queued.patient.birthDate)"),
      PaperFact("Number", "\(queued.patient.number)"),
    ]
  }

  private func facts(of lot: DispensedLot) -> [PaperFact] {
    let item = items.first { $0.id == lot.item }
    let instead = item.flatMap { $0.title == lot.title ? nil : PaperFact("In place of", $0.title) }
    return [
      PaperFact("Medicine", lot.title), PaperFact("Take", item.map { directions($0, lot) } ?? ""),
      PaperFact("Quantity", "\(lot.quantity)"),
    ]
      + [instead].compactMap(\.self) + person + [
        PaperFact("Dispensed", "\(issue.clock.date(of: lot.at)), Rx \(queued.prescription.number)"),
        PaperFact("Lot", "\(lot.lotNumber), use by \(lot.expires)"),
        PaperFact("Pharmacy", queued.prescription.pharmacy),
        PaperFact("Prescriber", queued.prescription.doctor.listed),
      ]
  }

  /// How something that was given for an item is taken, in pieces of its own strength.
  private func directions(_ item: DispenseItem, _ lot: DispensedLot) -> String {
    let medication = lot.medication
    return item.directions.text(giving: medication.name, strength: medication.strength, form: medication.form)
  }

  /// What was given for an item, by the names on the boxes.
  private func given(_ item: DispenseItem) -> [DispensedLot] {
    var lots: [DispensedLot] = []
    for lot in dispensed where lot.item == item.id && !lots.contains(where: { $0.title == lot.title }) {
      lots.append(lot)
    }
    return lots
  }

  private func names(_ item: DispenseItem) -> String { given(item).map(\.title).joined(separator: ", ") }

  /// Boxes of two kinds for one item are one medicine: the second is begun when the first is empty.
  private func howToTake(_ item: DispenseItem) -> String {
    given(item).map { "\($0.title): take \(directions(item, $0))." }.joined(separator: " When that is used up: ")
  }

  private var lookOut: [PaperBlock] {
    warnings.isEmpty
      ? [] : [.heading(text: "Look out for")] + warnings.map { .paragraph(text: $0.sentence) }
  }

  // MARK: Advice

  private static let warning = "Keep out of the sight and reach of children."

  /// What is good to know of what is taken regularly, of what is taken only when it is needed, and of all of it.
  private func advice(on taken: [DispenseItem]) -> [String] {
    let regular = taken.filter { !$0.directions.isAsNeeded }
    let asNeeded = taken.filter(\.directions.isAsNeeded)
    func naming(_ items: [DispenseItem]) -> String? {
      regular.isEmpty || asNeeded.isEmpty ? nil : items.map(names).joined(separator: " and ")
    }
    var advice: [String] = []
    if !regular.isEmpty {
      advice.append(
        "Take \(naming(regular) ?? "it") as the label says. Do not stop early, and do not take more, without asking.")
    }
    for item in asNeeded {
      let name = taken.count > 1 ? names(item) : "it"
      let most = item.directions.mostADay.map { "no more than \($0 == 1 ? "once" : "\($0) times") in a day" }
      advice.append(
        "Take \(name) only when you need it, and \(most ?? "no more than the label says"). If that is not enough, ask. "
          + "When you no longer need it, stop.")
    }
    advice.append("Tell the pharmacist about every other medicine that you take, and about every allergy.")
    if !regular.isEmpty {
      let name = naming(regular).map { " of \($0)" } ?? ""
      advice.append(
        "A missed dose\(name): take it when you remember, unless the next one is near; never two at once.")
    }
    return advice + ["A rash, swelling of the face or trouble with breathing: stop, and get help at once."]
  }
}

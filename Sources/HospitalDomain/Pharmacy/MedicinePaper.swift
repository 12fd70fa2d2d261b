import PaperKit

/// What goes over the counter with medicine (M4): the label of each lot, and the leaflet for the patient. The screen shows
/// the same documents.
package struct MedicinePaper {
  private let queued: QueuedPrescription
  private let items: [DispenseItem]
  private let dispensed: [DispensedLot]
  /// The patient's name as it is to stand there: whole on paper, as lists have it on a screen.
  private let name: String
  private let issue: PaperIssue

  /// The papers of what was dispensed of a prescription.
  package init(_ queued: QueuedPrescription, _ preparation: Preparation, name: String, issue: PaperIssue) {
    self.queued = queued
    items = preparation.items
    dispensed = preparation.dispensed
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
        + taken.map { .paragraph(text: "\(given($0)): take \($0.directions).") } + [.heading(text: "Good to know")]
        + Self.advice.map { .paragraph(text: $0) } + [.notice(text: Self.warning)])
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
      PaperFact("Medicine", lot.title), PaperFact("Take", item?.directions ?? ""),
      PaperFact("Quantity", "\(lot.quantity)"),
    ]
      + [instead].compactMap(\.self) + person + [
        PaperFact("Dispensed", "\(issue.clock.date(of: lot.at)), Rx \(queued.prescription.number)"),
        PaperFact("Lot", "\(lot.lotNumber), use by \(lot.expires)"),
        PaperFact("Pharmacy", queued.prescription.pharmacy),
        PaperFact("Prescriber", queued.prescription.doctor.listed),
      ]
  }

  /// What was given for an item, by the names on the boxes.
  private func given(_ item: DispenseItem) -> String {
    var titles: [String] = []
    for lot in dispensed where lot.item == item.id && !titles.contains(lot.title) { titles.append(lot.title) }
    return titles.joined(separator: ", ")
  }

  private static let warning = "Keep out of the sight and reach of children."

  private static let advice = [
    "Take it as the label says. Do not stop early, and do not take more, without asking.",
    "Tell the pharmacist about every other medicine that you take, and about every allergy.",
    "A missed dose: take it when you remember, unless the next one is near; never two at once.",
    "A rash, swelling of the face or trouble with breathing: stop, and get help at once.",
  ]
}

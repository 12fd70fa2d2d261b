import HospitalDomain
import HospitalServices

/// The form of dispensing (M4): how many, of which lot, and what in its place.
extension PharmacyScreen {
  /// The form that says how many of each item are dispensed: what is owed, or what is there of it.
  package func dispenseForm(_ queued: QueuedPrescription, _ preparation: Preparation) -> ActForm {
    let (session, number) = (session, queued.prescription.number)
    let items = preparation.items.filter { $0.owed > 0 }
    var rows: [[FormField]] = []
    for (place, item) in items.enumerated() { rows += fields(of: item, at: place) }
    if items.contains(where: \.isControlled) { rows += SignatureFields.rows(required: false) }
    let form = Form.single(
      "dispense", "Dispense Rx \(number)", heading: "DISPENSE RX \(number)", rows: rows, moment: session.moment)
    var act = ActForm(
      .dispense, subject: queued.id, form, doing: "Dispense", about: session.banner(of: queued.patient.id),
      reading: Self.items(queued, controlled: preparation) + items.map(stockLine)
    ) { form in
      try PharmacyService(session).dispense(
        queued.id, items.enumerated().map { Self.entry($1, at: $0, in: form) }, signedBy: form.secondSignature)
    }
    act.keepsAlive = keepingClaim(of: queued)
    return act
  }

  /// What is prescribed; first what a second person signs for.
  private static func items(_ queued: QueuedPrescription, controlled preparation: Preparation) -> [DetailLine] {
    let controlled = Set(
      preparation.items.indices.filter { preparation.items[$0].isControlled && preparation.items[$0].owed > 0 })
    let lines = queued.prescription.items.enumerated().map { place, item in
      DetailLine(controlled.contains(place) ? "Sign for" : "Prescribed", item.inOneLine)
    }
    return controlled.sorted().map { lines[$0] } + lines.indices.filter { !controlled.contains($0) }.map { lines[$0] }
  }

  private func fields(of item: DispenseItem, at place: Int) -> [[FormField]] {
    let session = session
    let lots = FieldLookup(
      noun: "lot", allowsOtherText: true,
      choices: item.lots.map {
        FieldChoice($0.number, value: $0.id.text, detail: "\($0.quantity) to \($0.expires)\(Self.shelf(of: $0))")
      })
    let others = FieldLookup(noun: "medicine") { typed in
      ((try? MedicationService(session).search(typed, limit: 60).medications) ?? [])
        .map { FieldChoice($0.medication.title, value: $0.id.text) }
    }
    return [
      [.text(FormField.ID("item\(place)"), "Item", width: 58, text: item.title).readOnly()],
      [
        .text(
          FormField.ID("quantity\(place)"), "Quantity", required: true, width: 7, limit: 7, hint: "of \(item.owed)",
          text: "\(min(item.owed, item.available))", reader: .number(0...10_000)),
        .lookup(
          FormField.ID("lot\(place)"), "Lot", lots, width: 18, limit: 60, hint: "none: first to expire",
          help:
            "The lot in your hand, scanned or typed whole; F4 lists those that can be given out. Empty takes the lot "
            + "that expires first."),
      ],
      [
        .lookup(
          FormField.ID("instead\(place)"), "Instead", others, width: 46, limit: 200, hint: "F4; none: as prescribed",
          help: "Another medicine that is given in its place. What speaks against it is looked up.")
      ],
      [
        .text(
          FormField.ID("reason\(place)"), "Why", width: 46, limit: SafeText.lineLimit, hint: "where another is given",
          reader: .line())
      ],
    ]
  }

  /// What the fields of an item say. A lot that was typed is taken by its number, so that one that has expired is named in
  /// the refusal.
  private static func entry(_ item: DispenseItem, at place: Int, in form: Form) -> DispenseEntry {
    func field(_ name: String) -> FormField.ID { FormField.ID("\(name)\(place)") }
    let typed = (try? SafeText.line(form.text(field("lot")), limit: 60)) ?? ""
    let chosen = form[field("lot")]?.chosen.flatMap { $0.title == typed ? $0.value : nil }
    let instead = form.value(field("instead")).flatMap { $0.isEmpty ? nil : MedicationID($0) }
    let lot = instead == nil ? chosen : nil
    return DispenseEntry(
      item.id, Int(form.text(field("quantity"))) ?? 0, instead: instead, because: form.text(field("reason")),
      from: lot.map { StockLotID($0) }, numbered: lot == nil ? typed : "")
  }

  private func stockLine(_ item: DispenseItem) -> DetailLine {
    let warning = warning(of: item)
    let lot = item.lots.first.map { "lot \($0.number) to \($0.expires)\(Self.shelf(of: $0)) goes first\(warning)" }
    return DetailLine(
      "Stock", "\(item.title): \(item.available) there, \(item.owed) owed; \(lot ?? "none that may be given out")",
      item.available < item.owed || !warning.isEmpty ? .waiting : .plain)
  }

  /// What has to be known of the lot that goes first, as the end of a sentence; empty for nothing.
  func warning(of item: DispenseItem) -> String {
    let today = session.workplace.localTime.date(of: now)
    return item.lots.first.flatMap { item.warning(of: $0, on: today) }.map { "; \($0)" } ?? ""
  }

  private static func shelf(of lot: StockLot) -> String { lot.shelf.isEmpty ? "" : ", shelf \(lot.shelf)" }
}

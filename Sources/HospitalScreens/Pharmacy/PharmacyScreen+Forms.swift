import HospitalDomain
import HospitalServices

/// The forms of verifying and dispensing.
extension PharmacyScreen {
  /// What a pharmacist looks at before verifying and dispensing.
  package func preparation(of id: String) throws -> Preparation { try PharmacyService(session).preparation(of: id) }

  /// The form in which a pharmacist writes why a prescription is right although something serious speaks against it; with a
  /// second person's signature where it must not be without one. Nil where nothing serious does.
  package func verifyForm(_ queued: QueuedPrescription, _ preparation: Preparation) -> ActForm? {
    guard let worst = preparation.report.worst, worst.needsReason else { return nil }
    let (session, number) = (session, queued.prescription.number)
    var rows: [[FormField]] = []
    rows.append([
      .text("reason", "Right because", required: true, width: 58, limit: SafeText.lineLimit, reader: .line())
    ])
    if worst.needsSignature { rows.append(contentsOf: Self.signature(required: true)) }
    let form = Form.single(
      "verify", "Verify Rx \(number)", heading: "VERIFY RX \(number) NEVERTHELESS", rows: rows, moment: session.moment)
    return ActForm(
      .verifyNevertheless, subject: queued.id, form, about: session.banner(of: queued.patient.id),
      reading: Self.items(queued) + Self.checkLines(preparation.report, atMost: .max)
    ) { form in
      try PharmacyService(session).verify(
        queued.id, because: form.text("reason"), signedBy: Self.signature(in: form))
    }
  }

  private static func items(_ queued: QueuedPrescription) -> [DetailLine] {
    queued.prescription.items.enumerated().map { place, item in
      DetailLine(place == 0 ? "Prescribed" : " ", "\(item.medication), \(item.dose), \(item.frequency)")
    }
  }

  /// The form that says how many of each item are dispensed: what is owed, or what is there of it.
  package func dispenseForm(_ queued: QueuedPrescription, _ preparation: Preparation) -> ActForm {
    let (session, number) = (session, queued.prescription.number)
    let items = preparation.items.filter { $0.owed > 0 }
    var rows: [[FormField]] = []
    for (place, item) in items.enumerated() {
      let lot = item.lots.first
      let from = lot.map { "lot \($0.number), to \($0.expires)\($0.shelf.isEmpty ? "" : ", shelf \($0.shelf)")" }
      rows.append([
        .text(FormField.ID("item\(place)"), "Item", width: 58, text: item.title).readOnly()
      ])
      rows.append([
        .text(
          FormField.ID("quantity\(place)"), "Quantity", required: true, width: 7, limit: 6,
          hint: "of \(item.owed) owed, \(item.available) there; \(from ?? "none that may be given out")",
          text: "\(min(item.owed, item.available))",
          reader: .number(0...10_000))
      ])
    }
    if items.contains(where: \.isControlled) { rows.append(contentsOf: Self.signature(required: false)) }
    let form = Form.single(
      "dispense", "Dispense Rx \(number)", heading: "DISPENSE RX \(number)", rows: rows, moment: session.moment)
    return ActForm(
      .dispense, subject: queued.id, form, about: session.banner(of: queued.patient.id)
    ) { form in
      let entries = items.enumerated().map { place, item in
        DispenseEntry(item.id, Int(form.text(FormField.ID("quantity\(place)"))) ?? 0)
      }
      return try PharmacyService(session).dispense(queued.id, entries, signedBy: Self.signature(in: form))
    }
  }

  private static func signature(required: Bool) -> [[FormField]] {
    [
      [
        .text("username", "Second person", required: required, width: 22, limit: 60, hint: "user name: two people sign")
      ],
      [.secret("password", "Their password", width: 22, limit: PasswordRule.longest)],
    ]
  }

  private static func signature(in form: Form) -> SecondSignature? {
    guard form["username"] != nil else { return nil }
    return SecondSignature(username: form.text("username"), password: form["password"]?.text ?? "")
  }
}

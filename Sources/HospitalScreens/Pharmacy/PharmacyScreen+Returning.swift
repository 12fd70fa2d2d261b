import HospitalDomain
import HospitalServices

/// The form of putting back on the shelf what was dispensed (M4).
extension PharmacyScreen {
  /// The form that says how many of each lot go back: all, unless another number is typed.
  package func putBackForm(_ queued: QueuedPrescription, _ preparation: Preparation) -> ActForm {
    let (session, number, out) = (session, queued.prescription.number, preparation.dispensed)
    let rows: [[FormField]] = out.enumerated().flatMap { place, lot in
      [
        [
          .text(
            FormField.ID("lot\(place)"), "Lot", width: 58, text: "\(lot.lotNumber), \(lot.title), \(lot.quantity) out"
          ).readOnly()
        ],
        [
          .text(
            FormField.ID("quantity\(place)"), "Back", required: true, width: 7, limit: 7,
            text: "\(lot.quantity)", reader: .number(0...10_000))
        ],
      ]
    }
    let reason = FormField.text(
      "reason", "Reason", required: true, width: 46, limit: SafeText.lineLimit, hint: "why it comes back",
      reader: .line())
    let controlled = Set(preparation.items.filter(\.isControlled).map(\.id))
    let signature = out.contains { controlled.contains($0.item) } ? SignatureFields.rows(required: false) : []
    let form = Form.single(
      "putBack", "Put back Rx \(number)", heading: "BACK TO THE SHELF, RX \(number)",
      rows: rows + [[reason]] + signature,
      moment: session.moment)
    var act = ActForm(
      .putBack, subject: queued.id, form, doing: "Put back", about: session.banner(of: queued.patient.id),
      reading: Self.left(queued, preparation)
        + [DetailLine("Charge", "what was charged is cancelled; what stays out is charged again")]
    ) { form in
      let entries = out.enumerated().map { place, lot in
        ReturnEntry(lot.item, from: lot.lot, Int(form.text(FormField.ID("quantity\(place)"))) ?? 0)
      }
      return try PharmacyService(session).putBack(
        queued.id, entries, because: form.text("reason"), signedBy: form.secondSignature)
    }
    act.keepsAlive = keepingClaim(of: queued)
    return act
  }

  /// What has to be thought of where the medicine has left the pharmacy.
  private static func left(_ queued: QueuedPrescription, _ preparation: Preparation) -> [DetailLine] {
    let out = preparation.dispensed.reduce(0) { $0 + $1.quantity }
    let gone = out - preparation.prepared.reduce(0) { $0 + $1.quantity }
    guard queued.work.stage == .handedOver || gone > 0 else { return [] }
    return [
      DetailLine(
        "Handed over",
        (gone < out ? "some of it was: " : "")
          + "take back only packs that are whole and were kept as they must be; write the rest off",
        .alert)
    ]
  }
}

import HospitalDomain
import HospitalServices

/// The forms of verifying and dispensing.
extension PharmacyScreen {
  /// What a pharmacist looks at before verifying and dispensing.
  package func preparation(of id: String) throws -> Preparation { try PharmacyService(session).preparation(of: id) }

  /// What is read before a prescription is verified that nothing serious speaks against: whom it is for, their allergies as
  /// they stand now, what was found, and what is prescribed.
  package mutating func verifyLines(_ queued: QueuedPrescription, _ preparation: Preparation) -> [String] {
    // Somebody may have recorded one since the prescription was first looked at.
    allergies[queued.patient.id] = nil
    let allergies = allergyLine(of: queued.patient)
    let controlled = Set(preparation.items.indices.filter { preparation.items[$0].isControlled })
    let items = queued.prescription.items.enumerated().map { place, item in
      item.inOneLine + (controlled.contains(place) ? "; controlled, two people sign for it" : "")
    }
    let report = preparation.checks.report ?? CheckReport()
    let found = report.findings.prefix(5).map(\.sentence)
    let more = report.findings.count - found.count
    return [patientLine(queued), "\(allergies.caption): \(allergies.text)"]
      + (report.isClear ? ["Nothing speaks against it."] : report.gaps.map(\.sentence)) + found
      + (more > 0 ? ["And \(more) more: i shows them."] : []) + [""] + items
  }

  /// Whom a prescription is for, in one line of a box that asks about it.
  package func patientLine(_ queued: QueuedPrescription) -> String {
    let patient = queued.patient
    return "\(session.listed(patient.name))   born \(patient.birthDate)   \(patient.number)"
  }

  /// The form in which a pharmacist writes why a prescription is right although something serious speaks against it; with a
  /// second person's signature where it must not be without one. Nil where nothing serious does.
  package func verifyForm(_ queued: QueuedPrescription, _ preparation: Preparation) -> ActForm? {
    guard let report = preparation.checks.report, let worst = report.worst, worst.needsReason else { return nil }
    let (session, number) = (session, queued.prescription.number)
    var rows: [[FormField]] = []
    rows.append([
      .text("reason", "Right because", required: true, width: 58, limit: SafeText.lineLimit, reader: .line())
    ])
    if worst.needsSignature { rows += SignatureFields.rows(required: true) }
    let form = Form.single(
      "verify", "Verify Rx \(number)", heading: "VERIFY RX \(number) NEVERTHELESS", rows: rows, moment: session.moment)
    var act = ActForm(
      .verifyNevertheless, subject: queued.id, form, doing: "Verify", about: session.banner(of: queued.patient.id),
      reading: Self.reading(queued, report) + Self.passedLines(preparation.checks)
    ) { form in
      try PharmacyService(session).verify(
        queued.id, because: form.text("reason"), signedBy: form.secondSignature,
        having: Set(report.findings.map(\.asRead)))
    }
    act.keepsAlive = keepingClaim(of: queued)
    return act
  }

  /// What is read before it is verified nevertheless: first what a second person signs for, with dose and frequency, then
  /// what else speaks against it, and what is prescribed besides.
  private static func reading(_ queued: QueuedPrescription, _ report: CheckReport) -> [DetailLine] {
    let signed = report.findings.filter(\.level.needsSignature)
    let named = Set(signed.flatMap(\.items))
    let others = items(queued).enumerated().filter { !named.contains($0.offset) }.map(\.element)
    let rest = CheckReport(findings: report.findings.filter { !$0.level.needsSignature }, gaps: report.gaps)
    return SignatureReading.lines(report) + (rest.isClear ? [] : checkLines(rest, atMost: .max)) + others
  }

  /// Keeps what a form is about in the hand of who works in it: a form above the queue must not let the claim end.
  func keepingClaim(of queued: QueuedPrescription) -> @Sendable () -> Void {
    let session = session
    return { try? PharmacyService(session).renewClaims(of: [queued.id]) }
  }

  /// What goes over the counter now, item by item, for the box that asks: what is prepared, and what stays owed.
  package func handOverLines(_ queued: QueuedPrescription, _ preparation: Preparation) -> [String] {
    let now = preparation.prepared.map { "\($0.title): \($0.quantity) now" }
    let owed = DispenseRule.owed(preparation.items, giving: [])
    return now + (owed.isEmpty ? [] : [owed + "."])
  }

  static func items(_ queued: QueuedPrescription) -> [DetailLine] {
    queued.prescription.items.map { DetailLine("Prescribed", $0.inOneLine) }
  }
}

import PaperKit

/// The discharge summary of a stay as a document (A4, I5).
package struct DischargePaper {
  private let checkOut: CheckOut
  private let allergies: AllergyStatus
  private let issue: PaperIssue

  /// The paper of a check-out, with what is known of the patient's allergies.
  package init(_ checkOut: CheckOut, allergies: AllergyStatus, issue: PaperIssue) {
    self.checkOut = checkOut
    self.allergies = allergies
    self.issue = issue
  }

  /// The document.
  ///
  /// - Throws: a refusal while no discharge is ordered.
  package func document() throws(Refusal) -> PaperDocument {
    guard let order = checkOut.order else { throw .noDischargeSummary(checkOut.patient.name) }
    let notice: [PaperBlock] =
      checkOut.stamp(.exit) == nil && !order.isDeath ? [.notice(text: "The patient has not left yet.")] : []
    return issue.document(
      "Discharge summary", number: Self.number(checkOut),
      notice + [
        .facts(items: checkOut.patient.paperFacts + stay(order)), .heading(text: "Diagnosis"),
        .paragraph(text: order.diagnosis), .heading(text: "Summary"), .paragraph(text: order.summary),
      ] + signature)
  }

  /// The number that it has: the patient's.
  package static func number(_ checkOut: CheckOut) -> String { "\(checkOut.patient.number)" }

  private func stay(_ order: DischargeOrder) -> [PaperFact] {
    let rooms = checkOut.stays.map { "\($0.roomNumber) (\($0.department))" }
    return [
      PaperFact("Sex", checkOut.patient.sex.title), PaperFact("Allergies", "\(allergies)"),
      PaperFact("Admitted", issue.date(checkOut.admission.admittedAt)),
      PaperFact("Because of", checkOut.admission.complaint), PaperFact("Rooms", rooms.joined(separator: ", ")),
      PaperFact("Doctor", checkOut.doctor.listed),
      PaperFact("Died", order.diedAt.map { issue.clock.text($0) } ?? ""),
      PaperFact("Left", order.isDeath ? "" : issue.date(checkOut.admission.dischargedAt)),
      PaperFact("Goes to", order.isDeath ? "" : (checkOut.admission.disposition ?? order.disposition).title),
    ].filter { !$0.value.isEmpty }
  }

  private var signature: [PaperBlock] {
    guard let stamp = checkOut.stamp(.order) else { return [] }
    return [.paragraph(text: "Ordered by \(stamp.by) on \(issue.clock.text(stamp.at)).")]
  }
}

extension Refusal {
  /// There is nothing to print yet.
  package static func noDischargeSummary(_ patient: PersonName) -> Refusal {
    Refusal(
      code: "paper.noSummary",
      sentence: "There is no discharge summary of \(patient.listed) yet; a doctor orders the discharge first (o).")
  }
}

import HospitalDomain
import HospitalRecords

/// The list of interactions that prescriptions are checked against (M3).
package struct MedicationKnowledgeService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// Takes a list over in place of the one that was there; all of it or nothing.
  ///
  /// - Returns: what was done, as a sentence without its full stop.
  @discardableResult
  package func take(_ knowledge: MedicationKnowledge, from file: String) throws -> String {
    let subject = AuditSubject(kind: "interactions", id: file)
    return try session.perform(.importInteractions, on: subject, as: .update) { records in
      guard !knowledge.lines.isEmpty, !knowledge.substances.isEmpty else { throw Refusal.noInteractions }
      try records.medicationKnowledge.replace(with: knowledge)
      return "\(Listing.count(knowledge.lines.count, "interaction")) between "
        + "\(Listing.count(knowledge.substances.count, "substance")) are known now"
    }
  }
}

/// When two records of one person may be made one (P2, HL7 A40). A merge is a link that can be undone, so that it goes
/// one step only: no record that takes part in a merge is merged away again.
package enum MergeRule {
  /// Refuses a merge of a record with itself, of a record that was merged already, of one that others were merged into,
  /// of two records that are both admitted, and of one that is admitted and one that has died.
  /// - Parameter hasMerged: whether other records were merged into the duplicate.
  package static func check(
    _ duplicate: PatientStanding, hasMerged: Bool, into survivor: PatientStanding
  ) throws(Refusal) {
    guard duplicate.number != survivor.number else { throw .mergeWithItself(duplicate.number) }
    if let into = duplicate.mergedInto { throw .patientMerged(duplicate.name, into: into) }
    if let into = survivor.mergedInto { throw .patientMerged(survivor.name, into: into) }
    if hasMerged { throw .mergeChain(duplicate.number) }
    if let one = duplicate.currentRoom, let two = survivor.currentRoom { throw .bothAdmitted(one, two) }
    if duplicate.isDeceased || survivor.isDeceased, let room = duplicate.currentRoom ?? survivor.currentRoom {
      throw .deadAndAdmitted(room)
    }
  }
}

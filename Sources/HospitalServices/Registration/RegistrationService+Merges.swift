import HospitalDomain
import HospitalRecords

extension RegistrationService {
  /// Merges a record that was made twice into the one that survives (P2, HL7 A40). Nothing moves: the survivor shows what is
  /// on both, and undoing the merge restores both exactly.
  package func merge(_ duplicate: PatientID, into survivor: PatientID, because reason: String) throws -> DoneAct {
    let words = try WrittenReason.read(reason, to: "merge two records")
    let (sentence, merge) = try session.perform(
      .mergePatients, on: Self.subject(duplicate), as: .update, because: words
    ) { records in
      let (source, target) = (try records.patientStanding(duplicate), try records.patientStanding(survivor))
      let hasMerged = try !records.merges.merged(into: duplicate).isEmpty
      try MergeRule.check(source, hasMerged: hasMerged, into: target)
      let merge = try records.merges.merge(duplicate, into: survivor, because: words)
      try records.patients.renew(survivor, because: "\(source.number) merged: \(words)")
      return ("\(source.name.listed) \(source.number) is merged into \(target.name.listed) \(target.number)", merge)
    }
    return DoneAct(sentence) { session in
      try RegistrationService(session).undoMerge(merge, of: duplicate, because: "undo")
    }
  }

  /// Undoes a merge; both records are then as they were, with what was recorded on each since.
  ///
  /// - Parameter duplicate: the record that was merged away.
  package func undoMerge(_ id: MergeID, of duplicate: PatientID, because reason: String) throws -> DoneAct {
    let words = try WrittenReason.read(reason, to: "undo a merge")
    let line = try session.perform(.mergePatients, on: Self.subject(duplicate), as: .update, because: words) {
      records in
      guard let line = try records.merges.merge(id), line.duplicate.id == duplicate else { throw Refusal.mergeUndone }
      guard try records.merges.undo(id, because: words) else { throw Refusal.mergeUndone }
      try records.patients.renew(line.survivor.id, because: "\(line.duplicate.number) apart again: \(words)")
      return line
    }
    return DoneAct("\(line.duplicate.number) and \(line.survivor.number) are two records again") { session in
      try RegistrationService(session).merge(duplicate, into: line.survivor.id, because: line.reason)
    }
  }
}

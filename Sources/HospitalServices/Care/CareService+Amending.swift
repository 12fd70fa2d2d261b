import HospitalDomain
import HospitalRecords

/// What becomes of an entry after it was written (B10, B11).
extension CareService {
  /// Amends a consultation as a new version.
  ///
  /// - Parameters:
  ///   - version: the version that the change began from.
  ///   - reason: why; never empty.
  /// - Throws: why it cannot be amended any more, or not by this person; `Refusal.changedMeanwhile` when there is a newer
  ///   version: `conflict(over:from:)` shows it.
  package func amend(
    _ id: ConsultationID, from version: Int, to entry: ConsultationEntry, because reason: String
  ) throws -> DoneAct {
    try amend(.consultation(id), from: version, because: reason) {
      try entry.check()
    } with: { records, words, why in
      guard try records.consultations.one(id)?.words != words else { return nil }
      return try records.consultations.amend(id, from: version, to: words, because: why)
    }
  }

  /// Amends a nurse's note as a new version; see `amend(_:from:to:because:)` of a consultation.
  package func amend(
    _ id: NursingNoteID, from version: Int, to note: String, because reason: String
  ) throws -> DoneAct {
    try amend(.nursingNote(id), from: version, because: reason) {
      try WrittenNote.read(note)
    } with: {
      records, text, why in
      guard try records.nursingNotes.one(id)?.text != text else { return nil }
      return try records.nursingNotes.amend(id, from: version, to: text, because: why)
    }
  }

  private func amend<Words>(
    _ entry: ClinicalEntry, from version: Int, because reason: String, _ read: () throws -> Words,
    with write: (Records, Words, String) throws -> Bool?
  ) throws -> DoneAct {
    let subject = try subject(of: entry, for: Self.permission(toWrite: entry))
    let words = try read()
    let why = try WrittenReason.read(reason, to: "amend what was written")
    let isChanged = try session.perform(Self.permission(toWrite: entry), on: subject, as: .update, because: why) {
      records in
      let standing = try expected(entry, in: records).standing
      try AmendmentWindow.check(entry, standing, by: session.account.id, at: records.now, clock: clock)
      guard standing.version == version else { throw Refusal.changedMeanwhile }
      guard let isWritten = try write(records, words, why) else { return false }
      if !isWritten { throw Refusal.changedMeanwhile }
      return true
    }
    return DoneAct(isChanged ? "The \(entry.noun) is amended" : "Nothing was changed of the \(entry.noun)")
  }

  /// Strikes an entry out; it stays readable, with who, when and why.
  package func strikeOut(_ entry: ClinicalEntry, from version: Int, because reason: String) throws -> DoneAct {
    let permission = Self.permission(toWrite: entry)
    let subject = try subject(of: entry, for: permission)
    let why = try WrittenReason.read(reason, to: "strike it out")
    return try session.perform(permission, on: subject, as: .update, because: why) { records in
      let standing = try expected(entry, in: records).standing
      try AmendmentWindow.check(entry, standing, by: session.account.id, at: records.now, clock: clock)
      if case .prescription(let id) = entry, try records.clinicalEntries.isHandedOver(id) {
        throw Refusal.prescriptionHandedOver
      }
      guard standing.version == version, try records.clinicalEntries.strikeOut(entry, from: version, because: why)
      else {
        throw Refusal.changedMeanwhile
      }
      return DoneAct("The \(entry.noun) is struck out; it stays readable")
    }
  }

  /// Adds to an entry, at any time, by any who may write one. Throws `InvalidEntry` for `text`.
  package func add(_ text: String, to entry: ClinicalEntry) throws -> DoneAct {
    let permission = Self.permission(toWrite: entry)
    let subject = try subject(of: entry, for: permission)
    let words = try WrittenNote.read(text)
    return try session.perform(permission, on: subject, as: .create) { records in
      let standing = try expected(entry, in: records).standing
      if let refusal = AmendmentWindow.addendumRefusal(of: entry, standing, clock: clock) { throw refusal }
      try records.clinicalEntries.add(words, to: entry)
      return DoneAct("The addendum to the \(entry.noun) is written")
    }
  }

  /// The permission to write an entry of that kind, to amend and strike out one's own, and to add to anybody's.
  package static func permission(toWrite entry: ClinicalEntry) -> Permission {
    switch entry {
    case .consultation: .writeConsultation
    case .nursingNote: .writeNote
    case .prescription: .writeConsultation
    }
  }

  /// What an act on an entry is done to; who may not do it is refused.
  private func subject(of entry: ClinicalEntry, for permission: Permission) throws -> AuditSubject {
    try session.prepare(permission, on: { $0 }) { records in
      AuditSubject(kind: entry.kind, id: entry.id, patient: try expected(entry, in: records).patient)
    }
  }

  private func expected(
    _ entry: ClinicalEntry, in records: Records
  ) throws -> (patient: PatientID, standing: EntryStanding) {
    switch entry {
    case .consultation(let id):
      if let found = try records.consultations.one(id) { return (found.patient, found.standing) }
    case .nursingNote(let id):
      if let found = try records.nursingNotes.one(id) { return (found.patient, found.standing) }
    case .prescription(let id):
      if let found = try records.clinicalEntries.prescription(id) { return found }
    }
    throw Refusal.noSuchEntry
  }
}

import HospitalDomain
import HospitalServices

/// What can be done to the consultations, notes and prescriptions of a record (B11).
extension PatientRecordScreen {
  /// The consultation of an entry, if it is one on this record.
  package func consultation(_ entry: ClinicalEntry) -> Consultation? {
    record.consultations?.first { $0.entry == entry }
  }

  /// The nurse's note of an entry, if it is one on this record.
  package func note(_ entry: ClinicalEntry) -> NursingNote? { record.notes?.first { $0.entry == entry } }

  /// The entry of an identifier on this record, as a draft names it.
  package func entry(_ id: String?) -> ClinicalEntry? {
    sections.flatMap(\.lines).compactMap { line in
      if case .entry(let entry) = line.subject, entry.id == id { entry } else { nil }
    }.first
  }

  /// Who wrote an entry, and what became of it.
  package func standing(of entry: ClinicalEntry) -> EntryStanding? {
    if case .prescription(let id) = entry { return record.prescriptionStandings[id] }
    return consultation(entry)?.standing ?? note(entry)?.standing
  }

  /// Whether this person's role writes entries of that kind.
  package func mayWrite(_ entry: ClinicalEntry) -> Bool { refusal(of: CareService.permission(toWrite: entry)) == nil }

  /// Why this person may not amend an entry, or strike it out; nil while they may.
  package func amendmentRefusal(of entry: ClinicalEntry) -> String? {
    if let refusal = refusal(of: CareService.permission(toWrite: entry)) { return refusal }
    if record.prescriptions.contains(where: { entry == .prescription($0.id) && $0.status == "completed" }) {
      return Refusal.prescriptionHandedOver.sentence
    }
    guard let standing = standing(of: entry), let account = desk.session?.account.id else {
      return Refusal.noSuchEntry.sentence
    }
    return AmendmentWindow.refusal(of: entry, standing, by: account, at: desk.now, clock: clock)?.sentence
  }

  /// Why this person may not add to an entry; nil if they may.
  package func addendumRefusal(of entry: ClinicalEntry) -> String? {
    if let refusal = refusal(of: CareService.permission(toWrite: entry)) { return refusal }
    guard let standing = standing(of: entry) else { return Refusal.noSuchEntry.sentence }
    return AmendmentWindow.addendumRefusal(of: entry, standing, clock: clock)?.sentence
  }

  /// What is struck out, and what follows, before the reason is asked for.
  package func strikeLines(_ entry: ClinicalEntry) -> [String] {
    guard let standing = standing(of: entry) else { return [] }
    return [
      "The \(entry.noun) of \(clock.text(standing.written.at)) by \(standing.written.by)",
      "stays readable, struck out with your name, the time and this reason.", "That is not undone.",
    ]
  }

  /// Strikes an entry out, and reads the record again.
  package mutating func strikeOut(_ entry: ClinicalEntry, because reason: String) throws -> RecordChange {
    guard let session = desk.session, let standing = standing(of: entry) else { throw Refusal.noSuchEntry }
    let act = try CareService(session).strikeOut(entry, from: standing.version, because: reason)
    try refresh()
    return RecordChange(act)
  }
}

import HospitalDomain
import HospitalRecords

extension RegistrationService {
  /// Changes a patient's details from a form as it was typed (P4).
  ///
  /// - Throws: `InvalidEntry` with every wrong field; otherwise as `update(_:from:to:because:)` of details.
  package func update(
    _ id: PatientID, from version: Int, to entry: PatientDetailsEntry, because reason: String
  ) throws -> DoneAct {
    try update(id, from: version, to: try entry.check(today: session.workplace.today), because: reason)
  }

  /// Changes a patient's details, as a new version (P4, B10). Allergies that are gone from them are struck out.
  ///
  /// - Parameters:
  ///   - version: the version that the change began from.
  ///   - reason: why; never empty.
  /// - Throws: `Refusal.changedMeanwhile` when there is a newer version: `conflict(over:from:mine:)` shows both.
  package func update(
    _ id: PatientID, from version: Int, to details: PatientDetails, because reason: String
  ) throws -> DoneAct {
    let words = try WrittenReason.read(reason, to: "change a record")
    let (former, isChanged) = try session.perform(.updatePatient, on: Self.subject(id), as: .update, because: words) {
      records in
      let former = try records.unmergedPatient(id)
      guard former.version == version else { throw Refusal.changedMeanwhile }
      guard former.details != details else { return (former, false) }
      try Self.change(former, to: details, because: words, in: records)
      return (former, true)
    }
    guard isChanged else { return DoneAct("Nothing was changed of \(former.details.name.listed)") }
    return DoneAct("The details of \(details.name.listed) are saved") { session in
      try RegistrationService(session).update(id, from: version + 1, to: former.details, because: "undo")
    }
  }

  /// An alias that is replaced by a name is no alias any more.
  private static func change(
    _ former: PatientRow, to details: PatientDetails, because reason: String, in records: Records
  ) throws {
    let pharmacy =
      try details.pharmacy == former.details.pharmacy
      ? former.pharmacy : records.pharmacyDirectory.expected(details.pharmacy)
    let isChanged = try records.patients.change(
      former, to: details, pharmacy: pharmacy,
      isUnidentified: former.isUnidentified && details.name == former.details.name, because: reason)
    guard isChanged else { throw Refusal.changedMeanwhile }
    try records.allergies.set(details.allergies, of: former.id, because: reason)
  }

  /// What somebody else changed since the edit of a patient's details began, beside what was typed.
  ///
  /// - Parameter version: the version that the edit began from.
  package func conflict(over id: PatientID, from version: Int, mine: PatientDetailsEntry) throws -> EditConflict {
    try session.open(.readPatient, of: id) { records in
      let now = try records.expectedPatient(id)
      let versions = try records.patients.versions(of: id)
      guard let newest = versions.first, let before = versions.first(where: { $0.version == version }) else {
        throw Refusal.noSuchPatient
      }
      let theirs = PatientDetailsEntry(now.details)
      let fields = PatientField.allCases.filter { field in
        theirs[field] != mine[field] && (field == .allergies || theirs[field] != before.details[field])
      }
      return EditConflict(
        theirs: now.details, version: now.version, changed: newest.recorded, reason: newest.reason,
        fields: fields.map {
          EditConflict.Field(field: $0, before: before.details[$0], theirs: theirs[$0], mine: mine[$0])
        })
    }
  }
}

extension Records {
  /// A patient who has to be there. Throws `Refusal.noSuchPatient` otherwise.
  func expectedPatient(_ id: PatientID) throws -> PatientRow {
    guard let row = try patients.row(id) else { throw Refusal.noSuchPatient }
    return row
  }

  /// A patient whose record was not merged away, as nothing is changed on one that was.
  func unmergedPatient(_ id: PatientID) throws -> PatientRow {
    let row = try expectedPatient(id)
    if let merge = try merges.merged(away: id) {
      throw Refusal.patientMerged(row.details.name, into: merge.survivor.number)
    }
    return row
  }
}

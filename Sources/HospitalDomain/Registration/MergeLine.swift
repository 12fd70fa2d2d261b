/// A patient as another record names one.
package struct PatientReference: Hashable, Sendable {
  /// The record's identifier.
  package let id: PatientID
  /// The record's number.
  package let number: HospitalNumber
  /// The name on the record.
  package let name: PersonName

  /// What the records tell of it.
  package init(id: PatientID, number: HospitalNumber, name: PersonName) {
    self.id = id
    self.number = number
    self.name = name
  }
}

/// A record that was merged into another, and is still.
package struct MergeLine: Hashable, Sendable, Identifiable {
  /// The merge's identifier.
  package let id: MergeID
  /// The record that was merged away.
  package let duplicate: PatientReference
  /// The record that it was merged into.
  package let survivor: PatientReference
  /// Who merged the records, and when.
  package let merged: Recorded
  /// Why they are one person, as it was written.
  package let reason: String

  /// What the records tell of it.
  package init(id: MergeID, duplicate: PatientReference, survivor: PatientReference, merged: Recorded, reason: String) {
    self.id = id
    self.duplicate = duplicate
    self.survivor = survivor
    self.merged = merged
    self.reason = reason
  }
}

/// A patient's details as they stand now.
package struct PatientRow: Hashable, Sendable, Identifiable {
  /// The patient's identifier.
  package let id: PatientID
  /// The patient's number.
  package let number: HospitalNumber
  /// The version that this is, from 1.
  package let version: Int
  /// The details, with the allergies of the records merged into this one.
  package let details: PatientDetails
  /// The pharmacy that the patient named; nil for none.
  package let pharmacy: PharmacyID?
  /// Whether the name is an alias, because nobody knows who it is.
  package let isUnidentified: Bool
  /// Who registered the patient, and when.
  package let registered: Recorded
  /// When the patient died; nil for somebody who has not.
  package let diedAt: Timestamp?

  /// What the records tell of it.
  package init(
    id: PatientID, number: HospitalNumber, version: Int, details: PatientDetails, pharmacy: PharmacyID?,
    isUnidentified: Bool, registered: Recorded, diedAt: Timestamp?
  ) {
    self.id = id
    self.number = number
    self.version = version
    self.details = details
    self.pharmacy = pharmacy
    self.isUnidentified = isUnidentified
    self.registered = registered
    self.diedAt = diedAt
  }
}

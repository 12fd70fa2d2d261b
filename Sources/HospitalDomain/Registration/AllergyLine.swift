/// An allergy as it stands on a record, struck out or not.
package struct AllergyLine: Hashable, Sendable, Identifiable {
  /// The entry's identifier.
  package let id: AllergyID
  /// The record that it was entered on: the patient's own, or one merged into it.
  package let patient: PatientID
  /// What to, and what happens.
  package let entry: AllergyEntry
  /// `unknown`, `mild`, `moderate` or `severe`.
  package let severity: String
  /// Who recorded it, and when.
  package let recorded: Recorded
  /// Who struck it out, and when; nil while it holds.
  package let struckOut: Recorded?
  /// Why it was struck out; empty while it holds.
  package let strikeReason: String

  /// What the records tell of it.
  package init(
    id: AllergyID, patient: PatientID, entry: AllergyEntry, severity: String, recorded: Recorded, struckOut: Recorded?,
    strikeReason: String
  ) {
    self.id = id
    self.patient = patient
    self.entry = entry
    self.severity = severity
    self.recorded = recorded
    self.struckOut = struckOut
    self.strikeReason = strikeReason
  }

  /// Whether it stood on the record at a time.
  package func holds(at time: Timestamp) -> Bool { recorded.at <= time && (struckOut.map { $0.at > time } ?? true) }
}

/// A record on file that may be of the same person, and why (P2).
package struct LikelyDuplicate: Hashable, Sendable, Identifiable {
  /// Who is on file.
  package let patient: FoundPatient
  /// How alike the two are, and the reasons in words.
  package let match: DuplicateMatch

  /// What the records tell of it.
  package init(patient: FoundPatient, match: DuplicateMatch) {
    self.patient = patient
    self.match = match
  }

  package var id: PatientID { patient.id }
}

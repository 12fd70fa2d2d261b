/// What to show when somebody else changed a patient's details meanwhile: both values of each field, side by side. Nothing
/// that was typed is lost; the choice is saved with `RegistrationService.update(_:from:to:because:)` from their version.
package struct EditConflict: Hashable, Sendable {
  /// The details as they stand now.
  package let theirs: PatientDetails
  /// The version that they stand at, from which the choice is saved.
  package let version: Int
  /// Who changed them last, and when.
  package let changed: Recorded
  /// Why they were changed last.
  package let reason: String
  /// The fields that were changed meanwhile and are not as I typed them, in the order of the form; the allergies always if
  /// they differ, so that none is struck out unseen.
  package let fields: [Field]

  /// What the records tell of it.
  package init(theirs: PatientDetails, version: Int, changed: Recorded, reason: String, fields: [Field]) {
    self.theirs = theirs
    self.version = version
    self.changed = changed
    self.reason = reason
    self.fields = fields
  }

  /// One field with its three values, as the form writes them.
  package struct Field: Hashable, Sendable {
    /// The field that both have changed.
    package let field: PatientField
    /// What it held when the edit began.
    package let before: String
    /// What it holds now.
    package let theirs: String
    /// What was typed.
    package let mine: String

    /// What the records tell of it.
    package init(field: PatientField, before: String, theirs: String, mine: String) {
      self.field = field
      self.before = before
      self.theirs = theirs
      self.mine = mine
    }
  }

  /// What to save if both are to stand: the newest details, with the fields that only I changed as I typed them.
  package func merging(_ mine: PatientDetailsEntry, changedFrom before: PatientDetailsEntry) -> PatientDetailsEntry {
    var merged = PatientDetailsEntry(theirs)
    for field in PatientField.allCases
    where mine[field] != before[field] && !fields.contains(where: { $0.field == field }) {
      merged[field] = mine[field]
    }
    return merged
  }
}

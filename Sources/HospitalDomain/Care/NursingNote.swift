/// A nurse's note about a patient (C3).
package struct NursingNote: Hashable, Sendable, Identifiable {
  package let id: NursingNoteID
  /// Whose record it stands on.
  package let patient: PatientID
  /// The admission during which it was written; nil for a patient in no room.
  package let admission: AdmissionID?
  /// What it says; several lines.
  package let text: String
  /// Who wrote it, and what became of it.
  package let standing: EntryStanding

  /// What the records tell of it.
  package init(
    id: NursingNoteID, patient: PatientID, admission: AdmissionID?, text: String, standing: EntryStanding
  ) {
    self.id = id
    self.patient = patient
    self.admission = admission
    self.text = text
    self.standing = standing
  }

  /// What it is among clinical entries.
  package var entry: ClinicalEntry { .nursingNote(id) }
}

/// The text of a note or an addendum, as it was typed.
package enum WrittenNote {
  /// The text as it is stored. Throws `InvalidEntry` for the field `text`.
  package static func read(_ typed: String) throws(InvalidEntry) -> String {
    do throws(Misentry) {
      let text = try SafeText.note(typed)
      guard !text.isEmpty else { throw Misentry("write what is to be read here") }
      return text
    } catch {
      throw InvalidEntry(problems: [error.at("text")])
    }
  }
}

extension FormName {
  /// A new consultation; its subject is the patient.
  package static let consultation: FormName = "care.consultation"
  /// An amendment of a consultation; its subject is the patient, a stroke, and the entry.
  package static let amendedConsultation: FormName = "care.consultation.amend"
  /// A new nurse's note; its subject is the patient.
  package static let nursingNote: FormName = "care.note"
  /// An amendment of a nurse's note; its subject is the patient, a stroke, and the entry.
  package static let amendedNote: FormName = "care.note.amend"
  /// An addendum; its subject is the patient, a stroke, and the entry.
  package static let addendum: FormName = "care.addendum"
  /// Why an entry is struck out; its subject is the patient, a stroke, and the entry.
  package static let struckEntry: FormName = "care.strike"

  /// The forms of this area.
  package static let care: [FormName] = [
    consultation, amendedConsultation, nursingNote, amendedNote, addendum, struckEntry,
  ]
}

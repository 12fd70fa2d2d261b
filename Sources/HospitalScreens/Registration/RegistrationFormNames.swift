extension FormName {
  /// A new patient.
  package static let newPatient: FormName = "registration"
  /// Why a patient who looks like one on file is somebody else.
  package static let somebodyElse: FormName = "registration.somebodyElse"
  /// Somebody whose name nobody knows.
  package static let unidentified: FormName = "unidentified"
  /// A change of a patient's details; its subject is the patient.
  package static let details: FormName = "details"
  /// What is known of a patient's allergies; its subject is the patient.
  package static let allergies: FormName = "allergies"
  /// Why two records are of one person; its subject is the record that is given up, a stroke, and the one that stays.
  package static let merge: FormName = "merge"
  /// Why a merge is undone; its subject is the record that is open, a stroke, and the one that was given up.
  package static let parting: FormName = "merge.undo"

  /// The forms of this area.
  package static let registration: [FormName] = [
    newPatient, somebodyElse, unidentified, details, allergies, merge, parting,
  ]
}

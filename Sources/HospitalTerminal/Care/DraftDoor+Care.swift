import HospitalDomain
import HospitalScreens

extension DraftDoor {
  /// Consultations, nurses' notes and what is added to them, over the record that they stand on.
  static let care = DraftDoor(forms: FormName.care) { asks, draft, desk in
    guard let patient = draft.subjectParts.first else { throw Refusal.draftIsHomeless }
    var pane = try PatientRecordPane(PatientID(patient), desk: desk)
    try pane.goOn(withCare: draft)
    asks.push(pane)
  }
}

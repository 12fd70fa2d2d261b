import HospitalDomain
import HospitalScreens

extension DraftDoor {
  /// Registering, and everything about one record.
  static let registration = DraftDoor(forms: FormName.registration) { asks, draft, desk in
    switch draft.name {
    case .newPatient: asks.push(NewPatientPane(desk: desk, draft: draft))
    case .unidentified: asks.push(UnidentifiedPane(desk: desk, draft: draft))
    case .somebodyElse:
      // The reason belongs to a registration, which is a draft of its own.
      guard let form = desk.draft(of: .newPatient, id: draft.subject) else { throw Refusal.draftIsHomeless }
      asks.push(NewPatientPane(desk: desk, draft: form))
      asks.note("What you typed is back. ^S asks again why it is somebody else, with what you wrote.")
    default:
      guard let patient = draft.subjectParts.first else { throw Refusal.draftIsHomeless }
      var pane = try PatientRecordPane(PatientID(patient), desk: desk)
      try pane.goOn(with: draft)
      asks.push(pane)
    }
  }
}

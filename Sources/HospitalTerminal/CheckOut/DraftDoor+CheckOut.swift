import HospitalDomain
import HospitalScreens

extension DraftDoor {
  /// The checklist of a check-out, with one of its forms or questions over it.
  static let checkOut = DraftDoor(forms: FormName.checkOut) { asks, draft, desk in
    guard let session = desk.session, let admission = draft.subjectParts.first else { throw Refusal.draftIsHomeless }
    var pane = CheckOutSheetPane(try CheckOutSheet(AdmissionID(admission), session: session), desk: desk)
    try pane.goOn(with: draft)
    asks.push(pane)
  }
}

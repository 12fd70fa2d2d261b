import HospitalDomain
import HospitalScreens

extension DraftDoor {
  /// The queue of the pharmacy, with one of its questions over it.
  static let pharmacy = DraftDoor(forms: FormName.pharmacy) { asks, draft, desk in
    guard let session = desk.session, let id = draft.subjectParts.first else { throw Refusal.draftIsHomeless }
    var pane = PharmacyPane(PharmacyScreen(session: session), desk: desk)
    try pane.goOn(with: draft, about: id)
    asks.push(pane)
  }
}

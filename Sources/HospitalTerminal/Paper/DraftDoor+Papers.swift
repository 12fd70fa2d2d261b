import HospitalDomain
import HospitalScreens

extension DraftDoor {
  /// The form that prints.
  static let papers = DraftDoor(forms: FormName.paper) { asks, draft, desk in
    guard let session = desk.session else { throw Refusal.draftIsHomeless }
    asks.push(PrintPane(try PrintForm(of: draft, session: session), desk: desk))
  }
}

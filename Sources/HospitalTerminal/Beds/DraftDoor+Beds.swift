import HospitalDomain
import HospitalScreens

extension DraftDoor {
  /// The board, with one of its forms over it.
  static let beds = DraftDoor(forms: FormName.beds) { asks, draft, desk in
    guard let session = desk.session else { throw Refusal.draftIsHomeless }
    var screen = BedBoardScreen(session: session, desk: desk)
    let form = try screen.open(draft)
    asks.open(2, pushing: BedsPane(screen, desk: desk, goingOn: (form, draft)))
  }
}

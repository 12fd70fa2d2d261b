import HospitalDomain
import HospitalScreens

extension DraftDoor {
  /// The forms of the board.
  static let beds = DraftDoor(forms: FormName.beds) { asks, draft, desk in asks.pushBoard(going: draft, at: desk) }
}

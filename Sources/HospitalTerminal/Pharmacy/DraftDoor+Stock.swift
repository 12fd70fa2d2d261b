import HospitalDomain
import HospitalScreens

extension DraftDoor {
  /// Medications and stock, with a form or a question over the list.
  static let stock = DraftDoor(forms: FormName.stock) { asks, draft, desk in
    guard let session = desk.session else { throw Refusal.draftIsHomeless }
    func push<Screen: DirectoryListing & ManagedDirectory>(_ screen: Screen) throws {
      var pane = DirectoryPane(screen, desk: desk)
      try pane.goOn(with: draft)
      asks.push(pane)
    }
    switch draft.name {
    default: try push(MedicationsScreen(session))
    }
  }
}

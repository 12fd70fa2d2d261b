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
    case .medication, FormName.medication.ending: try push(MedicationsScreen(session))
    case .supply, FormName.supply.ending: try push(SuppliesScreen(session))
    case .supplier, FormName.supplier.ending: try push(SuppliersScreen(session))
    case .pharmacyDetails, FormName.pharmacyDetails.ending: try push(PharmaciesScreen(session))
    case _ where FormName.orderActs.contains(draft.name):
      var pane = OrdersPane(OrdersScreen(session), desk: desk)
      try pane.goOn(with: draft)
      asks.push(pane)
    default:
      var pane = StockPane(StockScreen(session), desk: desk)
      try pane.goOn(with: draft)
      asks.push(pane)
    }
  }
}

import HospitalDomain
import HospitalScreens

extension DraftDoor {
  /// The lists of the hospital's own affairs, each with a form or a question over it.
  static let staff = DraftDoor(forms: FormName.staff.filter { !FormName.secret.contains($0) }) { asks, draft, desk in
    guard let session = desk.session else { throw Refusal.draftIsHomeless }
    func push<Screen: DirectoryListing & ManagedDirectory>(_ screen: Screen) throws {
      var pane = DirectoryPane(screen, desk: desk)
      try pane.goOn(with: draft)
      asks.push(pane)
    }
    switch draft.name {
    case .department, FormName.department.ending: try push(DepartmentsScreen(session))
    case .room, FormName.room.ending: try push(RoomsScreen(session))
    case .doctor, FormName.doctor.ending: try push(EmployeesScreen(.doctor, session))
    case .staffMember, FormName.staffMember.ending: try push(EmployeesScreen(.staff, session))
    case .price, FormName.price.ending: try push(PricesScreen(session))
    case .rate, FormName.rate.ending: try push(RatesScreen(session))
    default: try push(AccountsScreen(session))
    }
  }
}

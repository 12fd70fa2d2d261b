import HospitalDomain
import HospitalScreens

extension TestHospital {
  /// A terminal at which somebody of this role sits. Drafts are kept beside the screen only where the database is a file.
  package func desk(_ role: Role, terminal: String = "test") -> Desk {
    let desk = Desk(workplace: workplace, terminal: terminal) {}
    desk.begin(session(role, terminal: terminal))
    return desk
  }
}

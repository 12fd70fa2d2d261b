import HospitalDomain
import HospitalScreens
import TerminalKit

/// Where the queue of prescriptions stands among the tabs.
extension MainMenu {
  /// The queue of prescriptions, for those who may see it.
  static func pharmacyTabs(_ desk: Desk) -> [ShellTab] {
    guard desk.may(.seePrescriptions), let session = desk.session else { return [] }
    return [ShellTab(6, "Pharmacy") { PharmacyPane(PharmacyScreen(session: session), desk: desk) }]
  }
}

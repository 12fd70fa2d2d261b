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

  /// What cannot wait at the pharmacy, behind the name of its tab: `!2`.
  static func badge(of tab: TabNumber, at desk: Desk) -> String {
    guard tab == 6, let pressing = desk.pressing, pressing > 0 else { return "" }
    return "!\(pressing)"
  }
}

extension NewsTopic {
  /// Prescriptions changed; the payload is a `PharmacyNews`.
  package static let prescriptions: NewsTopic = "prescriptions"
  /// Stock was moved or ordered.
  package static let stock: NewsTopic = "stock"
}

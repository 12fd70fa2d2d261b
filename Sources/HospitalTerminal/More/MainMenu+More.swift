import HospitalDomain
import HospitalScreens
import TerminalKit

/// Where the menu of everything else stands among the tabs.
extension MainMenu {
  /// Departments, rooms, people, accounts and the audit trail, for those who may see any of them.
  static func moreTabs(_ desk: Desk) -> [ShellTab] {
    MorePlace.open(to: desk).isEmpty ? [] : [ShellTab(8, "More") { MorePane(desk: desk) }]
  }
}

import HospitalDomain
import HospitalScreens
import TerminalKit

extension EmployeesScreen: DirectoryListing {
  package static let commands = DirectoryPane<EmployeesScreen>.managing(
    DirectoryKeys(
      area: "people", new: "Add somebody…", change: ("Change what is kept of them…", "Change…"),
      end: ("left", [.function(9), "D"], "They have left the hospital…", "Left…")))

  package static let columns: [TableColumn<EmployeeLine>] = [
    TableColumn("NUMBER", width: .fixed(7)) { $0.number },
    TableColumn("NAME", width: .flexible(16)) { $0.name },
    TableColumn("DOES", width: .flexible(20)) { $0.occupation },
    TableColumn("DEPARTMENT", width: .flexible(14)) { $0.department },
    TableColumn("TELEPHONE", width: .fixed(13), rank: 1) { $0.telephone },
  ]
}

import HospitalDomain
import HospitalScreens
import TerminalKit

extension DepartmentsScreen: DirectoryListing {
  package static let commands = DirectoryPane<DepartmentsScreen>.managing(
    DirectoryKeys(
      area: "departments", new: "Add a department…", change: ("Change the department…", "Change…"),
      end: ("retire", [.function(9), "D"], "Retire the department…", "Retire…")))

  package static let columns: [TableColumn<DepartmentCensus>] = [
    TableColumn("NO", width: .fixed(4), align: .right) { "\($0.department.number)" },
    TableColumn("DEPARTMENT", width: .flexible(20)) { $0.department.name },
    TableColumn("ROOMS", width: .fixed(5), align: .right) { "\($0.rooms)" },
    TableColumn("PEOPLE", width: .fixed(6), align: .right) { "\($0.people)" },
    TableColumn("MEANT FOR", width: .fixed(9)) { $0.department.genderRule.title },
  ]
}

import HospitalDomain
import HospitalScreens
import TerminalKit

extension DepartmentsScreen: DirectoryListing {
  package static let commands = DirectoryPane<DepartmentsScreen>.managing(
    DirectoryKeys(
      area: "departments", new: "Add a department…", change: ("Change the department…", "Change…"),
      end: ("retire", [.function(9), "D"], "Retire the department…", "Retire…")),
    more: [
      Command(
        "departments.restrict", keys: ["R"], title: "Restrict the records of its patients, or lift that…",
        hint: "Restrict…", disabled: { $0.screen.restrictRefusal ?? $0.rowRefusal }
      ) { $0.restrict() }
    ])

  package static let columns: [TableColumn<DepartmentCensus>] = [
    TableColumn("NO", width: .fixed(4), align: .right) { "\($0.department.number)" },
    TableColumn("DEPARTMENT", width: .flexible(20)) { $0.department.name },
    TableColumn("ROOMS", width: .fixed(5), align: .right) { "\($0.rooms)" },
    TableColumn("PEOPLE", width: .fixed(6), align: .right) { "\($0.people)" },
    TableColumn("MEANT FOR", width: .fixed(9)) { $0.department.genderRule.title },
    TableColumn("RECORDS", width: .fixed(10), role: { $0.isRestricted ? .messageWarn : nil }) {
      $0.isRestricted ? "restricted" : "open"
    },
  ]
}

extension DirectoryPane<DepartmentsScreen> {
  /// Asks for the reason, then restricts the records of everybody who lies there, or lifts that (H6).
  fileprivate mutating func restrict() {
    guard let row = selectedRow else { return }
    let question = screen.restricting(row)
    askReasonUnkept(
      ReasonQuestion(title: question.title, lines: question.lines, keep: "Leave it", act: question.act),
      about: "directory"
    ) { pane, reason in
      pane.asks.ok(try pane.screen.restrict(row, because: reason))
      pane.refresh()
    }
  }
}

import HospitalDomain
import HospitalScreens
import TerminalKit

extension AccountsScreen: DirectoryListing {
  package static let commands = DirectoryPane<AccountsScreen>.managing(
    DirectoryKeys(
      area: "accounts", new: "Add an account…", change: ("Give the account another role…", "Role…"),
      end: ("lock", ["l"], "Lock the account, or unlock it…", "Lock/unlock…")),
    more: [
      Command(
        "accounts.password", keys: ["p"], title: "Give the account another password…", hint: "Password…",
        disabled: { $0.screen.manageRefusal ?? $0.rowRefusal }
      ) { pane in
        if let row = pane.selectedRow { pane.open(pane.screen.passwordForm(of: row)) }
      },
      Command(
        "accounts.secondStep", keys: ["x"], title: "Take away a second step that was lost…", hint: "Second step…",
        disabled: { $0.screen.manageRefusal ?? $0.rowRefusal }
      ) { pane in
        if let row = pane.selectedRow { pane.open(pane.screen.secondStepForm(of: row)) }
      },
      Command(
        "accounts.employee", keys: ["w"], title: "Say whose account it is…", hint: "Whose…",
        disabled: { pane in
          pane.screen.manageRefusal ?? pane.rowRefusal
            ?? pane.selectedRow.flatMap { pane.screen.employeeRefusal(of: $0) }
        }
      ) { pane in
        if let row = pane.selectedRow { pane.open(pane.screen.employeeForm(of: row), changing: row) }
      },
    ],
    changeRefusal: { pane in
      pane.screen.manageRefusal ?? pane.rowRefusal ?? pane.selectedRow.flatMap { pane.screen.roleRefusal(of: $0) }
    })

  package static let columns: [TableColumn<Account>] = [
    TableColumn("USER", width: .flexible(12)) { $0.username },
    TableColumn("NAME", width: .flexible(18)) { $0.fullName },
    TableColumn("ROLE", width: .fixed(15)) { $0.role.title },
    TableColumn("EMPLOYEE", width: .fixed(8), rank: 1) { $0.employeeNumber ?? "" },
    TableColumn("STATE", width: .fixed(6), role: { $0.maySignIn ? nil : .messageWarn }) {
      $0.standingTitle
    },
  ]

  package static func mark(of row: Account) -> RowMark { row.maySignIn ? .none : .wrong }
}

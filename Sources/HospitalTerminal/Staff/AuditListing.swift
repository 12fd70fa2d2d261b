import HospitalDomain
import HospitalScreens
import TerminalKit

extension AuditScreen: DirectoryListing {
  package static let commands: [Command<DirectoryPane<AuditScreen>>] =
    Command.motions(\.list) + [
      Command(
        "audit.show", keys: [.enter], title: "Show all of the entry", hint: "Show", isMotion: true,
        disabled: { $0.rowRefusal }
      ) { $0.showEntry() }
    ] + DirectoryPane<AuditScreen>.listKeys("audit") { $0.refresh() }

  package static let columns: [TableColumn<Line>] = [
    TableColumn("WHEN", width: .fixed(16)) { $0.when },
    TableColumn("WHO", width: .flexible(9)) { $0.who },
    TableColumn("TERMINAL", width: .fixed(10), rank: 2) { $0.terminal },
    TableColumn("DID", width: .fixed(8), role: { $0.isRefused ? .messageWarn : nil }) { $0.action },
    TableColumn("WHAT", width: .flexible(16)) { $0.what },
    TableColumn("REASON", width: .flexible(10), rank: 1) { $0.reason },
  ]

  package static func mark(of row: Line) -> RowMark { row.isRefused ? .wrong : .none }
}

extension DirectoryPane<AuditScreen> {
  fileprivate mutating func showEntry() {
    if let line = selectedRow { show(TextPage(title: "Entry \(line.id)", lines: line.details.styled)) }
  }
}

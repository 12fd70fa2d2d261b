import HospitalDomain
import HospitalScreens
import TerminalKit

/// One line of the list of everything that has no tab of its own.
package struct MoreEntry {
  /// What it is: `Rooms`.
  package let title: String
  /// What is done there, in a few words.
  package let detail: String
  /// Opens it.
  package let open: (inout Asks) -> Void

  /// A line that opens a pane.
  package init(_ title: String, _ detail: String, pane: @escaping () -> some Pane) {
    self.title = title
    self.detail = detail
    open = { $0.push(pane()) }
  }
}

/// Everything that has no tab of its own: an area that is added appends its lines in `MainMenu.moreEntries`.
package struct MorePane: Pane {
  package var asks = Asks()
  private var list = TableState()
  private let entries: [MoreEntry]

  /// The list of these lines.
  package init(_ entries: [MoreEntry]) {
    self.entries = entries
    list = TableState(count: entries.count)
  }

  package static let keyTable: [Command<MorePane>] =
    Command.motions(\.list) + [
      Command("more.open", keys: [.enter], title: "Open", hint: "Open", isMotion: true) { $0.open() }
    ]

  package var title: String { "More" }

  package mutating func draw(on canvas: inout Canvas) {
    Table<MoreEntry>(
      [
        TableColumn("PANE", width: .fixed(18)) { $0.title },
        TableColumn("WHAT IS DONE THERE", width: .flexible(30), role: { _ in .hint }) { $0.detail },
      ], empty: "Nothing more for your role."
    ).draw(entries, state: &list, on: &canvas)
  }

  private mutating func open() {
    if let place = list.selected { entries[place].open(&asks) }
  }
}

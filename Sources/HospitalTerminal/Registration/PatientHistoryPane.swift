import HospitalDomain
import HospitalScreens
import TerminalKit

/// Every version of a patient's details (B10): what changed, when, by whom and why.
package struct PatientHistoryPane: Pane {
  package static let keyTable: [Command<PatientHistoryPane>] =
    Command.motions(\.list) + [
      Command("history.show", keys: [.enter], title: "Show the version", hint: "Show") { $0.showLine() }
    ]

  package var asks = Asks()
  private var list: TableState
  let screen: PatientRecordScreen

  /// The history of a record that is open.
  package init(_ screen: PatientRecordScreen) {
    self.screen = screen
    list = TableState(count: screen.record.versions.count)
  }

  package var title: String { "Record · history" }
  package var context: StyledText { StyledText(screen.banner) }
  package var hasDetail: Bool { true }

  package mutating func draw(on canvas: inout Canvas) {
    let detail = canvas.screen.columns >= 120 ? 0 : canvas.rows / 2
    canvas.within(Area(column: 0, row: 0, columns: canvas.columns, rows: canvas.rows - detail)) {
      drawVersions(on: &$0)
    }
    guard detail > 0 else { return }
    canvas.rule(row: canvas.rows - detail)
    canvas.within(
      Area(column: 1, row: canvas.rows - detail + 1, columns: canvas.columns - 1, rows: detail - 1)
    ) { drawLines(on: &$0) }
  }

  package mutating func drawDetail(on canvas: inout Canvas) { drawLines(on: &canvas) }

  private var lines: [String] {
    guard let row = list.selected else { return [] }
    return screen.record.versions[row].lines(clock: screen.clock)
  }

  private func drawLines(on canvas: inout Canvas) {
    canvas.writeWrapped(lines)
  }

  private mutating func drawVersions(on canvas: inout Canvas) {
    let clock = screen.clock
    Table<PatientVersion>(
      [
        TableColumn("V", width: .fixed(3), align: .right) { "\($0.version)" },
        TableColumn("WHEN", width: .fixed(16)) { clock.text($0.recorded.at) },
        TableColumn("BY", width: .flexible(14)) { $0.recorded.by },
        TableColumn("WHAT, AND WHY", width: .flexible(18)) { $0.summary },
      ], empty: ""
    ).draw(screen.record.versions, state: &list, on: &canvas)
  }

  private mutating func showLine() {
    guard !lines.isEmpty else { return }
    show(TextPage(title: "Version", lines: lines.map { StyledText($0) }))
  }
}

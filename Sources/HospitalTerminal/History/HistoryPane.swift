import HospitalDomain
import HospitalScreens
import TerminalKit

/// Every version of a record, newest first: what changed, when, by whom and why (B10); f shows one field alone.
package struct HistoryPane: Pane {
  package static let keyTable: [Command<HistoryPane>] =
    Command.motions(\.list) + [
      Command(
        "history.show", keys: [.enter], title: "Show the whole version", hint: "Show all of it",
        disabled: { $0.selected == nil ? "No version is shown." : nil }
      ) { $0.showVersion() },
      Command(
        "history.field", keys: ["f", .function(4)], title: "Show the changes of one field alone…", hint: "Field…",
        disabled: { $0.screen.fields.isEmpty ? "No field was ever changed." : nil }
      ) { $0.chooseField() },
    ]

  package var asks = Asks()
  private var list: TableState
  private var screen: HistoryScreen

  /// The pane of a history that was read.
  package init(_ screen: HistoryScreen) {
    self.screen = screen
    list = TableState(count: screen.versions.count)
  }

  package var title: String { "History" }
  package var hasDetail: Bool { true }

  package func context(columns: Int) -> StyledText {
    screen.banner.map { StyledText($0, columns: columns) } ?? StyledText(screen.summary, .caption)
  }

  /// A field that was chosen is let go first.
  package mutating func back() -> Bool {
    guard screen.field != nil else { return false }
    show(nil)
    return true
  }

  package mutating func draw(on canvas: inout Canvas) {
    if canvas.lacksContextRow, let banner = screen.banner {
      canvas.drawBanner(banner) { drawBody(on: &$0, heading: 1) }
    } else {
      drawBody(on: &canvas, heading: screen.banner == nil && !canvas.lacksContextRow ? 0 : 1)
    }
  }

  /// - Parameter heading: how many rows say what it is the history of, where the row above does not.
  private mutating func drawBody(on canvas: inout Canvas, heading: Int) {
    if heading > 0 { canvas.write(screen.summary, column: 1, row: 0, role: .caption, limit: canvas.columns - 1) }
    let detail = canvas.screen.columns >= 120 ? 0 : canvas.rows / 2
    let rows = canvas.rows - detail - heading
    canvas.within(Area(column: 0, row: heading, columns: canvas.columns, rows: rows)) { drawVersions(on: &$0) }
    guard detail > 0 else { return }
    canvas.rule(row: canvas.rows - detail)
    canvas.within(
      Area(column: 1, row: canvas.rows - detail + 1, columns: canvas.columns - 1, rows: detail - 1)
    ) { drawDetail(on: &$0) }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    canvas.writeWrapped(selected.map { screen.lines(of: $0) } ?? [])
  }

  private var selected: RecordVersion? {
    list.selected.flatMap { screen.versions.indices.contains($0) ? screen.versions[$0] : nil }
  }

  private mutating func drawVersions(on canvas: inout Canvas) {
    let screen = screen
    Table<RecordVersion>(
      [
        TableColumn("V", width: .fixed(3), align: .right) { "\($0.number)" },
        TableColumn("WHEN", width: .fixed(16)) { screen.clock.text($0.recorded.at) },
        TableColumn("BY", width: .flexible(14)) { $0.recorded.by },
        TableColumn("WHAT, AND WHY", width: .flexible(24)) { screen.summary(of: $0) },
      ], empty: "Nothing is kept of it."
    ).draw(screen.versions, state: &list, on: &canvas)
  }

  private mutating func showVersion() {
    guard let version = selected else { return }
    show(TextPage(title: "Version \(version.number)", lines: screen.wholeLines(of: version).map { StyledText($0) }))
  }

  private mutating func chooseField() {
    let fields = screen.fields
    let choices =
      [PickQuestion.Choice("All fields")]
      + fields.map { field in
        let count = screen.history.versions.filter { $0.changes.contains { $0.caption == field } }.count
        return PickQuestion.Choice(field, detail: "changed \(Listing.count(count, "time"))")
      }
    let selected = screen.field.flatMap { fields.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    pick(PickQuestion(title: "Changes of", choices: choices, selected: selected)) { pane, choice in
      pane.show(choice == 0 ? nil : fields[choice - 1])
    }
  }

  private mutating func show(_ field: String?) {
    screen.show(field)
    list = TableState(count: screen.versions.count)
  }
}

extension Asks {
  /// Opens the history of a record over this pane, or says why it cannot be read.
  mutating func pushHistory(of record: VersionedRecord, at desk: Desk) {
    do {
      push(HistoryPane(try HistoryScreen(record, desk: desk)))
    } catch {
      sayProblem(error, subject: "history")
    }
  }
}

import HospitalDomain
import HospitalScreens
import TerminalKit

/// The Invoices tab: what is open, what was paid, and the sums of what is shown (I2), to be read. Enter opens the record
/// of the patient.
package struct InvoicesPane: NarrowingPane {
  package static let keyTable: [Command<InvoicesPane>] =
    Command.motions(\.list) + [
      Command(
        "invoices.open", keys: [.enter], title: "Open the patient's record", hint: "Record",
        disabled: { $0.refusal(or: $0.screen.openRefusal) }
      ) { $0.openRecord() },
      Command(
        "invoices.lines", keys: ["v"], title: "Show lines and payments", hint: "Lines",
        disabled: { $0.refusal(or: nil) }
      ) { $0.showLines() },
      Command(
        "invoices.states", keys: ["s"], title: "Show the next states: open, draft, …", hint: "State", isMotion: true
      ) { $0.change { $0.screen.nextChoice() } },
      Command("invoices.statesBack", keys: ["S"], title: "Show the states before", isMotion: true) {
        $0.change { $0.screen.nextChoice(by: -1) }
      },
    ] + listKeys("invoices") { $0.refresh() }

  package var asks = Asks()
  package var list = TableState()
  private var screen: InvoicesScreen
  private let desk: Desk

  /// The pane of the invoices.
  package init(_ screen: InvoicesScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list.rowsChanged(count: screen.list.shown.count)
  }

  package var rows: NarrowedList<InvoiceRow> {
    get { screen.list }
    set { screen.list = newValue }
  }

  package var commands: [Command<InvoicesPane>] { holdsText ? Self.filterKeys : Self.keyTable }
  package var title: String { "Invoices" }
  package var filterHint: String { "number, name, state" }
  package var hasDetail: Bool { true }

  package var context: StyledText {
    var text = StyledText("Filter: ", .caption)
    text.add(screen.filterTitle)
    text.add("   \(screen.summary)", .hint)
    return text
  }

  package mutating func appear() { refresh() }

  package mutating func showAll() -> Bool { screen.showAll() }

  package mutating func draw(on canvas: inout Canvas) {
    Self.draw(filter: rows.entry, hint: filterHint, on: &canvas) {
      InvoiceTable.table.draw(rows.shown, state: &list, on: &$0)
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    guard let row = selectedRow else { return }
    screen.detail(of: row).draw(on: &canvas, more: "v")
  }

  private func refusal(or other: String?) -> String? {
    selectedRow == nil ? "No invoice is shown; Esc shows all of them." : other
  }

  private mutating func openRecord() {
    if let row = selectedRow { asks.pushRecord(row.listed.patient.id, at: desk) }
  }

  private mutating func showLines() {
    guard let row = selectedRow else { return }
    show(TextPage(title: row.number, lines: screen.detail(of: row).styled))
  }

  private mutating func refresh() {
    change { $0.screen.refresh() }
    if let problem = screen.problem { asks.error(problem.sentence, subject: "invoices") } else { asks.mend("invoices") }
  }
}

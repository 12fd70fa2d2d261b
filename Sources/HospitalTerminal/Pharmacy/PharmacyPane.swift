import HospitalDomain
import HospitalScreens
import TerminalKit

/// The Pharmacy tab: the queue of prescriptions and all that is known of the one with the focus (M1), to be read. It is read
/// again each minute. Enter opens the record of the patient.
package struct PharmacyPane: NarrowingPane, HistoryKeeping {
  package static let keyTable: [Command<PharmacyPane>] =
    Command.motions(\.list) + [
      Command(
        "pharmacy.open", keys: [.enter], title: "Open the patient's record", hint: "Record",
        disabled: { $0.refusal(or: $0.screen.openRefusal) }
      ) { $0.openRecord() },
      Command(
        "pharmacy.show", keys: ["v"], title: "Show all of the prescription", hint: "Show",
        disabled: { $0.refusal(or: nil) }
      ) { $0.showAllOfIt() },
    ] + [historyKey("pharmacy")] + listKeys("pharmacy") { $0.refresh() }

  package var asks = Asks()
  package var list = TableState()
  private var screen: PharmacyScreen
  private let desk: Desk

  /// The pane of the queue.
  package init(_ screen: PharmacyScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list.rowsChanged(count: screen.list.shown.count)
  }

  package var rows: NarrowedList<QueuedPrescription> {
    get { screen.list }
    set { screen.list = newValue }
  }

  package var commands: [Command<PharmacyPane>] { holdsText ? Self.filterKeys : Self.keyTable }
  package var historyDesk: Desk { desk }
  package var recordWithHistory: VersionedRecord? {
    selectedRow.map { VersionedRecord(.prescription, $0.prescription.id) }
  }
  package var title: String { "Pharmacy" }
  package var filterHint: String { "number, name, medicine, stat, hold" }
  package var hasDetail: Bool { true }

  package var context: StyledText {
    var text = StyledText("Filter: ", .caption)
    text.add(rows.filter.isEmpty ? "the whole queue" : rows.filter)
    text.add("   \(screen.summary)", .hint)
    return text
  }

  package mutating func appear() { refresh() }

  package mutating func tick(_ now: Int64) { refresh() }

  package mutating func draw(on canvas: inout Canvas) {
    Self.draw(filter: rows.entry, hint: filterHint, on: &canvas) { canvas in
      let isWide = canvas.columns < canvas.screen.columns
      let below = isWide || canvas.rows < 14 ? 0 : min(11, canvas.rows - 7)
      let upper = Area(column: 0, row: 0, columns: canvas.columns, rows: canvas.rows - below)
      if below > 0, let queued = selectedRow {
        canvas.rule(row: upper.rows)
        let lower = Area(column: 1, row: upper.rows + 1, columns: canvas.columns - 1, rows: below - 1)
        canvas.within(lower) { screen.detail(of: queued).draw(on: &$0, more: "v") }
      }
      canvas.within(upper) { PharmacyTable(screen, columns: $0.columns).table.draw(rows.shown, state: &list, on: &$0) }
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    guard let queued = selectedRow else { return }
    screen.detail(of: queued).draw(on: &canvas, more: "v")
  }

  private func refusal(or other: String?) -> String? {
    selectedRow == nil ? "Nothing is in the queue; r reads it again." : other
  }

  private mutating func openRecord() {
    if let queued = selectedRow { asks.pushRecord(queued.patient.id, at: desk) }
  }

  private mutating func showAllOfIt() {
    guard let queued = selectedRow else { return }
    show(TextPage(title: "Rx \(queued.prescription.number)", lines: screen.detail(of: queued).styled))
  }

  private mutating func refresh() {
    change { $0.screen.refresh() }
    if let problem = screen.problem { asks.error(problem.sentence, subject: "queue") } else { asks.mend("queue") }
  }
}

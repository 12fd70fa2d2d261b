import HospitalDomain
import HospitalScreens
import TerminalKit

/// The Pharmacy tab: the live queue of prescriptions and all that is known of the one with the focus (M1). Enter opens the
/// record of the patient.
package struct PharmacyPane: NarrowingPane, HistoryKeeping {
  package static let keyTable: [Command<PharmacyPane>] = table(acts + answers)
  /// The same for those who prescribe and do not work here: what they do stands first, where there is room for it.
  static let prescriberTable: [Command<PharmacyPane>] = table(answers + acts)

  private static func table(_ acts: [Command<PharmacyPane>]) -> [Command<PharmacyPane>] {
    let open: Command<PharmacyPane> = Command(
      "pharmacy.open", keys: [.enter], title: "Open the patient's record", hint: "Record",
      disabled: { $0.refusal(or: $0.screen.openRefusal) }
    ) { $0.openRecord() }
    let looking: [Command<PharmacyPane>] = [
      Command(
        "pharmacy.narrow", keys: ["f"], title: "Show only a state, a ward, a pharmacy…", hint: "Show…", section: .find,
        isMotion: true
      ) { $0.askWhatToShow() },
      Command(
        "pharmacy.show", keys: ["i"], title: "Show all of the prescription", hint: "All of it",
        disabled: { $0.refusal(or: nil) }
      ) { $0.showAllOfIt() },
    ]
    return Command.motions(\.list) + [open] + acts + looking + [historyKey("pharmacy")]
      + listKeys("pharmacy") { $0.refresh() }
  }

  package var asks = Asks()
  package var list = TableState()
  var screen: PharmacyScreen
  let desk: Desk
  private var isNew = true
  /// The prescription that was taken in hand for a question; nil for none, and for one that this person had in hand before.
  var takenToAsk: String?

  /// The pane of the queue.
  package init(_ screen: PharmacyScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list.rowsChanged(count: screen.list.shown.count)
  }

  package var rows: NarrowedList<QueuedPrescription> {
    get { screen.list }
    set { screen.takeList(newValue) }
  }

  package var commands: [Command<PharmacyPane>] {
    if holdsText { return Self.filterKeys }
    return screen.may(.answer) && !screen.may(.verify) ? Self.prescriberTable : Self.keyTable
  }
  package var historyDesk: Desk { desk }
  package var recordWithHistory: VersionedRecord? {
    selectedRow.map { VersionedRecord(.prescription, $0.prescription.id) }
  }
  package var title: String { "Pharmacy" }
  package var filterHint: String { "number, name, medicine, stat, hold" }
  package var wakesAt: Int64? { screen.wakesAt?.milliseconds }

  package func context(columns: Int) -> StyledText {
    guard !screen.isWhole else { return StyledText(screen.summary, .hint) }
    var text = StyledText("Filter: ", .caption)
    text.add(screen.choiceTitle)
    text.add("   \(screen.summary)", .hint)
    return text
  }

  package mutating func appear() {
    // The pane is made when it is first shown, and has just read the queue.
    defer { isNew = false }
    if !isNew || screen.problem != nil { refresh() }
  }

  package mutating func questionLeft() {
    guard let id = takenToAsk else { return }
    takenToAsk = nil
    screen.letGo(id)
    refresh(id)
  }

  package mutating func showAll() -> Bool { screen.showAll() }

  package mutating func receive(_ news: LiveNews) {
    guard news.topic == .prescriptions, let pharmacy: PharmacyNews = news.value() else { return }
    let selected = selectedRow?.id
    change { $0.screen.take(pharmacy, keeping: selected) }
    sayProblem()
  }

  package mutating func tick(_ now: Int64) {
    screen.renewClaims()
    change { $0.screen.tick() }
  }

  package mutating func draw(on canvas: inout Canvas) {
    Self.draw(filter: rows.entry, hint: filterHint, on: &canvas) { canvas in
      let parts = Self.parts(columns: canvas.columns, rows: canvas.rows)
      if let detail = parts.detail, let queued = selectedRow {
        if detail.row > 0 { canvas.rule(row: detail.row - 1) }
        canvas.within(detail) { screen.detail(of: queued).draw(on: &$0, more: "i", wraps: true) }
      }
      canvas.within(parts.list) {
        PharmacyTable(screen, columns: $0.columns).table.draw(rows.shown, state: &list, on: &$0)
      }
    }
  }

  /// Where the queue stands and where all that is known of the one with the focus: below it, so that names and medicines
  /// can be read to their end; beside it only where there is room for both.
  static func parts(columns: Int, rows: Int) -> (list: Area, detail: Area?) {
    if columns >= 170 {
      return (
        Area(column: 0, row: 0, columns: 100, rows: rows), Area(column: 102, row: 0, columns: columns - 102, rows: rows)
      )
    }
    guard rows >= 14 else { return (Area(column: 0, row: 0, columns: columns, rows: rows), nil) }
    let below = rows < 26 ? min(13, rows - 6) : rows * 45 / 100
    return (
      Area(column: 0, row: 0, columns: columns, rows: rows - below),
      Area(column: 1, row: rows - below + 1, columns: columns - 1, rows: below - 1)
    )
  }

  func refusal(or other: String?) -> String? {
    selectedRow == nil ? "Nothing is in the queue; r reads it again." : other
  }

  private mutating func openRecord() {
    if let queued = selectedRow { asks.pushRecord(queued.patient.id, at: desk) }
  }

  private mutating func showAllOfIt() {
    guard let queued = selectedRow else { return }
    show(TextPage(title: "Rx \(queued.prescription.number)", lines: screen.detail(of: queued, isWhole: true).styled))
  }

  private mutating func askWhatToShow() {
    let choices = screen.narrowings(at: desk)
    let place = choices.firstIndex(where: \.isChosen) ?? 0
    pick(
      PickQuestion(
        title: "Show", choices: choices.map { PickQuestion.Choice($0.title, detail: $0.isChosen ? "now" : "") },
        selected: place)
    ) { pane, number in pane.change { $0.screen.choose(choices[number]) } }
  }

  /// Reads the queue again; what is no longer in it goes.
  mutating func refresh() {
    change { $0.screen.refresh() }
    sayProblem()
  }

  /// Reads one prescription again, which this person just acted on; it stays under the cursor whatever became of it.
  mutating func refresh(_ id: String) {
    change { $0.screen.take(PharmacyNews(touched: [id]), keeping: id) }
    sayProblem()
  }

  private mutating func sayProblem() {
    if let problem = screen.problem { asks.error(problem.sentence, subject: "queue") } else { asks.mend("queue") }
  }
}

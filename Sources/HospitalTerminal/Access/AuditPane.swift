import HospitalDomain
import HospitalScreens
import TerminalKit

/// The audit trail, newest first, and as it grows (H5): all of it, or who looked at one patient's record.
package struct AuditPane: Pane {
  package var asks = Asks()
  var list = TableState()
  private(set) var screen: AuditScreen

  /// The pane of a trail.
  package init(_ screen: AuditScreen) {
    self.screen = screen
    list.rowsChanged(count: screen.lines.count)
  }

  package var title: String {
    switch screen.subject {
    case .everything: "Audit trail"
    case .patient: "Record · who looked"
    case .own: "Who looked"
    }
  }

  package func context(columns: Int) -> StyledText {
    if let banner { return StyledText(banner, columns: columns) }
    var text = StyledText("Filter: ", .caption)
    text.add(screen.narrowing.isEmpty ? "everything" : screen.narrowing)
    return text
  }

  package var hasDetail: Bool { true }
  package var commands: [Command<AuditPane>] { isOwn ? Self.ownKeys : Self.keyTable }

  /// Esc shows everything again, then goes back.
  package mutating func back() -> Bool {
    var isCleared = false
    change { isCleared = $0.showAll() }
    return isCleared
  }

  package mutating func receive(_ news: LiveNews) { change { $0.refresh() } }

  package mutating func handle(_ key: Key) -> Bool {
    guard case .mouse(let event) = key, list.take(event.act, line: event.point.row - 1) else { return false }
    settle()
    return true
  }

  /// Does something to the entries that are held; the focus stays on its entry.
  mutating func change(_ act: (inout AuditScreen) -> Void) {
    let before = screen.lines.map(\.id)
    act(&screen)
    list.rowsChanged(from: before, to: screen.lines.map(\.id))
    if let problem = screen.problem {
      asks.error(problem.sentence, subject: "audit")
    } else {
      asks.mend("audit")
    }
  }

  /// Reads the next page when the focus comes near the end of what is held, on either side.
  mutating func settle() {
    guard let selected = list.selected else { return }
    if selected >= screen.lines.count - list.visible { change { $0.readOn() } }
    if selected < list.visible, screen.hasNewer { change { $0.readBack() } }
  }

  mutating func goToNewest() {
    change { $0.readNewest() }
    list.select(0)
  }

  mutating func goToOldest() {
    change { $0.readOldest() }
    list.select(screen.lines.count - 1)
  }

  /// The entry with the focus.
  var selected: AuditLine? { list.selected.flatMap { screen.lines.indices.contains($0) ? screen.lines[$0] : nil } }

  mutating func showEntry() {
    guard let line = selected else { return }
    show(TextPage(title: "Entry", lines: details(of: line).styled))
  }

  private func details(of line: AuditLine) -> [DetailLine] {
    line.details(clock: screen.clock, forPatient: isOwn, listed: screen.session.listed)
  }

  var isOwn: Bool { if case .own = screen.subject { true } else { false } }

  mutating func openFilter() {
    push(AuditFilterPane(AuditFilterForm(screen)), for: AuditChoice.self) { $0.narrow(to: $1) }
  }

  /// Shows other entries, from the newest on.
  mutating func narrow(to choice: AuditChoice) {
    change { $0.narrow(to: choice) }
    list.select(0)
  }

  // MARK: Drawing

  package mutating func draw(on canvas: inout Canvas) {
    let narrowed = !screen.narrowing.isEmpty
    let empty = narrowed ? "Nothing in the trail is like this. Esc shows everything." : "Nothing was done yet."
    let table = Table(columns, empty: empty, mark: { $0.deed == .refused ? .wrong : .none })
    let (lines, note) = (screen.lines, screen.narrowing)
    func draw(_ list: inout TableState, on canvas: inout Canvas) {
      let rows = canvas.rows - (banner != nil && narrowed ? 1 : 0)
      canvas.within(Area(column: 0, row: 0, columns: canvas.columns, rows: rows)) {
        table.draw(lines, state: &list, on: &$0)
      }
      if rows < canvas.rows { canvas.write("Filter: \(note)", column: 1, row: rows, role: .hint) }
    }
    var state = list
    if let banner, canvas.lacksContextRow {
      canvas.drawBanner(banner) { draw(&state, on: &$0) }
    } else {
      draw(&state, on: &canvas)
    }
    list = state
  }

  /// Who the entries are about, where they are about one patient.
  private var banner: PatientBanner? {
    switch screen.subject {
    case .patient(let banner, _): banner
    case .own(let banner): banner
    case .everything: nil
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    if let line = selected { details(of: line).draw(on: &canvas, more: "Enter") }
  }

  private var columns: [TableColumn<AuditLine>] {
    let clock = screen.clock
    let when = TableColumn<AuditLine>("WHEN", width: .fixed(16)) { clock.text($0.entry.occurredAt) }
    let did = TableColumn<AuditLine>(
      "DID", width: .fixed(10), role: { $0.deed == .refused ? .messageWarn : nil }
    ) { $0.deed.title }
    let what = TableColumn<AuditLine>("WHAT", width: .flexible(18)) { $0.deedWords }
    if isOwn {
      return [
        when, TableColumn("WHO", width: .flexible(14)) { $0.who },
        TableColumn("ROLE", width: .fixed(13)) { $0.role?.title ?? "" }, did, what,
      ]
    }
    var columns = [when, TableColumn<AuditLine>("WHO", width: .flexible(9)) { $0.entry.actor }, did, what]
    if case .everything = screen.subject {
      let session = screen.session
      columns.append(TableColumn("PATIENT", width: .flexible(12)) { $0.patient.map { session.listed($0.name) } ?? "" })
    } else {
      columns.append(TableColumn("ROLE", width: .fixed(13), rank: 1) { $0.role?.title ?? "" })
    }
    return columns + [TableColumn("TERMINAL", width: .fixed(12), rank: 2) { $0.entry.terminal }]
  }
}

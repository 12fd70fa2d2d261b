import HospitalDomain
import HospitalScreens
import TerminalKit

/// The Patients tab: finds patients as fast as one types (P3). Enter opens the record; or, where another pane asked for
/// a patient, answers it with the one under the cursor.
package struct PatientSearchPane: Pane {
  package static let keyTable = keys(opens: "Open the record", hint: "Open")
  private static let choosingKeys = keys(opens: "Take this patient", hint: "Take")

  private static func keys(opens: String, hint: String) -> [Command<PatientSearchPane>] {
    Command.motions(\.list) + [
      Command(
        "patients.open", keys: [.enter], title: opens, hint: hint, section: .form,
        disabled: { $0.refusal }
      ) { $0.open() },
      Command("patients.clear", keys: [.control("u")], title: "Clear what was typed", hint: "Clear", section: .form) {
        $0.edit { $0.clear() }
      },
      Command("patients.deleteWord", keys: [.control("w")], title: "Delete the word before the cursor", section: .form)
      { $0.edit { $0.deleteWord() } },
      Command(
        "patients.area", keys: [.tab, .backTab], title: "Between the search and the list", hint: "List", section: .find
      ) { $0.isTyping.toggle() },
      Command("patients.search", keys: ["/"], title: "Type what to search for", hint: "Search", section: .find) {
        $0.isTyping = true
      },
      Command("patients.refresh", keys: [.function(5)], title: "Search again", section: .form) { $0.refresh() },
    ]
  }

  package var asks = Asks()
  private var list = TableState()
  private var screen: PatientSearchScreen
  private let desk: Desk
  /// Whether keys go to the search; in the list, digits are tabs and letters are commands.
  private var isTyping = true
  /// Whether the search was left and come back to: what is typed then is a new one, and does not go on with the old.
  private var isReturning = false
  /// What a patient is wanted for; empty where records are opened.
  private let purpose: String

  /// A search that opens records.
  package init(desk: Desk, typed: String = "") {
    self.desk = desk
    purpose = ""
    screen = PatientSearchScreen(desk: desk, typed: typed)
    list.rowsChanged(count: screen.patients.count)
  }

  /// A search for a patient that another pane wants: `Merge into`. It closes with a `FoundPatient`.
  package init(desk: Desk, choosingTo purpose: String, typed: String = "") {
    self.desk = desk
    self.purpose = purpose
    screen = PatientSearchScreen(desk: desk, typed: typed)
    list.rowsChanged(count: screen.patients.count)
  }

  package var commands: [Command<PatientSearchPane>] { purpose.isEmpty ? Self.keyTable : Self.choosingKeys }
  package var title: String { purpose.isEmpty ? "Patients" : "\(purpose) · which patient" }
  package func context(columns: Int) -> StyledText { StyledText(screen.summary, .hint) }
  package var holdsText: Bool { isTyping }

  package mutating func appear() {
    refresh()
    isReturning = !screen.typed.text.isEmpty
  }

  package mutating func handle(_ key: Key) -> Bool {
    guard isTyping else { return false }
    defer { isReturning = false }
    switch key {
    case .character, .paste: if isReturning { screen.edit { $0.clear() } }
    default: break
    }
    switch key {
    case .character(let character): edit { $0.type(String(character)) }
    case .paste(let text): edit { $0.insert(text) }
    case .backspace: edit { $0.backspace() }
    case .delete: edit { $0.delete() }
    case .left: edit { $0.left() }
    case .right: edit { $0.right() }
    default: return false
    }
    return true
  }

  package mutating func back() -> Bool {
    if !screen.typed.text.isEmpty {
      edit { $0.clear() }
      isTyping = true
      return true
    }
    guard isTyping, purpose.isEmpty else { return false }
    isTyping = false
    return true
  }

  package mutating func draw(on canvas: inout Canvas) {
    let end = canvas.write("Search ", column: 1, row: 0, role: .caption)
    let rest = Area(column: 0, row: 2, columns: canvas.columns, rows: canvas.rows - 2)
    if canvas.lacksContextRow { canvas.write(screen.summary, column: 1, row: 1, role: .hint) }
    canvas.within(rest) { PatientTable(screen).draw(state: &list, on: &$0) }
    TextField(
      text: screen.typed.text, caret: screen.typed.cursor, width: min(40, canvas.columns - 12), isFocused: isTyping
    ).draw(column: end, row: 0, on: &canvas, role: isTyping ? .fieldFocused : .field)
  }

  private var selected: FoundPatient? {
    list.selected.flatMap { screen.patients.indices.contains($0) ? screen.patients[$0] : nil }
  }

  /// Why Enter does nothing; nil when it does something.
  private var refusal: String? {
    if selected == nil { return "Nobody is found yet; type a part of the name, number or birth date." }
    return purpose.isEmpty ? screen.openRefusal?.sentence : nil
  }

  private mutating func edit(_ act: (inout TextEntry) -> Void) {
    let before = screen.typed.text
    screen.edit(act)
    if screen.typed.text != before { showFinds(selecting: 0) }
  }

  private mutating func refresh() {
    screen.refresh()
    showFinds(selecting: list.selected ?? 0)
  }

  private mutating func showFinds(selecting row: Int) {
    list.rowsChanged(count: screen.patients.count)
    list.select(row)
    if let problem = screen.problem { asks.error(problem.sentence, subject: "search") } else { asks.mend("search") }
  }

  private mutating func open() {
    guard let patient = selected else { return }
    if purpose.isEmpty {
      asks.pushRecord(patient.id, at: desk, named: screen.named(patient))
    } else {
      asks.close(answer: patient)
    }
  }
}

import HospitalDomain
import HospitalScreens
import TerminalKit

/// The Register tab: a new patient, an unidentified one, or a form that was left unfinished. Where nothing was left, the
/// form of a new patient opens by itself.
package struct RegisterPane: Pane {
  package static let keyTable: [Command<RegisterPane>] =
    Command.motions(\.list) + [
      Command("register.open", keys: [.enter], title: "Open the form", hint: "Open") { $0.openSelected() },
      Command(
        "register.new", keys: ["n"], title: "Register a new patient", hint: "New patient",
        disabled: { $0.start.refusal(of: .newPatient) }
      ) { $0.open(.newPatient) },
      Command(
        "register.unidentified", keys: ["i"], title: "Register an unidentified patient", hint: "Unidentified",
        disabled: { $0.start.refusal(of: .unidentified) }
      ) { $0.open(.unidentified) },
      Command(
        "register.discard", keys: [.function(9), "D"], title: "Discard the draft…", hint: "Discard draft…",
        disabled: { $0.selectedDraft == nil ? "Only a draft can be discarded; the cursor is on none." : nil }
      ) { $0.askToDiscard() },
    ]

  package var asks = Asks()
  private var list = TableState()
  private var start: RegisterDesk
  private let desk: Desk
  private var hasBegun = false

  /// The tab of a terminal.
  package init(desk: Desk) {
    self.desk = desk
    start = RegisterDesk(desk: desk)
  }

  package var title: String { "Register" }
  package func context(columns: Int) -> StyledText {
    let count = start.drafts.count
    if count == 0 { return StyledText("Unfinished forms are kept here for 12 hours.", .hint) }
    return StyledText("\(Listing.count(count, "form")) left unfinished; Enter goes on with it.", .hint)
  }

  package mutating func appear() {
    start.refresh()
    list.rowsChanged(count: start.lines.count)
    if !hasBegun, let first = start.lines.firstIndex(where: { if case .draft = $0 { true } else { false } }) {
      list.select(first)
    }
    if !hasBegun, start.drafts.isEmpty, start.refusal(of: .newPatient) == nil { open(.newPatient) }
    hasBegun = true
  }

  private static let table = Table<(title: String, detail: String)>(
    [
      TableColumn("FORM", width: .flexible(24)) { $0.title }, TableColumn("", width: .flexible(20)) { $0.detail },
    ], empty: "Your role registers nobody.")

  package mutating func draw(on canvas: inout Canvas) {
    Self.table.draw(start.lines.map { start.words(for: $0) }, state: &list, on: &canvas)
  }

  private var selectedLine: RegisterDesk.Line? { list.selected.map { start.lines[$0] } }
  private var selectedDraft: Draft? {
    if case .draft(let draft) = selectedLine { draft } else { nil }
  }

  private mutating func openSelected() {
    if let line = selectedLine { open(line) }
  }

  private mutating func open(_ line: RegisterDesk.Line) {
    if let refusal = start.refusal(of: line) {
      asks.note(refusal)
      return
    }
    switch line {
    case .newPatient: asks.push(NewPatientPane(desk: desk))
    case .unidentified: asks.push(UnidentifiedPane(desk: desk))
    case .draft(let draft): goOn(with: draft, at: desk)
    }
  }

  private mutating func askToDiscard() {
    if let draft = selectedDraft { askToDiscard(draft, at: desk) }
  }
}

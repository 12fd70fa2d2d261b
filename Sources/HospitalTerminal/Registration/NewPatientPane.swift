import HospitalDomain
import HospitalScreens
import TerminalKit

/// Registering a new patient (P1, P2): the form, with records on file that may be of the same person below it.
package struct NewPatientPane: FormPane {
  package static let keyTable: [Command<NewPatientPane>] =
    formKeys(saves: "Register the patient", hint: "Register") + [
      Command(
        "register.matches", keys: [.function(6)], title: "Open a record that may be of the same person…",
        hint: "Matches…", section: .form,
        disabled: { $0.screen.matches.isEmpty ? "No record on file is like this one." : nil }
      ) { $0.chooseMatch() }
    ]

  package var asks = Asks()
  private var screen: RegistrationScreen
  private var panel: FormSheet
  package var keeping = TypingTimer.draft
  private var comparing = TypingTimer(.lastKey, milliseconds: 250)
  private let desk: Desk

  /// An empty form, or one that goes on with a draft.
  package init(desk: Desk, draft: Draft? = nil) {
    self.desk = desk
    screen = RegistrationScreen(desk: desk, draft: draft)
    panel = FormSheet(screen.form)
  }

  package var sheet: FormSheet {
    get { panel.showing(screen.form) }
    set {
      panel = newValue
      screen.form = newValue.form
    }
  }

  package var moment: FormMoment { desk.moment }
  package var title: String { "Register · new patient" }
  package var draftKept: String { screen.draft?.standing ?? "" }
  package var wakesAt: Int64? { [keeping.wakesAt, comparing.wakesAt].compactMap(\.self).min() }

  package mutating func edited() {
    typed()
    comparing.typed(at: desk.now.milliseconds)
  }

  package mutating func tick(_ now: Int64) {
    keepIfDue(now)
    if comparing.isDue(at: now) { screen.typed() }
  }

  package mutating func keepDraft() { screen.keepDraft() }

  package mutating func save() {
    switch screen.register() {
    case .registered(let patient): finish(patient)
    case .looksLike(let matches): askAboutMatches(matches)
    case .refused: break
    }
  }

  package mutating func draw(on canvas: inout Canvas) {
    let strip = screen.matches.isEmpty ? 0 : min(screen.matches.count, max(1, canvas.rows / 8))
    canvas.within(Area(column: 0, row: 0, columns: canvas.columns, rows: canvas.rows - max(1, strip))) {
      panel.form = screen.form
      panel.draw(on: &$0)
    }
    for (row, match) in screen.matches.prefix(strip).enumerated() {
      draw(match, row: canvas.rows - strip + row, isFirst: row == 0, on: &canvas)
    }
  }

  private func draw(_ match: LikelyDuplicate, row: Int, isFirst: Bool, on canvas: inout Canvas) {
    let more = screen.matches.count
    let label = isFirst ? (more > 1 ? "\(more) POSSIBLE MATCHES" : "POSSIBLE MATCH") : ""
    let end = canvas.write(label, column: 1, row: row, role: .messageWarn)
    let start = max(end + 2, 20)
    let room = canvas.columns - start - (isFirst ? 10 : 1)
    canvas.write(screen.line(of: match), column: start, row: row, limit: room)
    if isFirst { canvas.write("F6 opens", column: canvas.columns - 9, row: row, role: .hint) }
  }

  /// Lets the person open one of the records that may be of the same person; the form is kept.
  private mutating func chooseMatch() {
    let matches = screen.matches
    let choices = matches.map { PickQuestion.Choice(screen.name(of: $0), detail: $0.details) }
    pick(PickQuestion(title: "May be the same person", choices: choices)) { pane, number in
      pane.open(matches[number].id)
    }
  }

  private mutating func open(_ id: PatientID) {
    keepDraft()
    asks.pushRecord(id, at: desk)
  }

  /// Goes on only with a written reason why the likely records are of somebody else (P2).
  private mutating func askAboutMatches(_ matches: [LikelyDuplicate]) {
    var lines = ["May be on file already. F6 in the form opens that record.", ""]
    lines += matches.prefix(3).flatMap { [screen.name(of: $0), "  \($0.details)"] }
    keepDraft()
    let draft = NoteDraft(
      .somebodyElse, subject: screen.draft?.id.text ?? "",
      title: "Why \(RegistrationForm.title(of: screen.form)) is somebody else", at: desk)
    askReason(
      ReasonQuestion(
        title: "Register as somebody else?", lines: lines, keep: "Back to the form", act: "Register"), keeping: draft
    ) { pane, reason in
      pane.register(because: reason, draft)
    }
  }

  private mutating func register(because reason: String, _ draft: NoteDraft) {
    if case .registered(let patient) = screen.register(goingOnBecause: reason) {
      draft.end()
      finish(patient)
    }
    speak()
  }

  private mutating func finish(_ patient: RegisteredPatient) {
    asks.ok("\(patient.sentence).")
    asks.replaceWithRecord(patient.id, at: desk)
  }
}

import HospitalDomain
import HospitalScreens
import TerminalKit

/// A prescription while it is written (M2), with what speaks against it below (M3).
package struct PrescribePane: EditingPane {
  package static let keyTable =
    formKeys(saves: "Prescribe what the form says", hint: "Prescribe") + [
      Command(
        "prescribe.template", keys: [.function(6)], title: "Begin from a usual prescription…", hint: "Usual…",
        section: .form,
        disabled: { $0.editing.templates.isEmpty ? "No usual prescription is kept yet; F7 keeps this one." : nil }
      ) { $0.chooseTemplate() },
      Command(
        "prescribe.keep", keys: [.function(7)], title: "Keep this as a usual prescription…", section: .form
      ) { $0.askToKeep() },
      Command(
        "prescribe.findings", keys: [.control("e")], title: "Read all that speaks against it", section: .form,
        disabled: { $0.lines.isEmpty ? "Nothing was looked up yet: name a medication." : nil }
      ) { $0.showFindings() },
    ]

  /// The keys on the first page, on one between, and on the last: the footer says where more medications are.
  private static let pageKeys = [
    pageKeys(down: "More medications", up: nil), pageKeys(down: "More medications", up: "Page back"),
    pageKeys(down: nil, up: "Page back"),
  ]

  private static func pageKeys(down: String?, up: String?) -> [Command<PrescribePane>] {
    let hints: [CommandID: String?] = ["form.pageDown": down, "form.pageUp": up, "form.jump": nil]
    return keyTable.map { command in hints[command.id].map { command.hinted($0) } ?? command }
  }

  package var asks = Asks()
  var editing: PrescribeForm
  private var panel: FormSheet
  private var draft: FormDraft?
  package var keeping = TypingTimer.draft
  /// What speaks against it is looked up when the keys pause.
  private var pause = TypingTimer(.lastKey, milliseconds: 300)
  private let desk: Desk
  /// The box that a second person was asked to sign in.
  private var signing: SignatureForm?

  /// The pane of a prescription, with what was typed into it before and not finished.
  init(_ form: PrescribeForm, desk: Desk) {
    var form = form
    let kept = desk.draft(of: form.name, subject: form.subject)
    if let kept { form.goOn(with: kept) }
    form.check()
    editing = form
    self.desk = desk
    draft = FormDraft(form.name, subject: form.subject, at: desk, kept: kept)
    panel = FormSheet(form.form)
  }

  package var sheet: FormSheet {
    get { panel }
    set {
      panel = newValue
      editing.form = newValue.form
    }
  }

  package var commands: [Command<PrescribePane>] {
    guard panel.form.list == nil else { return Self.listKeys }
    let last = panel.form.layout.pages.count - 1
    return Self.pageKeys[panel.form.page == 0 ? 0 : panel.form.page == last ? 2 : 1]
  }

  package var moment: FormMoment { desk.moment }
  var about: PatientBanner? { editing.banner }
  package var draftKept: String { draft?.standing ?? "" }
  package func context(columns: Int) -> StyledText { StyledText(editing.banner, columns: columns) }
  package var wakesAt: Int64? { [keeping.wakesAt, pause.wakesAt].compactMap(\.self).min() }
  package mutating func keepDraft() { draft?.keep(panel.form, title: "\(panel.form.title), \(editing.banner.name)") }

  package mutating func edited() {
    typed()
    pause.typed(at: moment.now.milliseconds)
    editing.edited()
    panel.form = editing.form
  }

  package mutating func tick(_ now: Int64) {
    keepIfDue(now)
    guard pause.isDue(at: now) else { return }
    editing.check()
    panel.form = editing.form
    speak()
  }

  // MARK: Drawing

  package mutating func draw(on canvas: inout Canvas) {
    if canvas.lacksContextRow {
      canvas.drawBanner(editing.banner) { drawBelow(on: &$0) }
    } else {
      drawBelow(on: &canvas)
    }
  }

  /// The form, and below it what speaks against it: as much as there is room for, the most serious first.
  private mutating func drawBelow(on canvas: inout Canvas) {
    let lines = FindingLines(lines, columns: canvas.columns - 2)
    let rows = min(lines.count, max(3, canvas.rows / 3))
    guard rows > 0, panel.form.list == nil else { return panel.draw(on: &canvas) }
    let upper = Area(column: 0, row: 0, columns: canvas.columns, rows: canvas.rows - rows - 1)
    canvas.within(upper) { panel.draw(on: &$0) }
    canvas.rule(row: upper.rows)
    lines.draw(
      Area(column: 1, row: upper.rows + 1, columns: canvas.columns - 1, rows: rows), more: "^E reads all", on: &canvas)
  }

  /// What speaks against it, what was not checked, and quantities that differ from the dose; or that nothing does.
  private var lines: [FindingLine] {
    let clear = editing.clearance.map { [FindingLine(mark: "", word: $0.word, text: $0.text, role: .hint)] } ?? []
    return clear + editing.report.findings.map { FindingLine($0) }
      + editing.report.gaps.map { FindingLine($0) }
      + (editing.quantityNotes + [editing.leftNote].compactMap(\.self)).map {
        FindingLine(mark: "", word: "note", text: $0, role: .hint)
      }
      + editing.report.shown.map { FindingLine(shown: $0) }
  }

  private mutating func showFindings() {
    show(
      TextPage(
        title: "What speaks against it",
        lines: lines.map { StyledText($0.heading, $0.role) + StyledText($0.text, $0.textRole) }))
  }

  // MARK: Usual prescriptions

  private mutating func chooseTemplate() {
    let templates = editing.templates
    let choices = templates.map { template in
      PickQuestion.Choice(template.name, detail: template.department ?? "your own")
    }
    pick(PickQuestion(title: "Usual prescription", choices: choices)) { pane, number in
      pane.editing.take(templates[number])
      pane.panel.form = pane.editing.form
      pane.edited()
      pane.speak()
    }
  }

  private mutating func askToKeep() {
    askLine(LineQuestion(title: "Name of the usual prescription")) { pane, name in
      let choices = [PickQuestion.Choice("Your own"), PickQuestion.Choice("Of the department")]
      pane.pick(PickQuestion(title: "Whose is \(name)?", choices: choices)) { pane, number in
        do {
          pane.asks.ok(try pane.editing.keepTemplate(named: name, forDepartment: number == 1))
        } catch {
          pane.asks.sayProblem(error, subject: "template")
        }
      }
    }
  }

  // MARK: Saving

  package mutating func save() { send(nil) }

  private mutating func send(_ signature: SecondSignature?) {
    let saved = editing.save(signed: signature)
    panel.form = editing.form
    switch saved {
    case nil:
      chooseIfBothChanged()
      speak()
    case .done(let change):
      draft?.end()
      asks.close(answer: change)
    case .signatureNeeded(let box):
      signing = box
      ask(box)
    case .signatureRefused(let refusal):
      guard let signature, let signing else { return }
      ask(signing.refusing(signature, because: refusal, at: moment))
    }
  }

  private mutating func ask(_ box: SignatureForm) {
    push(SignaturePane(box, desk: desk), for: SecondSignature.self) { pane, signature in pane.send(signature) }
  }
}

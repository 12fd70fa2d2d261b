import HospitalDomain
import HospitalScreens
import TerminalKit

/// A form that does one act about one patient or record. It closes with the `RecordChange` that was made.
package struct ActFormPane: EditingPane {
  package static let keyTable =
    formKeys(saves: "Do what the form says", hint: "Do it") + [
      Command(
        "act.reading", keys: [.control("e")], title: "Read all that stands above", section: .form,
        disabled: { $0.editing.reading.isEmpty ? "Nothing has to be read before this." : nil }
      ) { $0.readAll() },
      Command(
        "act.prescribe", keys: [.function(6)], title: "Prescribe for the same patient…", hint: "Prescribe…",
        section: .form,
        disabled: { $0.editing.prescribesFor == nil ? "Prescribing belongs to a consultation." : nil }
      ) { $0.prescribe() },
    ]

  package var asks = Asks()
  var editing: ActForm
  private var panel: FormSheet
  private var reading = FormReading()
  private var draft: FormDraft?
  /// The keys, of which the one that saves says what this form does.
  private let keys: [Command<ActFormPane>]
  package var keeping = TypingTimer.draft
  /// When what the form holds is kept alive next: that is a write, so once a minute is enough.
  private var keepsAliveAt: Int64
  private let desk: Desk
  private static let minute: Int64 = 60_000

  /// The pane of a form, with what was typed into it before and not finished.
  init(_ form: ActForm, desk: Desk) {
    var form = form
    let kept = desk.draft(of: form.name, subject: form.subject)
    if let kept { form.goOn(with: kept) }
    editing = form
    self.desk = desk
    keepsAliveAt = desk.moment.now.milliseconds + Self.minute
    draft = FormDraft(form.name, subject: form.subject, at: desk, kept: kept)
    panel = FormSheet(form.form)
    // A form in which nothing is prescribed does not speak of it.
    let prescribes = form.prescribesFor != nil
    keys = Self.keys(saying: form.verb).filter { $0.id != "act.prescribe" || prescribes }
  }

  package var commands: [Command<ActFormPane>] { sheet.form.list == nil ? keys : Self.listKeys }

  package var sheet: FormSheet {
    get { panel }
    set {
      panel = newValue
      editing.form = newValue.form
    }
  }

  package var moment: FormMoment { desk.moment }
  var about: PatientBanner? { editing.banner }
  package var draftKept: String { draft?.standing ?? "" }

  /// Row 2: the patient whom it touches, else how far the form is.
  package func context(columns: Int) -> StyledText {
    guard let banner = editing.banner else { return sheet.progress(draftKept: draftKept) }
    return StyledText(banner, columns: columns)
  }

  package mutating func tick(_ now: Int64) {
    keepIfDue(now)
    guard now >= keepsAliveAt else { return }
    keepsAliveAt = now + Self.minute
    editing.keepsAlive()
  }

  package mutating func keepDraft() {
    draft?.keep(panel.form, title: editing.draftTitle)
  }

  /// What has to be read before it acts, as much as there is room for, and the form below it.
  package mutating func draw(on canvas: inout Canvas) {
    reading.draw(editing.reading, above: &panel, on: &canvas)
  }

  /// Of a form of one page it is what has to be read that has more pages.
  package mutating func turnPage(_ step: Int) {
    if panel.form.layout.pages.count > 1 || !reading.scroll(step) {
      fill { step > 0 ? $0.form.pageDown() : $0.form.pageUp() }
    }
  }

  private mutating func readAll() {
    show(TextPage(title: "Before \(panel.form.title)", lines: editing.reading.styled))
  }

  /// Opens a prescription above this form, which stays as it is, what was typed kept.
  private mutating func prescribe() {
    guard let record = editing.prescribesFor, let banner = editing.banner else { return }
    keepDraft()
    do {
      let form = try PrescribeForm(for: record, banner: banner, at: desk)
      push(PrescribePane(form, desk: desk), for: RecordChange.self) { pane, change in
        pane.asks.ok(change.sentence)
      }
    } catch { asks.sayProblem(error, subject: "prescription") }
  }

  /// Acts; what is not lightly undone is asked first.
  package mutating func save() {
    guard let question = editing.question else { return send() }
    confirm(ConfirmQuestion(question)) { $0.send() }
  }

  private mutating func send() {
    let change = editing.save()
    panel.form = editing.form
    guard let change else {
      chooseIfBothChanged()
      return speak()
    }
    draft?.end()
    asks.close(answer: change)
  }
}

extension ConfirmQuestion {
  /// A question of a screen, as the terminal asks it.
  init(_ question: ActQuestion) {
    self.init(
      title: question.title, lines: question.lines, keep: question.keep, act: question.act, typed: question.typed,
      typedName: question.typedName)
  }
}

import HospitalDomain
import HospitalScreens
import TerminalKit

/// What a form of the board closes with: the board after the act.
struct BedFormAnswer: Sendable {
  let screen: BedBoardScreen
}

/// A form that does something to a room: admit, transfer, hold, block, isolate, expected discharge, staff, left.
package struct BedFormPane: FormPane {
  package static let keyTable = formKeys(saves: "Do what the form says", hint: "Do it")

  package var asks = Asks()
  package var sheet: FormSheet
  private var bedForm: BedForm
  private var screen: BedBoardScreen
  private var draft: FormDraft?
  private let keys: [Command<BedFormPane>]
  package var keeping = TypingTimer.draft

  init(_ form: BedForm, screen: BedBoardScreen, desk: Desk, draft: Draft? = nil) {
    bedForm = form
    self.screen = screen
    self.draft = FormDraft(form.draftName, subject: form.draftSubject, at: desk, kept: draft)
    sheet = FormSheet(form.form)
    keys = Self.keys(saying: form.act.verb)
  }

  package var commands: [Command<BedFormPane>] { sheet.form.list == nil ? keys : Self.listKeys }

  package var title: String { "Beds · \(bedForm.form.title)" }
  package var moment: FormMoment { screen.moment }
  package var draftKept: String { draft?.standing ?? "" }

  /// Row 2: the patient whom it touches, else how far the form is.
  package var context: StyledText {
    guard let banner = bedForm.banner else { return sheet.progress(draftKept: draftKept) }
    return StyledText(banner)
  }

  /// The form; where a low screen has no row for the patient above it, the patient comes first in it.
  package mutating func draw(on canvas: inout Canvas) {
    if let banner = bedForm.banner, canvas.lacksContextRow {
      canvas.drawBanner(banner) { sheet.draw(on: &$0) }
    } else {
      sheet.draw(on: &canvas)
    }
  }

  package mutating func edited() {
    typed()
    bedForm.form = sheet.form
    screen.identify(&bedForm)
  }

  package mutating func keepDraft() {
    bedForm.form = sheet.form
    draft?.keep(sheet.form, title: bedForm.draftTitle)
  }

  /// Saves; a question of tier 2 comes first where the act is not lightly undone.
  package mutating func save() {
    bedForm.form = sheet.form
    guard let question = bedForm.confirmation else { return send() }
    confirm(
      ConfirmQuestion(
        title: question.title, lines: question.lines, keep: question.keep, act: question.act, typed: question.typed,
        typedName: "the room number")
    ) { $0.send() }
  }

  private mutating func send() {
    bedForm.form = sheet.form
    let isDone = screen.save(&bedForm)
    sheet.form = bedForm.form
    if isDone {
      draft?.end()
      asks.close(answer: BedFormAnswer(screen: screen))
    } else {
      _ = screen.takeNews()
      if let conflict = bedForm.conflict { choose(conflict) }
      speak()
    }
  }

  /// Shows both values of each field that somebody else changed too.
  private mutating func choose(_ conflict: FormConflict) {
    push(EditConflictPane(conflict, banner: bedForm.banner, clock: screen.moment.local), for: FormChoices.self) {
      pane, choices in
      pane.bedForm.settle(takingTheirs: choices.theirs)
      pane.sheet.form = pane.bedForm.form
      pane.typed()
      pane.speak()
    }
  }

  package mutating func receive(_ news: LiveNews) {
    guard news.topic == .board else { return }
    screen.receive(news.payload)
    _ = screen.takeNews()
  }
}

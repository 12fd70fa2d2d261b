import HospitalDomain
import HospitalScreens
import TerminalKit

/// What a form of the board closes with: the board after the act.
struct BedFormAnswer: Sendable {
  let screen: BedBoardScreen
}

/// A form that does something to a room: admit, transfer, hold, block, isolate, expected discharge, staff, left.
package struct BedFormPane: EditingPane {
  package static let keyTable = formKeys(saves: "Do what the form says", hint: "Do it")

  package var asks = Asks()
  package var sheet: FormSheet
  var editing: BedForm
  private var screen: BedBoardScreen
  private var draft: FormDraft?
  /// What came in the way while the form was open, as it was said last.
  private var obstacle: String?
  private let keys: [Command<BedFormPane>]
  package var keeping = TypingTimer.draft

  init(_ form: BedForm, screen: BedBoardScreen, desk: Desk, draft: Draft? = nil) {
    var form = form
    form.nameRoom()
    editing = form
    self.screen = screen
    self.draft = FormDraft(form.draftName, subject: form.draftSubject, at: desk, kept: draft)
    sheet = FormSheet(form.form)
    keys = Self.keys(saying: form.act.verb)
  }

  package var commands: [Command<BedFormPane>] { sheet.form.list == nil ? keys : Self.listKeys }

  package var title: String { "Beds · \(editing.form.title)" }
  package var moment: FormMoment { screen.moment }
  var about: PatientBanner? { editing.banner }
  package var draftKept: String { draft?.standing ?? "" }

  /// Row 2: the patient whom it touches, else how far the form is.
  package func context(columns: Int) -> StyledText {
    guard let banner = editing.banner else { return sheet.progress(draftKept: draftKept) }
    return StyledText(banner, columns: columns)
  }

  /// The form; where a low screen has no row for the patient above it, the patient comes first in it.
  package mutating func draw(on canvas: inout Canvas) {
    if let banner = editing.banner, canvas.lacksContextRow {
      canvas.drawBanner(banner) { sheet.draw(on: &$0) }
    } else {
      sheet.draw(on: &canvas)
    }
  }

  package mutating func edited() {
    typed()
    editing.form = sheet.form
    editing.nameRoom()
    screen.identify(&editing)
    sheet.form = editing.form
  }

  package mutating func keepDraft() {
    editing.form = sheet.form
    draft?.keep(sheet.form, title: editing.draftTitle)
  }

  /// Saves; a question of tier 2 comes first where the act is not lightly undone.
  package mutating func save() {
    editing.form = sheet.form
    screen.readOrder(of: &editing)
    guard let question = editing.confirmation else { return send() }
    confirm(
      ConfirmQuestion(
        title: question.title, lines: question.lines, keep: question.keep, act: question.act, typed: question.typed,
        typedName: "the room number")
    ) { $0.send() }
  }

  private mutating func send() {
    editing.form = sheet.form
    let isDone = screen.save(&editing)
    sheet.form = editing.form
    if isDone {
      draft?.end()
      asks.close(answer: BedFormAnswer(screen: screen))
    } else {
      _ = screen.takeNews()
      chooseIfBothChanged()
      speak()
    }
  }

  package mutating func receive(_ news: LiveNews) {
    guard news.topic == .board else { return }
    screen.receive(news.payload)
    _ = screen.takeNews()
    editing.form = sheet.form
    screen.offerRooms(&editing)
    sheet.form = editing.form
    sayObstacle()
  }

  package mutating func appear() {
    sheet.comeBack()
    speak()
    sayObstacle()
  }

  /// Says once that the room was taken while the form was open, before anybody fills in the rest of it for nothing.
  private mutating func sayObstacle() {
    editing.form = sheet.form
    let now = screen.obstacle(to: editing)
    if let now, now != obstacle { asks.warn(now) }
    obstacle = now
  }
}

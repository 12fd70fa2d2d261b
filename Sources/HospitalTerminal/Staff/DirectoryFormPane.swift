import HospitalDomain
import HospitalScreens
import TerminalKit

/// What a form of a list closes with.
struct DirectoryFormAnswer: Sendable {
  /// What was done.
  let sentence: String
}

/// A form that adds or changes a department, a room, an employee or an account. What is typed is kept as a draft, but for
/// passwords, which are never kept anywhere.
package struct DirectoryFormPane: EditingPane {
  package static let keyTable = formKeys(saves: "Save what the form says", hint: "Save")

  package var asks = Asks()
  package var keeping = TypingTimer.draft
  var editing: DirectoryForm
  private var panel: FormSheet
  private var draft: FormDraft?
  private let desk: Desk

  /// The pane of a form, with what was typed into it before and not finished.
  init(_ form: DirectoryForm, desk: Desk) {
    var form = form
    let kept = desk.draft(of: form.name, subject: form.subject)
    if let kept { form.goOn(with: kept) }
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

  package var moment: FormMoment { desk.moment }
  var about: PatientBanner? { nil }
  package var draftKept: String { draft?.standing ?? "" }

  package mutating func keepDraft() { draft?.keep(panel.form, title: panel.form.title) }

  package mutating func save() {
    let saved = editing.save()
    panel.form = editing.form
    guard let saved else {
      return chooseIfBothChanged()
    }
    draft?.end()
    asks.close(answer: DirectoryFormAnswer(sentence: saved))
  }
}

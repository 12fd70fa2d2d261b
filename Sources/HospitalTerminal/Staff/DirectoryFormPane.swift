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
package struct DirectoryFormPane: FormPane {
  package static let keyTable = formKeys(saves: "Save what the form says", hint: "Save")

  package var asks = Asks()
  package var keeping = TypingTimer.draft
  private var directoryForm: DirectoryForm
  private var panel: FormSheet
  private var draft: FormDraft?
  private let desk: Desk

  /// The pane of a form, with what was typed into it before and not finished.
  init(_ form: DirectoryForm, desk: Desk) {
    var form = form
    let kept = desk.draft(of: form.name, subject: form.subject)
    if let kept { form.goOn(with: kept) }
    directoryForm = form
    self.desk = desk
    draft = FormDraft(form.name, subject: form.subject, at: desk, kept: kept)
    panel = FormSheet(form.form)
  }

  package var sheet: FormSheet {
    get { panel }
    set {
      panel = newValue
      directoryForm.form = newValue.form
    }
  }

  package var moment: FormMoment { desk.moment }
  package var draftKept: String { draft?.standing ?? "" }

  package mutating func appear() { speak() }
  package mutating func keepDraft() { draft?.keep(panel.form, title: panel.form.title) }

  package mutating func save() {
    let saved = directoryForm.save()
    panel.form = directoryForm.form
    guard let saved else {
      if let conflict = directoryForm.conflict { choose(conflict) }
      return
    }
    draft?.end()
    asks.close(answer: DirectoryFormAnswer(sentence: saved))
  }

  /// Shows both values of each field that somebody else changed too.
  private mutating func choose(_ conflict: FormConflict) {
    push(EditConflictPane(conflict, banner: nil, clock: desk.moment.local), for: FormChoices.self) { pane, choices in
      pane.directoryForm.settle(takingTheirs: choices.theirs)
      pane.panel.form = pane.directoryForm.form
      pane.typed()
      pane.speak()
    }
  }
}

import HospitalDomain
import HospitalScreens
import TerminalKit

/// What a form of a list closes with.
struct DirectoryFormAnswer: Sendable {
  /// What was done.
  let sentence: String
}

/// A form that adds or changes a department, a room, an employee or an account.
package struct DirectoryFormPane: FormPane {
  package static let keyTable = formKeys(saves: "Save what the form says", hint: "Save", leaving: "Leave")

  package var asks = Asks()
  private var directoryForm: DirectoryForm
  private var panel: FormSheet
  private let openedAt: FormMoment

  init(_ form: DirectoryForm) {
    directoryForm = form
    panel = FormSheet(form.form)
    openedAt = form.form.moment
  }

  package var sheet: FormSheet {
    get { panel }
    set {
      panel = newValue
      directoryForm.form = newValue.form
    }
  }

  package var moment: FormMoment { openedAt }

  /// Nothing of these forms is kept as a draft: some hold passwords, and all are short.
  package var wouldLose: String? { sheet.form.isModified ? "What you typed is not saved, and would be lost." : nil }

  package mutating func save() {
    let saved = directoryForm.save()
    panel.form = directoryForm.form
    if let saved { asks.close(answer: DirectoryFormAnswer(sentence: saved)) }
  }
}

import HospitalScreens
import TerminalKit

/// The form in which a person sets their own PIN. It holds secrets alone, so nothing of it is kept as a draft.
package struct PINPane: FormPane {
  package static let keyTable = formKeys(saves: "Set the PIN", hint: "Set", leaving: "Leave")

  package var asks = Asks()
  package var keeping = TypingTimer.draft
  private var pinForm: PINForm
  private var panel: FormSheet
  private let desk: Desk

  /// The pane of an empty form.
  init(_ form: PINForm, desk: Desk) {
    pinForm = form
    self.desk = desk
    panel = FormSheet(form.form)
  }

  package var sheet: FormSheet {
    get { panel }
    set {
      panel = newValue
      pinForm.form = newValue.form
    }
  }

  package var moment: FormMoment { desk.moment }
  package var draftKept: String { "" }
  package mutating func keepDraft() {}

  package mutating func save() {
    let saved = pinForm.save()
    panel.form = pinForm.form
    if let saved { asks.close(answer: saved) }
  }
}

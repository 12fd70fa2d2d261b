import HospitalDomain
import HospitalScreens
import TerminalKit

/// A form over a record that somebody else may change while it is open. The pane brings the form and whom it is about;
/// choosing between both values comes with it.
protocol EditingPane: FormPane {
  associatedtype Editing: EditedForm
  /// The form, with what it edits.
  var editing: Editing { get set }
  /// Who it is about; nil where it is about nobody.
  var about: PatientBanner? { get }
}

extension EditingPane {
  /// Shows both values of each field that somebody else changed too; nothing where there is nothing to choose.
  mutating func chooseIfBothChanged() {
    guard let conflict = editing.conflict else { return }
    push(EditConflictPane(conflict, banner: about, clock: moment.local), for: FormChoices.self) { pane, choices in
      pane.editing.settle(takingTheirs: choices.theirs)
      pane.sheet.form = pane.editing.form
      pane.typed()
      pane.speak()
    }
  }
}

import HospitalDomain
import HospitalScreens
import TerminalKit

/// Changing a patient's details, with the reason, as a new version (P4).
package struct PatientChangePane: FormPane {
  package static let keyTable = formKeys(saves: "Save the change as a new version")

  package var asks = Asks()
  private var screen: PatientChangeScreen
  private var panel: FormSheet
  package var keeping = TypingTimer.draft
  private let desk: Desk

  /// The form of a record that is open, or one that goes on with a draft of it.
  package init(_ record: PatientRecordScreen, desk: Desk, draft: Draft? = nil) {
    self.desk = desk
    screen = PatientChangeScreen(record.record, banner: record.banner, desk: desk, draft: draft)
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
  package var title: String { "Change details" }
  package var draftKept: String { screen.draft?.standing ?? "" }

  package mutating func keepDraft() { screen.keepDraft() }

  package mutating func draw(on canvas: inout Canvas) {
    panel.form = screen.form
    canvas.drawBanner(screen.banner) { panel.draw(on: &$0) }
  }

  package mutating func save() {
    switch screen.save() {
    case .saved(let change): asks.close(answer: change)
    case .refused: break
    case .changedMeanwhile:
      guard let conflict = screen.conflict else { break }
      let fields = conflict.fields.map {
        FormConflict.Field(
          id: $0.field.rawValue, caption: $0.field.caption, before: $0.before, theirs: $0.theirs, mine: $0.mine)
      }
      let both = FormConflict(changed: conflict.changed, reason: conflict.reason, fields: fields)
      push(EditConflictPane(both, banner: screen.banner, clock: desk.moment.local), for: FormChoices.self) {
        $0.settle($1)
      }
    }
  }

  private mutating func settle(_ choices: FormChoices) {
    for choice in choices.theirs.compactMap(PatientField.init) { screen.choose(theirs: true, for: choice) }
    screen.settle()
    speak()
  }
}

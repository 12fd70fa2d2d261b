import HospitalDomain
import HospitalScreens
import TerminalKit

/// Registering somebody whose name nobody knows.
package struct UnidentifiedPane: FormPane {
  package static let keyTable = formKeys(saves: "Register the patient", hint: "Register")

  package var asks = Asks()
  private var screen: UnidentifiedScreen
  private var panel: FormSheet
  package var keeping = TypingTimer.draft
  private let desk: Desk

  /// A form with an alias to begin with, or one that goes on with a draft.
  package init(desk: Desk, draft: Draft? = nil) {
    self.desk = desk
    screen = UnidentifiedScreen(desk: desk, draft: draft)
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
  package var title: String { "Register · unidentified" }
  package var draftKept: String { screen.draft?.standing ?? "" }

  package mutating func keepDraft() { screen.keepDraft() }

  package mutating func save() {
    guard let patient = screen.register() else { return }
    asks.ok("\(patient.sentence).")
    asks.replaceWithRecord(patient.id, at: desk)
  }
}

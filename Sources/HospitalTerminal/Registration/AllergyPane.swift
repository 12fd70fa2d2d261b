import HospitalDomain
import HospitalScreens
import TerminalKit

/// Recording a patient's allergies.
package struct AllergyPane: FormPane {
  package static let keyTable = formKeys(saves: "Record the allergies", leaving: "Leave")

  package var asks = Asks()
  private var screen: AllergyScreen
  private var panel: FormSheet
  private let desk: Desk

  /// The form of a record that is open.
  package init(_ record: PatientRecordScreen, desk: Desk) {
    self.desk = desk
    screen = AllergyScreen(record.record, banner: record.banner, desk: desk)
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
  package var title: String { "Allergies" }
  package var wouldLose: String? { screen.form.isModified ? "What you typed about allergies would be lost." : nil }

  package var context: StyledText { StyledText(screen.banner) }

  package mutating func draw(on canvas: inout Canvas) {
    panel.form = screen.form
    if canvas.lacksContextRow {
      canvas.drawBanner(screen.banner) { panel.draw(on: &$0) }
    } else {
      panel.draw(on: &canvas)
    }
  }

  package mutating func save() {
    if let change = screen.save() { asks.close(answer: change) }
  }
}

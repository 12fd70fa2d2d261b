import HospitalDomain
import HospitalScreens
import TerminalKit

/// The box in which a second person signs, below what they sign for. It closes with the signature, which is proved where it
/// is used.
package struct SignaturePane: FormPane {
  package static let keyTable = formKeys(saves: "Sign", hint: "Sign", leaving: "Leave")

  package var asks = Asks()
  package var keeping = TypingTimer.draft
  private var signing: SignatureForm
  private var panel: FormSheet
  private var reading = FormReading()
  private let desk: Desk

  init(_ form: SignatureForm, desk: Desk) {
    signing = form
    self.desk = desk
    panel = FormSheet(form.form)
  }

  package var sheet: FormSheet {
    get { panel }
    set {
      panel = newValue
      signing.form = newValue.form
    }
  }

  package var moment: FormMoment { desk.moment }
  var about: PatientBanner? { signing.banner }
  package func context(columns: Int) -> StyledText { StyledText(signing.banner, columns: columns) }
  package var draftKept: String { "" }
  package mutating func keepDraft() {}
  package mutating func turnPage(_ step: Int) { reading.scroll(step) }
  package mutating func save() { asks.close(answer: signing.signature) }

  package mutating func draw(on canvas: inout Canvas) {
    guard canvas.lacksContextRow else { return drawBelow(on: &canvas) }
    canvas.drawBanner(signing.banner) { drawBelow(on: &$0) }
  }

  private mutating func drawBelow(on canvas: inout Canvas) {
    reading.draw(signing.reading, above: &panel, on: &canvas)
  }
}

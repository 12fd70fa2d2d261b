import HospitalDomain
import HospitalScreens
import TerminalKit

/// The pane of a form that holds secrets alone, such as a PIN: nothing of it is kept as a draft. What is to be known of
/// them stands below the fields.
package struct SecretFormPane<Secret: SecretForm>: FormPane {
  package static var keyTable: [Command<Self>] { formKeys(saves: "Change it", hint: "Change", leaving: "Leave") }

  package var asks = Asks()
  package var keeping = TypingTimer.draft
  private var secret: Secret
  private var panel: FormSheet
  private let advice: [String]
  private let desk: Desk

  /// The pane of an empty form.
  init(_ secret: Secret, advice: [String] = [], desk: Desk) {
    self.secret = secret
    self.advice = advice
    self.desk = desk
    panel = FormSheet(secret.form)
  }

  package var sheet: FormSheet {
    get { panel }
    set {
      panel = newValue
      secret.form = newValue.form
    }
  }

  package var moment: FormMoment { desk.moment }
  package var draftKept: String { "" }
  package mutating func keepDraft() {}

  package mutating func draw(on canvas: inout Canvas) {
    let rows = min(canvas.rows, 6 + secret.form.fields.count)
    canvas.within(Area(column: 0, row: 0, columns: canvas.columns, rows: rows)) { sheet.draw(on: &$0) }
    let below = Area(column: 2, row: rows, columns: canvas.columns - 3, rows: max(0, canvas.rows - rows))
    canvas.within(below) { $0.writeWrapped(advice, role: .hint) }
  }

  package mutating func save() {
    let saved = secret.save()
    panel.form = secret.form
    if let saved { asks.close(answer: saved) }
  }
}

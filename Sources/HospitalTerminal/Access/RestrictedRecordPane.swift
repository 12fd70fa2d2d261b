import HospitalDomain
import HospitalScreens
import TerminalKit

/// The door to a restricted record (H6): whose it is and nothing of what is in it, until a reason was written.
package struct RestrictedRecordPane: Pane {
  package static let keyTable: [Command<RestrictedRecordPane>] = [
    Command(
      "restricted.open", keys: [.enter, "o"], title: "Open the record with a reason…", hint: "Open with a reason…",
      disabled: { $0.screen.refusal }
    ) { $0.askToOpen() }
  ]

  package var asks = Asks()
  private let screen: RestrictedRecordScreen
  private let desk: Desk
  private let leadsBack: Bool

  /// The door to a record; `leadsBack` to what the person was about to do, instead of into the record.
  package init(_ screen: RestrictedRecordScreen, desk: Desk, leadsBack: Bool = false) {
    self.screen = screen
    self.desk = desk
    self.leadsBack = leadsBack
  }

  package var title: String { "Restricted record" }
  package func context(columns: Int) -> StyledText { StyledText(screen.who, .banner) }

  package mutating func draw(on canvas: inout Canvas) {
    let head = canvas.lacksContextRow ? [screen.who, ""] : []
    let area = Area(column: 1, row: 1, columns: min(76, canvas.columns - 2), rows: canvas.rows - 1)
    canvas.within(area) { $0.writeWrapped(head + screen.words) }
  }

  private mutating func askToOpen() {
    let question = ReasonQuestion(
      title: "Why must you open this record?", lines: [screen.who, "It is reported at once."], keep: "Leave it closed",
      act: "Open it")
    askReasonUnkept(question, about: "record") { pane, reason in
      let sentence = try pane.screen.open(because: reason)
      pane.asks.note(pane.leadsBack ? "\(sentence) Now go on." : sentence)
      if pane.leadsBack { return pane.asks.close() }
      pane.asks.replace(with: try PatientRecordPane(pane.screen.record.patient.id, desk: pane.desk))
    }
  }
}

import HospitalDomain
import HospitalScreens
import TerminalKit

/// The record of the patient who is signed in, and no other (H2).
package struct OwnRecordPane: Pane {
  package static let keyTable: [Command<OwnRecordPane>] = [
    Command("own.open", keys: [.enter], title: "Open my record", hint: "Open") { $0.open() }
  ]

  package var asks = Asks()
  private let desk: Desk
  private var hasOpened = false

  /// The tab of a terminal.
  package init(desk: Desk) { self.desk = desk }

  package var title: String { "My record" }

  package mutating func appear() {
    if !hasOpened { open() }
    hasOpened = true
  }

  package mutating func draw(on canvas: inout Canvas) {
    canvas.write("Enter opens your record. Every opening is noted on it.", column: 2, row: 0, role: .hint)
    canvas.park(column: 0, row: 0)
  }

  private mutating func open() {
    do {
      asks.push(try PatientRecordPane(ownAt: desk))
    } catch {
      asks.sayProblem(error, subject: "record")
    }
  }
}

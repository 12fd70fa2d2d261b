import HospitalScreens
import TerminalKit

/// A person's own account: who they are here, and their PIN.
package struct OwnAccountPane: Pane {
  package static let keyTable: [Command<OwnAccountPane>] =
    RecordList.motions(\.list) + [
      Command("you.pin", keys: ["p"], title: "Set your PIN, or another one…", hint: "PIN…") { $0.setPIN() },
      Command("you.refresh", keys: ["r", .function(5)], title: "Read it again", isMotion: true) { $0.refresh() },
    ]

  package var asks = Asks()
  private var screen: OwnAccountScreen
  private var list: RecordList
  private let desk: Desk

  /// The pane of the account of who sits at a desk.
  init(_ screen: OwnAccountScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list = RecordList(screen.sections)
  }

  package var title: String { "Your account" }
  package var context: StyledText { StyledText("Only you see and set this", .hint) }

  package mutating func draw(on canvas: inout Canvas) { list.draw(on: &canvas) }
  package mutating func appear() { refresh() }

  private mutating func refresh() {
    screen.refresh()
    list.replace(with: screen.sections)
  }

  private mutating func setPIN() {
    push(PINPane(screen.pinForm(), desk: desk), for: String.self) { pane, sentence in
      pane.refresh()
      pane.asks.ok(sentence)
    }
  }
}

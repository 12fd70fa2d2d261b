import HospitalScreens
import TerminalKit

/// Adding a second step to one's sign-in, or changing it: over the own sign-in, or before the work begins.
package struct EnrolmentPane: Pane {
  package static let keyTable: [Command<EnrolmentPane>] = [
    Command("enrol.go", keys: [.enter], title: "Take what was typed, go on", hint: "Go on", section: .form) {
      $0.goOn()
    },
    Command(
      "enrol.send", keys: [.function(5)], title: "Send another code", hint: "Send again", section: .form,
      disabled: { pane in
        if case .mailCode = pane.screen.phase { nil } else { "No code was sent here." }
      }
    ) { $0.screen.sendAgain() },
    Command(
      "enrol.turn", keys: [.function(6)], title: "App or e-mail", hint: "App or e-mail", section: .form,
      disabled: { $0.screen.canTurn ? nil : "Nothing can be chosen here." }
    ) { $0.screen.turn() },
  ]

  package var asks = Asks()
  package var screen: EnrolmentScreen
  private var quiet = QuietMinutes()

  /// Over the own sign-in, the answer is a sentence that says what was done; where it is forced it covers the screen.
  init(_ screen: EnrolmentScreen) {
    self.screen = screen
  }

  package var title: String { "Your account" }
  package func context(columns: Int) -> StyledText {
    StyledText(" Esc leaves; what was not finished changes nothing", .hint)
  }

  package var holdsText: Bool {
    if case .codes = screen.phase { false } else { true }
  }

  package var wouldLose: String? {
    if case .codes = screen.phase { "The recovery codes are shown only now." } else { nil }
  }

  package mutating func handle(_ key: Key) -> Bool {
    quiet.end()
    if key == .escape, screen.isForced { return back() }
    if case .codes = screen.phase { return false }
    return screen.entry.take(key)
  }

  /// Esc before the work begins goes back to the sign-in; but what was added stays.
  package mutating func back() -> Bool {
    guard screen.isForced else { return false }
    if case .codes = screen.phase { beginWork() } else { startOver() }
    return true
  }

  package mutating func tick(_ now: Int64) {
    if screen.isForced, quiet.pass() { startOver() }
  }

  private mutating func goOn() {
    quiet.end()
    guard case .done(let sentence) = screen.accept() else { return }
    if screen.isForced { beginWork() } else { asks.close(answer: sentence) }
  }

  private mutating func beginWork() {
    if screen.beginWork() { asks.add(.startSession) } else { startOver() }
  }

  private mutating func startOver() { asks.replace(with: SignInPane(SignInScreen(desk: screen.desk))) }

  package mutating func draw(on canvas: inout Canvas) {
    guard screen.isForced else { return EnrolmentDrawing(screen).draw(on: &canvas) }
    canvas.fill(Area(canvas.size), role: .lock)
    canvas.write(
      "Your role signs in with a second step here. Add one now.", column: 2, row: 0, role: .heading)
    let body = Area(column: 0, row: 2, columns: canvas.columns, rows: max(1, canvas.rows - 4))
    canvas.within(body) { EnrolmentDrawing(screen).draw(on: &$0) }
    let keys = "Enter  go on      \(screen.canTurn ? "F6  app or e-mail      " : "")Esc  leave"
    canvas.write(keys, column: 2, row: canvas.rows - 1, role: .hint)
  }
}

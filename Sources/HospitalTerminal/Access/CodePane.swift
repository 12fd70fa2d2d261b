import HospitalScreens
import TerminalKit

/// The second step of signing in, in the place of the password (H3).
package struct CodePane: Pane {
  package static let keyTable: [Command<CodePane>] = [
    Command("code.go", keys: [.enter], title: "Sign in", section: .form) { $0.goOn() },
    Command(
      "code.send", keys: [.function(5)], title: "Send another code", section: .form,
      disabled: { $0.screen.isByMail ? nil : "The code comes from your app; none is sent." }
    ) { $0.screen.sendAgain() },
    Command("code.back", keys: [.control("x")], title: "Begin again", section: .form) { $0.startOver() },
  ]

  package var asks = Asks()
  package var screen: CodeScreen
  private var quiet = QuietMinutes()

  package init(_ screen: CodeScreen) {
    self.screen = screen
  }

  package var title: String { "Sign in" }
  package var holdsText: Bool { true }

  package mutating func handle(_ key: Key) -> Bool {
    quiet.end()
    return key == .escape ? back() : screen.entry.take(key)
  }

  /// Esc begins again: the name and the password are asked for anew.
  package mutating func back() -> Bool {
    startOver()
    return true
  }

  /// Who walked away leaves nothing open behind them.
  package mutating func tick(_ now: Int64) {
    if quiet.pass() { startOver() }
  }

  private mutating func goOn() {
    quiet.end()
    switch screen.finish() {
    case .began: asks.add(.startSession)
    case .startOver: startOver()
    case .refused: break
    }
  }

  private mutating func startOver() { asks.replace(with: SignInPane(SignInScreen(desk: screen.desk))) }

  package mutating func draw(on canvas: inout Canvas) {
    canvas.fill(Area(canvas.size), role: .lock)
    var row = max(1, canvas.rows / 2 - 7)
    canvas.write(screen.place, column: 0, row: row, width: canvas.columns, align: .centre, role: .heading)
    row += 3
    canvas.writeCentred(StyledText(screen.question, .lock), row: row)
    row += 2
    let left = max(2, canvas.columns / 2 - 16)
    canvas.write("Code", column: left, row: row, role: .caption)
    TextField(text: screen.entry.text, caret: screen.entry.cursor, width: 20, isFocused: true)
      .draw(column: left + 10, row: row, on: &canvas, role: .fieldFocused)
    row += 2
    if let problem = screen.problem {
      canvas.writeCentred(StyledText("ERR", .messageError) + StyledText("  \(problem)"), row: row)
    } else if let note = screen.note {
      canvas.writeCentred(StyledText("Note", .messageNote) + StyledText("  \(note)"), row: row)
    }
    row += 2
    let keys = "Enter  sign in\(screen.isByMail ? "      F5  send another" : "")      Esc  begin again"
    canvas.write(keys, column: 0, row: row, width: canvas.columns, align: .centre, role: .hint)
    canvas.write(
      "Without it: type one of your recovery codes.", column: 0, row: row + 2, width: canvas.columns, align: .centre,
      role: .hint)
  }
}

/// The minutes in which no key was pressed on a screen that stands before sign-in: after three it begins again.
struct QuietMinutes {
  private var count = 0

  /// A key was pressed.
  mutating func end() { count = 0 }

  /// A minute passed; true when it was quiet for too long.
  mutating func pass() -> Bool {
    count += 1
    return count > 3
  }
}

import HospitalScreens
import TerminalKit

/// The screen of a locked terminal (H4). It shows who holds the seat, and nothing of any patient.
package struct LockPane: Pane {
  package static let keyTable: [Command<LockPane>] = [
    Command("lock.go", keys: [.enter], title: "Unlock, or sign in as the other user who is typed", section: .form) {
      $0.goOn()
    },
    Command("lock.next", keys: [.tab, .backTab, .up, .down], title: "The other field", section: .form) {
      $0.screen.form.focus == 0 ? $0.screen.form.next() : $0.screen.form.previous()
    },
    Command("lock.other", keys: [.function(6)], title: "Another user: type their name", section: .form) { $0.other() },
    Command("lock.clear", keys: [.control("u")], title: "Clear the field", section: .form) {
      $0.screen.form.clearField()
    },
    Command("lock.signOut", keys: [.control("x"), .function(9)], title: "Sign out; drafts are kept", section: .form) {
      $0.asks.add(.signOut)
    },
  ]

  package var asks = Asks()
  package var screen: LockScreen

  package init(_ screen: LockScreen) {
    self.screen = screen
  }

  package var title: String { "Locked" }
  package var holdsText: Bool { true }

  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): screen.form.type(String(character))
    case .paste(let text): screen.form.paste(text)
    case .backspace: screen.form.backspace()
    case .delete: screen.form.delete()
    case .left: screen.form.moveCursor { $0.left() }
    case .right: screen.form.moveCursor { $0.right() }
    case .home: screen.form.moveCursor { $0.home() }
    case .end: screen.form.moveCursor { $0.end() }
    case .escape: break
    default: return false
    }
    return true
  }

  /// Enter: from the user name to the PIN or password, from there to work.
  private mutating func goOn() {
    if screen.form.focus == 0 { return screen.form.next() }
    switch screen.unlock() {
    case .unlocked: asks.uncover()
    case .began: asks.add(.startSession)
    case .goesOn(let signIn): asks.cover(with: SignInPane(signIn, overLock: true))
    case .refused: break
    }
  }

  /// Empties both fields for somebody else.
  private mutating func other() {
    for field in ["password", "user"] {
      screen.form.fill(field, with: "")
      screen.form.focus(on: field)
    }
  }

  /// Esc does nothing here: there is nowhere to go back to.
  package mutating func back() -> Bool { true }

  package mutating func draw(on canvas: inout Canvas) {
    canvas.fill(Area(canvas.size), role: .lock)
    let left = max(2, canvas.columns / 2 - 17)
    var row = max(0, canvas.rows / 2 - 8)
    write(StyledText(screen.place, .heading), row: row, on: &canvas)
    write(StyledText("LOCKED", .messageWarn), row: row + 2, on: &canvas)
    write(StyledText("\(screen.holder), since \(screen.since)", .lock), row: row + 4, on: &canvas)
    write(StyledText("What was typed is kept. Another user may sign in at once.", .lock), row: row + 5, on: &canvas)
    row += 7
    drawFields(on: &canvas, column: left, row: row)
    if let problem = screen.problem {
      write(StyledText("ERR", .messageError) + StyledText("  \(problem)"), row: row + 5, on: &canvas)
    } else if screen.parked > 0 {
      let others = screen.parked == 1 ? "one other user" : "\(screen.parked) other users"
      write(StyledText("The work of \(others) is parked here too.", .hint), row: row + 5, on: &canvas)
    }
    write(StyledText("Enter  unlock     F6  other user     ^X  sign out", .hint), row: row + 7, on: &canvas)
  }

  private func drawFields(on canvas: inout Canvas, column: Int, row: Int) {
    for (number, field) in screen.form.fields.enumerated() {
      let isFocused = number == screen.form.focus
      canvas.write(
        number == 0 ? field.caption : screen.secretCaption, column: column, row: row + number * 2, role: .caption)
      let box = TextField(
        text: field.entry.text, caret: field.entry.cursor, width: 20, isFocused: isFocused, isSecret: number == 1)
      box.draw(column: column + 10, row: row + number * 2, on: &canvas, role: isFocused ? .fieldFocused : .field)
      if number == 1 { canvas.write(screen.secretHint, column: column + 11, row: row + number * 2 + 1, role: .hint) }
    }
  }

  private func write(_ text: StyledText, row: Int, on canvas: inout Canvas) {
    canvas.write(text, column: max(0, (canvas.columns - text.width) / 2), row: row)
  }
}

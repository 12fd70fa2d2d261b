import HospitalScreens
import TerminalKit

/// The screen of a locked terminal (H4). It shows who holds the seat, and nothing of any patient.
package struct LockPane: CredentialPane {
  package static let keyTable: [Command<LockPane>] =
    [
      Command("lock.go", keys: [.enter], title: "Unlock, or sign in as the other user who is typed", section: .form) {
        $0.goOn()
      }
    ] + fieldKeys("lock") + [
      Command("lock.other", keys: [.function(6)], title: "Another user: type their name", section: .form) {
        $0.other()
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

  var typed: Form {
    get { screen.form }
    set { screen.form = newValue }
  }

  /// Enter: from the user name to the PIN or password, from there to work.
  private mutating func goOn() {
    if screen.form.focus == 0 { return screen.form.next() }
    switch screen.unlock() {
    case .unlocked: asks.uncover()
    case .began: asks.add(.startSession)
    case .goesOn(let signIn): asks.cover(with: SignInPane(signIn))
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

  package mutating func draw(on canvas: inout Canvas) {
    canvas.fill(Area(canvas.size), role: .lock)
    let left = max(2, canvas.columns / 2 - 17)
    let row = max(0, canvas.rows / 2 - 8)
    canvas.writeCentred(StyledText(screen.place, .heading), row: row)
    canvas.writeCentred(StyledText("LOCKED", .messageWarn), row: row + 2)
    canvas.writeCentred(StyledText("\(screen.holder), since \(screen.since)", .lock), row: row + 4)
    canvas.writeCentred(
      StyledText("What was typed is kept. Another user may sign in at once.", .lock), row: row + 5)
    Self.drawFields(
      of: screen.form, on: &canvas, column: left, row: row + 7, secret: screen.secretCaption, hint: screen.secretHint)
    if let problem = screen.problem {
      canvas.writeCentred(StyledText("ERR", .messageError) + StyledText("  \(problem)"), row: row + 12)
    } else if screen.parked > 0 {
      let others = screen.parked == 1 ? "one other user" : "\(screen.parked) other users"
      canvas.writeCentred(StyledText("The work of \(others) is parked here too.", .hint), row: row + 12)
    }
    canvas.writeCentred(StyledText("Enter  unlock     F6  other user     ^X  sign out", .hint), row: row + 14)
  }
}

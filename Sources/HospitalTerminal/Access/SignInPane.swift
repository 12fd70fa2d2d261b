import HospitalDomain
import HospitalScreens
import TerminalKit

/// The screen of a terminal at which nobody works. It shows nothing of any patient.
package struct SignInPane: CredentialPane {
  package static let keyTable: [Command<SignInPane>] =
    [Command("signin.go", keys: [.enter], title: "Sign in", section: .form) { $0.goOn() }]
    + fieldKeys("signin") + [
      Command("signin.quit", keys: [.control("x")], title: "End the program", section: .form) { $0.quit() }
    ]

  package var asks = Asks()
  package var screen: SignInScreen

  package init(_ screen: SignInScreen) {
    self.screen = screen
  }

  package var title: String { "Sign in" }

  var typed: Form {
    get { screen.form }
    set { screen.form = newValue }
  }

  /// Enter: from the user name to the password, from there to the hospital.
  private mutating func goOn() {
    if screen.form.focus == 0 { return screen.form.next() }
    switch screen.signIn() {
    case .began: asks.add(.startSession)
    case .secondStep: askSecondStep()
    case .refused: break
    }
  }

  /// The password was right: the code is asked for, or a second step to be added where the role has to have one.
  private mutating func askSecondStep() {
    switch screen.secondStep() {
    case .code(let code): asks.replace(with: CodePane(code))
    case .enrolment(let enrolment): asks.replace(with: EnrolmentPane(enrolment))
    case nil: break
    }
  }

  /// Ends the program, or goes back to the lock of somebody else below.
  private mutating func quit() {
    if screen.desk.isGuest { asks.close() } else { asks.add(.quit) }
  }

  package mutating func draw(on canvas: inout Canvas) {
    canvas.fill(Area(canvas.size), role: .lock)
    let row = Self.top(on: canvas)
    canvas.writeCentred(StyledText(screen.place, .heading), row: row)
    Self.drawFields(of: screen.form, on: &canvas, column: Self.left(on: canvas), row: row + 2, secret: "Password")
    if let problem = screen.problem {
      canvas.writeCentred(StyledText("ERR", .messageError) + StyledText("  \(problem)"), row: row + 6)
    } else if let farewell = screen.farewell {
      canvas.writeCentred(StyledText("Note", .messageNote) + StyledText("  \(farewell)"), row: row + 6)
    }
    let keys = "Enter  sign in      Tab  other field      ^X  \(screen.desk.isGuest ? "back to the lock" : "end")"
    canvas.writeCentred(StyledText(keys, .hint), row: row + 8)
    drawDemonstration(on: &canvas, row: row + 10)
  }

  private func drawDemonstration(on canvas: inout Canvas, row: Int) {
    guard !screen.demonstration.isEmpty else { return }
    let lines = [
      "Demonstration hospital. Sign in as", screen.demonstration.prefix(5).joined(separator: "  "),
      screen.demonstration.dropFirst(5).joined(separator: "  "), "with the password  demo",
    ]
    for (number, line) in lines.enumerated() {
      canvas.write(line, column: 0, row: row + number, width: canvas.columns, align: .centre, role: .hint)
    }
  }
}

extension SignInPane {
  /// What is shown while the hospital is still being opened: the fields, ready to be typed into. The keys that are pressed
  /// meanwhile wait in the terminal.
  package static func firstFrame(size: Size, glyphs: GlyphSet, now: Timestamp) -> Canvas {
    var canvas = Canvas(size: size, glyphs: glyphs)
    canvas.fill(Area(canvas.size), role: .lock)
    guard ScreenLayout(size).kind != .tooSmall else { return canvas }
    // The last row is the shell's, for messages.
    canvas.within(Area(column: 0, row: 0, columns: size.columns, rows: size.rows - 1)) { canvas in
      drawFields(
        of: SignInScreen.emptyForm(at: FormMoment(now: now)), on: &canvas, column: left(on: canvas),
        row: top(on: canvas) + 2, secret: "Password")
    }
    return canvas
  }

  private static func left(on canvas: Canvas) -> Int { max(2, canvas.columns / 2 - 16) }
  private static func top(on canvas: Canvas) -> Int { max(1, canvas.rows / 2 - 7) }
}

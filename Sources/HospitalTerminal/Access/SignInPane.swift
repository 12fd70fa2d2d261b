import HospitalDomain
import HospitalScreens
import TerminalKit

/// The screen of a terminal at which nobody works: sign-in, or the lock. It shows nothing of any patient.
package struct SignInPane: Pane {
  package static let keyTable: [Command<SignInPane>] = [
    Command("signin.go", keys: [.enter], title: "Sign in", section: .form) { $0.goOn() },
    Command("signin.next", keys: [.tab, .backTab, .up, .down], title: "The other field", section: .form) {
      $0.screen.form.focus == 0 ? $0.screen.form.next() : $0.screen.form.previous()
    },
    Command("signin.clear", keys: [.control("u")], title: "Clear the field", section: .form) {
      $0.screen.form.clearField()
    },
    Command("signin.quit", keys: [.control("x")], title: "End the program", section: .form) { $0.quit() },
  ]

  package var asks = Asks()
  package var screen: SignInScreen

  /// Whether it lies over the lock of somebody else, to which ^X goes back.
  private let isOverLock: Bool

  package init(_ screen: SignInScreen, overLock: Bool = false) {
    self.screen = screen
    isOverLock = overLock
  }

  package var title: String { screen.holder == nil ? "Sign in" : "Locked" }
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

  /// Enter: from the user name to the password, from there to the hospital.
  private mutating func goOn() {
    if screen.form.focus == 0 { return screen.form.next() }
    switch screen.signIn() {
    case .unlocked: asks.uncover()
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

  /// Ends the program, unless somebody's work is locked in it.
  private mutating func quit() {
    if isOverLock { return asks.close() }
    if screen.holder == nil { asks.add(.quit) } else { asks.add(.signOut) }
  }

  /// Esc does nothing here: there is nowhere to go back to.
  package mutating func back() -> Bool { true }

  package mutating func draw(on canvas: inout Canvas) {
    canvas.fill(Area(canvas.size), role: .lock)
    let left = Self.left(on: canvas)
    var row = Self.top(on: canvas)
    canvas.write(screen.place, column: 0, row: row, width: canvas.columns, align: .centre, role: .heading)
    row += 2
    row = drawHolder(on: &canvas, row: row)
    Self.drawFields(of: screen.form, on: &canvas, column: left, row: row)
    row += 4
    if let problem = screen.problem {
      canvas.writeCentred(StyledText("ERR", .messageError) + StyledText("  \(problem)"), row: row)
    } else if let farewell = screen.farewell {
      canvas.writeCentred(StyledText("Note", .messageNote) + StyledText("  \(farewell)"), row: row)
    }
    row += 2
    let keys =
      screen.holder == nil ? "Enter  sign in      Tab  other field      ^X  end" : "Enter  unlock      ^X  sign out"
    canvas.write(keys, column: 0, row: row, width: canvas.columns, align: .centre, role: .hint)
    drawDemonstration(on: &canvas, row: row + 2)
  }

  private func drawHolder(on canvas: inout Canvas, row: Int) -> Int {
    guard let holder = screen.holder else { return row }
    canvas.writeCentred(StyledText("LOCKED", .messageWarn), row: row)
    canvas.writeCentred(
      StyledText("\(holder) works here; what was typed is kept. Another user may sign in.", .lock), row: row + 1)
    return row + 3
  }

  private static func drawFields(of form: Form, on canvas: inout Canvas, column: Int, row: Int) {
    for (number, field) in form.fields.enumerated() {
      let isFocused = number == form.focus
      canvas.write(field.caption, column: column, row: row + number * 2, role: .caption)
      TextField(
        text: field.entry.text, caret: field.entry.cursor, width: 20, isFocused: isFocused, isSecret: number == 1
      ).draw(
        column: column + 10, row: row + number * 2, on: &canvas, role: isFocused ? .fieldFocused : .field)
    }
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
        row: top(on: canvas) + 2)
    }
    return canvas
  }

  private static func left(on canvas: Canvas) -> Int { max(2, canvas.columns / 2 - 16) }
  private static func top(on canvas: Canvas) -> Int { max(1, canvas.rows / 2 - 7) }
}

extension Canvas {
  /// Writes a line in the middle; what is beside it stays as it is.
  mutating func writeCentred(_ text: StyledText, row: Int) {
    write(text, column: max(0, (columns - text.width) / 2), row: row)
  }
}

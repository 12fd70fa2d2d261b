import HospitalDomain
import HospitalScreens
import TerminalKit

/// Draws the questions that lead to a second step, and the picture that is scanned.
struct EnrolmentDrawing {
  private let screen: EnrolmentScreen

  init(_ screen: EnrolmentScreen) {
    self.screen = screen
  }

  func draw(on canvas: inout Canvas) {
    switch screen.phase {
    case .password:
      ask("Your password, because your sign-in is about to change.", "Password", on: &canvas, column: 2, row: 1)
    case .app(let enrolment, let picture): drawApp(enrolment, picture, on: &canvas)
    case .address:
      ask("Where are codes to be sent to? The first one comes at once.", "E-mail", on: &canvas, column: 2, row: 1)
    case .mailCode(let address):
      ask("Type the code that was sent to \(address).", "Code", on: &canvas, column: 2, row: 1)
    case .codes(let codes): drawCodes(codes, on: &canvas)
    }
  }

  /// The picture at the left where it fits with the words beside it, and the words.
  private func drawApp(_ enrolment: TimeCodeEnrolment, _ picture: DotPicture?, on canvas: inout Canvas) {
    let words = 36
    let room = Size(columns: canvas.columns - words - 3, rows: canvas.rows)
    var column = 2
    var isSeen = false
    if let picture, let margin = picture.margin(within: room, canvas.glyphs) {
      picture.draw(on: &canvas, column: 1, row: 0, margin: margin)
      column = picture.size(canvas.glyphs, margin: margin).columns + 4
      isSeen = true
    }
    if !isSeen { return drawFields(enrolment, hasPicture: picture != nil, on: &canvas) }
    let lines = ["Scan this with an authenticator app,", "or type the secret into it:"]
    for (row, line) in lines.enumerated() { canvas.write(line, column: column, row: row) }
    let groups = enrolment.groups
    var row = lines.count + 1
    for start in stride(from: 0, to: groups.count, by: 4) {
      canvas.write(
        groups[start..<min(start + 4, groups.count)].joined(separator: " "), column: column, row: row, role: .heading)
      row += 1
    }
    canvas.write("User  \(enrolment.username)", column: column, row: row + 1, role: .hint)
    ask("Then type the code that it shows:", "Code", on: &canvas, column: column, row: row + 3)
  }

  /// Where no whole picture fits, or none can be drawn: everything that an app asks for which is set up by hand.
  private func drawFields(_ enrolment: TimeCodeEnrolment, hasPicture: Bool, on canvas: inout Canvas) {
    let column = 2
    canvas.write("In an authenticator app, choose to enter a key, and type:", column: column, row: 0)
    var row = 1
    func write(_ caption: String, _ text: String, _ role: StyleRole) {
      canvas.write(caption, column: column, row: row, role: .caption)
      canvas.write(text, column: column + 10, row: row, role: role)
      row += 1
    }
    let groups = enrolment.groups
    for start in stride(from: 0, to: groups.count, by: 4) {
      let part = groups[start..<min(start + 4, groups.count)].joined(separator: " ")
      write(start == 0 ? "Key" : "", part, .heading)
    }
    for field in enrolment.fields { write(field.caption, field.text, .default) }
    if hasPicture, canvas.rows > 13 {
      canvas.write("A larger window shows a picture to scan instead.", column: column, row: row, role: .hint)
      row += 1
    }
    ask("Then type the code that it shows:", "Code", on: &canvas, column: column, row: row + 1)
  }

  private func drawCodes(_ codes: [String], on canvas: inout Canvas) {
    let lines = [
      "Write these down and keep them away from this terminal.",
      "They are shown only now. Each stands in for your second step once.",
    ].flatMap { SafeText.wrapped($0, columns: max(20, canvas.columns - 4)) }
    for (row, line) in lines.enumerated() { canvas.write(line, column: 2, row: row + 1) }
    let half = (codes.count + 1) / 2
    for (number, code) in codes.enumerated() {
      canvas.write(
        code, column: 4 + number / half * 20, row: lines.count + 2 + number % half, role: .heading)
    }
    let row = lines.count + 3 + half
    canvas.write("Enter when you have written them down.", column: 2, row: row, role: .hint)
    canvas.park(column: 2, row: row)
  }

  /// A line of words, a field below it, and what went wrong below that.
  private func ask(_ words: String, _ caption: String, on canvas: inout Canvas, column: Int, row: Int) {
    canvas.write(words, column: column, row: row)
    canvas.write(caption, column: column, row: row + 2, role: .caption)
    let width = min(caption == "E-mail" ? 40 : 12, max(8, canvas.columns - column - 14))
    TextField(
      text: screen.entry.text, caret: screen.entry.cursor, width: width, isFocused: true, isSecret: screen.isSecret
    ).draw(column: column + 10, row: row + 2, on: &canvas, role: .fieldFocused)
    var row = row + 4
    let message =
      screen.problem.map { ("ERR  ", $0, StyleRole.messageError) } ?? screen.note.map { ("Note  ", $0, .messageNote) }
    guard let (level, text, role) = message else { return }
    canvas.write(level, column: column, row: row, role: role)
    for line in SafeText.wrapped(text, columns: max(20, canvas.columns - column - 7)) {
      canvas.write(line, column: column + 6, row: row)
      row += 1
    }
  }
}

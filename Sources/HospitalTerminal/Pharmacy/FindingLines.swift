import HospitalDomain
import HospitalScreens
import TerminalKit

/// One thing that speaks against a prescription, as a line: mark and word first, so that it is told without colour.
struct FindingLine {
  let mark: String
  let word: String
  let text: String
  let role: StyleRole
  /// Whether the text is as light as the word before it.
  let isFaint: Bool

  init(mark: String, word: String, text: String, role: StyleRole, isFaint: Bool = false) {
    self.mark = mark
    self.word = word
    self.text = text
    self.role = role
    self.isFaint = isFaint
  }

  init(_ finding: CheckFinding) {
    let role: StyleRole = finding.level.needsReason ? .rxAlert : finding.level == .moderate ? .rxHeld : .hint
    self.init(mark: finding.level.mark, word: finding.level.rawValue, text: finding.sentence, role: role)
  }

  /// What was shown in this admission already: there, and no more than that.
  init(shown finding: CheckFinding) {
    self.init(mark: "", word: "already shown", text: finding.sentence, role: .hint, isFaint: true)
  }

  /// What was not checked: never drawn as lightly as a hint.
  init(_ gap: CheckGap) {
    self.init(mark: "?", word: "not checked", text: gap.reason + ".", role: .rxHeld)
  }

  /// Mark and word in columns: `!! contraindicated  `.
  var heading: String { mark.padded(to: 3) + word.padded(to: 16) }

  /// The role of the text.
  var textRole: StyleRole { isFaint ? role : .default }
}

/// What speaks against a prescription, wrapped to so many columns.
struct FindingLines {
  private var rows: [(heading: String, text: String, role: StyleRole, textRole: StyleRole)] = []

  init(_ lines: [FindingLine], columns: Int) {
    for line in lines {
      let width = max(20, columns - line.heading.count)
      let wrapped = WrappedLines(Array(line.text), columns: width)
      for number in wrapped.lines.indices {
        rows.append((number == 0 ? line.heading : "", wrapped.text(of: number), line.role, line.textRole))
      }
    }
  }

  var count: Int { rows.count }

  /// Draws as many rows as there is room for; the last one says where the rest is.
  func draw(_ area: Area, more: String, on canvas: inout Canvas) {
    canvas.within(area) { canvas in
      let shown = rows.count > canvas.rows ? rows.prefix(canvas.rows - 1) : rows[...]
      for (row, line) in shown.enumerated() {
        canvas.write(line.heading, column: 0, row: row, role: line.role)
        canvas.write(line.text, column: 19, row: row, role: line.textRole)
      }
      if shown.count < rows.count {
        canvas.write("\(rows.count - shown.count) more lines; \(more)", column: 19, row: canvas.rows - 1, role: .hint)
      }
    }
  }
}

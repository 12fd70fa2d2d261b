import HospitalScreens
import TerminalKit

extension FormSheet {
  /// Draws the page with the focus over the whole canvas, scrolled so that the
  /// focused field is seen, and parks the cursor in it. An open list lies over it.
  package mutating func draw(on canvas: inout Canvas) {
    columns = canvas.columns
    var plan = FormPlan(form, columns: canvas.columns, spacious: true)
    if plan.lines > canvas.rows { plan = FormPlan(form, columns: canvas.columns) }
    scroll(plan, rows: canvas.rows)
    for heading in plan.headings { draw(heading, on: &canvas) }
    for item in plan.items { draw(item, on: &canvas) }
    for note in plan.notes {
      canvas.write(note.text, column: note.column, row: note.line - top, role: .fieldError)
    }
    if top > 0 { drawMore(canvas.glyphs.more.above, row: 0, on: &canvas) }
    if top + canvas.rows < plan.lines { drawMore(canvas.glyphs.more.below, row: canvas.rows - 1, on: &canvas) }
    if let list = form.list { draw(list, on: &canvas) }
  }

  /// Brings the focused field into sight, with the heading above a section's first line and what is wrong below.
  private mutating func scroll(_ plan: FormPlan, rows: Int) {
    guard let item = plan.item(of: form.focus) else { return }
    let note = plan.notes.last { $0.field == item.field }
    let last = max(item.line + item.lines - 1, note?.line ?? 0)
    let hasHeading = plan.headings.contains { $0.line == item.line - 1 }
    top = max(top, last - rows + 1)
    top = min(top, hasHeading ? item.line - 1 : item.line)
    top = max(0, min(top, plan.lines - rows))
  }

  private func drawMore(_ sign: Character, row: Int, on canvas: inout Canvas) {
    canvas.write(String(sign), column: canvas.columns - 1, row: row, role: .hint)
  }

  private func draw(_ heading: FormPlan.Heading, on canvas: inout Canvas) {
    canvas.write(heading.title, column: 1, row: heading.line - top, role: .heading)
  }

  private func draw(_ item: FormPlan.Item, on canvas: inout Canvas) {
    let row = item.line - top
    guard row + item.lines > 0, row < canvas.rows else { return }
    let field = form.fields[item.field]
    drawMarks(item, row: row, on: &canvas)
    canvas.write(
      field.caption, column: item.caption, row: row, role: field.problem == nil ? .caption : .fieldError,
      limit: item.bracket - item.caption - 3)
    if field.isRequired { canvas.write("*", column: item.bracket - 2, row: row, role: .fieldRequired) }
    if field.isReadOnly {
      let blank = field.entry.isBlank
      canvas.write(
        blank ? field.hint : field.text, column: item.bracket + 1, row: row, role: blank ? .hint : .default,
        limit: item.width + item.room + 2)
      return
    }
    let understood = field.problem == nil ? field.reading(at: form.moment).beside : nil
    let item = item.yielding(to: understood, keeping: SafeText.width(field.text) + 1)
    drawText(item, row: row, on: &canvas)
    drawBeside(item, understood, row: row, on: &canvas)
  }

  /// `!` for wrong, else `>` for the focus: in column 0, or before the caption of a further field.
  private func drawMarks(_ item: FormPlan.Item, row: Int, on canvas: inout Canvas) {
    let isWrong = form.fields[item.field].problem != nil
    let isFocused = item.field == form.focus
    if isWrong { canvas.write("!", column: item.caption > 2 ? item.caption - 1 : 0, row: row, role: .fieldError) }
    if isFocused {
      let isFirst = item.caption == 2
      canvas.write(">", column: isFirst ? (isWrong ? 1 : 0) : item.bracket - 1, row: row, role: .fieldFocused)
    }
  }

  private func role(of item: FormPlan.Item) -> StyleRole {
    let field = form.fields[item.field]
    if item.field == form.focus, form.list == nil { return .fieldFocused }
    if field.problem != nil { return .fieldError }
    return field.isModified ? .fieldModified : .field
  }

  private func drawText(_ item: FormPlan.Item, row: Int, on canvas: inout Canvas) {
    let field = form.fields[item.field]
    let isFocused = item.field == form.focus && form.list == nil
    switch field.kind {
    case .yesNo:
      let sign = form.isOn(field.id) ? "x" : field.entry.isBlank && field.isRequired ? "_" : " "
      canvas.write("[\(sign)]", column: item.bracket, row: row, role: role(of: item))
      if isFocused { canvas.park(column: item.bracket + 1, row: row) }
    case .lines:
      drawLines(item, row: row, isFocused: isFocused, on: &canvas)
    default:
      TextField(
        text: field.text, caret: field.entry.cursor, width: item.width, isFocused: isFocused,
        isSecret: field.kind.isSecret
      ).draw(column: item.bracket, row: row, on: &canvas, role: role(of: item))
    }
  }

  private func drawLines(_ item: FormPlan.Item, row: Int, isFocused: Bool, on canvas: inout Canvas) {
    let entry = form.fields[item.field].entry
    let wrapped = WrappedLines(entry.characters, columns: item.width)
    let (line, offset) = wrapped.place(of: entry.cursor)
    let first = isFocused ? max(0, line - item.lines + 1) : 0
    for shown in 0..<item.lines where row + shown >= 0 {
      let number = first + shown
      let text = number < wrapped.lines.count ? wrapped.text(of: number) : ""
      TextField(
        text: text, caret: number == line ? offset : 0, width: item.width, isFocused: isFocused && number == line
      ).draw(column: item.bracket, row: row + shown, on: &canvas, role: role(of: item))
    }
  }

  /// What is wrong, what was understood, or what may be typed.
  private func drawBeside(_ item: FormPlan.Item, _ understood: String?, row: Int, on canvas: inout Canvas) {
    let field = form.fields[item.field]
    let column = item.end + 1
    if let problem = field.problem {
      if SafeText.width(problem) <= item.room { canvas.write(problem, column: column, row: row, role: .fieldError) }
    } else if let understood {
      canvas.write(understood, column: column, row: row, role: .hint, limit: item.room)
    } else if field.entry.isBlank, SafeText.width(field.hint) <= item.room {
      canvas.write(field.hint, column: column, row: row, role: .hint, limit: item.room)
    }
  }
}

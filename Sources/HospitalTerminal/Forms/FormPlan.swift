import HospitalScreens
import TerminalKit

/// Where the fields of one page of a form stand on so many columns: a pure
/// function of the form and the width, so that drawing and scrolling agree.
///
/// Captions of first fields share a column, and those of second fields in rows of
/// two. A further field stands on the same line where it fits, shrunk if need be,
/// else on a line of its own. What is
/// wrong stands beside its field, or on a line under it.
struct FormPlan {
  /// One field's place.
  struct Item: Hashable {
    /// The field's place in `Form.fields`.
    let field: Int
    /// The line of the page, from 0.
    let line: Int
    /// Where its caption begins.
    let caption: Int
    /// Where its opening bracket stands.
    let bracket: Int
    /// Columns between the brackets.
    let width: Int
    /// Lines that it takes.
    let lines: Int
    /// Columns for what is said beside it.
    var room = 0

    /// The column after the closing bracket.
    var end: Int { bracket + width + 2 }

    /// The same, narrower by what words beside it lack of room: a strength is not cut off its medicine while the field is
    /// half empty. It keeps so many columns for its text.
    func yielding(to words: String?, keeping text: Int) -> Item {
      let lacking = max(0, SafeText.width(words ?? "") - room)
      let given = min(lacking, max(0, width - text))
      var item = Item(field: field, line: line, caption: caption, bracket: bracket, width: width - given, lines: lines)
      item.room = room + given
      return item
    }
  }

  /// What is wrong with a field, on a line of its own.
  struct Note: Hashable {
    let field: Int
    let line: Int
    let column: Int
    let text: String
  }

  /// A section's title.
  struct Heading: Hashable {
    let line: Int
    let title: String
  }

  private(set) var items: [Item] = []
  private(set) var headings: [Heading] = []
  private(set) var notes: [Note] = []
  /// How many lines the page takes.
  private(set) var lines = 0

  private let columns: Int
  private let form: Form
  /// The bracket of first fields.
  private var firstBracket = 0
  /// Where captions of second fields begin, if they fit there.
  private var second = 0
  /// The widest caption of second fields.
  private var secondCaption = 0

  /// Plans the page that has the focus; `spacious` puts a blank line between sections.
  init(_ form: Form, columns: Int, spacious: Bool = false) {
    self.form = form
    self.columns = columns
    measure()
    for group in form.layout.pages[form.page] {
      if spacious, lines > 0 { lines += 1 }
      if !group.title.isEmpty {
        headings.append(Heading(line: lines, title: group.title))
        lines += 1
      }
      for row in group.rows { place(row) }
    }
  }

  /// The item of a field, if it stands on this page.
  func item(of field: Int) -> Item? { items.first { $0.field == field } }

  // MARK: Measuring

  /// The columns that a field's text gets: half as many again on a wide screen, where what is typed may be long.
  private func width(of field: Int) -> Int {
    let field = form.fields[field]
    switch field.kind {
    case .text, .lookup, .lines: return columns < 110 || field.isReadOnly ? field.width : field.width * 3 / 2
    case .date, .dateTime, .choice, .secret, .yesNo: return field.width
    }
  }

  private mutating func measure() {
    let rows = form.layout.rows(ofPage: form.page)
    let widest = rows.compactMap(\.first).map { SafeText.width(form.fields[$0].caption) }.max() ?? 0
    firstBracket = 2 + min(widest, columns / 3) + 3
    let pairs = rows.filter { $0.count == 2 }
    secondCaption = min(pairs.map { SafeText.width(form.fields[$0[1]].caption) }.max() ?? 0, 14)
    let ends = pairs.map { firstBracket + 2 + width(of: $0[0]) + reserve($0[0]) + 2 }
    second = min(ends.max() ?? 0, columns * 5 / 8)
  }

  /// Columns kept free beside a field for what is usually said there.
  private func reserve(_ field: Int) -> Int {
    let field = form.fields[field]
    if field.isReadOnly { return 0 }
    let room = max(field.besideWidth, SafeText.width(field.hint))
    return room == 0 ? 0 : room + 1
  }

  // MARK: Placing

  private mutating func place(_ row: [Int]) {
    var placed: [Item] = []
    for field in row {
      if let item = placed.last.flatMap({ beside($0, isPair: row.count == 2, field) }) {
        placed.append(item)
      } else {
        finish(placed)
        placed = [first(field)]
      }
    }
    finish(placed)
  }

  private func first(_ field: Int) -> Item {
    let kind = form.fields[field].kind
    let width = max(1, min(width(of: field), columns - firstBracket - 2))
    return Item(field: field, line: lines, caption: 2, bracket: firstBracket, width: width, lines: kind.rows)
  }

  /// A further field on the line of `last`, if it fits there.
  private func beside(_ last: Item, isPair: Bool, _ field: Int) -> Item? {
    let end = last.end + reserve(last.field)
    let caption = isPair ? max(second, end + 1) : end + 1
    let named = SafeText.width(form.fields[field].caption)
    let bracket = caption + (isPair && caption == second ? max(secondCaption, named) : named) + 3
    let width = min(width(of: field), columns - bracket - 2 - reserve(field))
    guard width >= min(form.fields[field].width, 10) else { return nil }
    return Item(
      field: field, line: lines, caption: caption, bracket: bracket, width: width, lines: form.fields[field].kind.rows)
  }

  /// Ends a line: measures the room beside its fields, and adds what is wrong where that room is too little.
  private mutating func finish(_ line: [Item]) {
    guard !line.isEmpty else { return }
    lines += line.map(\.lines).max() ?? 1
    var free = 0
    for (number, item) in line.enumerated() {
      let next = line.indices.contains(number + 1) ? line[number + 1].caption - 2 : columns - 1
      var item = item
      item.room = max(0, next - item.end - 1)
      items.append(item)
      guard let problem = form.fields[item.field].problem, SafeText.width(problem) > item.room else { continue }
      // Below a row of several fields it is said which one it is about.
      let isFirst = number == 0
      free = note(isFirst ? problem : "\(form.fields[item.field].caption): \(problem)", under: item, free: free)
    }
  }

  /// Puts what is wrong under its field, over as many lines as it takes; two that are short share a line where they do not
  /// touch. Gives the column from which the last line is free.
  private mutating func note(_ problem: String, under item: Item, free: Int) -> Int {
    let width = SafeText.width(problem)
    let column = item.bracket + 1 + width < columns ? item.bracket + 1 : min(4, max(0, columns - width))
    let room = columns - 5
    guard width > room else {
      if free == 0 || column < free { lines += 1 }
      notes.append(Note(field: item.field, line: lines - 1, column: column, text: problem))
      return column + width + 2
    }
    let wrapped = WrappedLines(Array(problem), columns: max(1, room))
    for number in wrapped.lines.indices {
      lines += 1
      notes.append(
        Note(field: item.field, line: lines - 1, column: min(4, max(0, columns - 1)), text: wrapped.text(of: number)))
    }
    return columns
  }
}

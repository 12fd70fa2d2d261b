/// What a piece of text is for, as a dotted name (`table.row.selected`). A theme
/// gives roles their colours; a role without a style of its own has its
/// parent's, and at last that of `default`. Every area of the program may
/// declare roles in an extension of its own.
package struct StyleRole: Hashable, Sendable, CustomStringConvertible {
  /// The dotted name, as a theme file writes it.
  package let name: StaticString

  /// Declares a role; `name` is a literal, so that a role costs nothing to copy.
  package init(_ name: StaticString) {
    self.name = name
  }

  /// The name as text.
  package var description: String { name.description }

  /// The names to look for in a theme, the most exact first, `default` last.
  package var lineage: [String] {
    var names: [String] = []
    var rest = description[...]
    while !rest.isEmpty {
      names.append(String(rest))
      rest = rest.lastIndex(of: ".").map { rest[..<$0] } ?? ""
    }
    if names.last != "default" { names.append("default") }
    return names
  }

  /// Equal names are equal roles, wherever they were declared.
  package static func == (one: StyleRole, other: StyleRole) -> Bool {
    let count = one.name.utf8CodeUnitCount
    guard count == other.name.utf8CodeUnitCount else { return false }
    let first = one.name.utf8Start
    let second = other.name.utf8Start
    if first == second { return true }
    for index in 0..<count where first[index] != second[index] { return false }
    return true
  }

  /// Feeds the name to `hasher`.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }
}

extension StyleRole {
  /// Plain text.
  package static let `default` = StyleRole("default")
  /// Row 0 of the screen.
  package static let title = StyleRole("title")
  /// A pane's name in the row of tabs.
  package static let tab = StyleRole("tab")
  /// The pane that is open.
  package static let tabActive = StyleRole("tab.active")
  /// A section's heading.
  package static let heading = StyleRole("heading")
  /// A line that separates.
  package static let rule = StyleRole("rule")
  /// The names of a table's columns.
  package static let tableHeader = StyleRole("table.header")
  /// A row of a table.
  package static let tableRow = StyleRole("table.row")
  /// The row that has the focus.
  package static let tableRowSelected = StyleRole("table.row.selected")
  /// A row that was marked for an act on many.
  package static let tableRowMarked = StyleRole("table.row.marked")
  /// A row that changed in the last minute.
  package static let tableRowChanged = StyleRole("table.row.changed")
  /// The part of a text that a search found.
  package static let match = StyleRole("match")
  /// What cannot be used now.
  package static let disabled = StyleRole("disabled")
  /// A place to type in.
  package static let field = StyleRole("field")
  /// The part of it that nothing stands in.
  package static let fieldBlank = StyleRole("field.blank")
  /// The place that is being typed in.
  package static let fieldFocused = StyleRole("field.focused")
  /// The star of a field that must be filled.
  package static let fieldRequired = StyleRole("field.required")
  /// A field that differs from what is saved.
  package static let fieldModified = StyleRole("field.modified")
  /// A field that is wrong.
  package static let fieldError = StyleRole("field.error")
  /// The name beside a field.
  package static let caption = StyleRole("caption")
  /// Advice beside a field.
  package static let hint = StyleRole("hint")
  /// A key's name in the hints.
  package static let key = StyleRole("key")
  /// What a key does, in the hints.
  package static let keyLabel = StyleRole("key.label")
  /// A message that something is done.
  package static let messageOK = StyleRole("msg.ok")
  /// A message to take note of.
  package static let messageNote = StyleRole("msg.note")
  /// A warning.
  package static let messageWarn = StyleRole("msg.warn")
  /// A message that something is wrong.
  package static let messageError = StyleRole("msg.error")
  /// The inside of a box over the screen.
  package static let overlay = StyleRole("overlay")
  /// Its frame.
  package static let overlayBorder = StyleRole("overlay.border")
  /// Its title, in the frame.
  package static let overlayTitle = StyleRole("overlay.title")
  /// A button.
  package static let button = StyleRole("button")
  /// The button that Enter presses.
  package static let buttonFocused = StyleRole("button.focused")
  /// A button that destroys something.
  package static let buttonDanger = StyleRole("button.danger")
  /// The part of a bar that is done.
  package static let progressDone = StyleRole("progress.done")
  /// The part of a bar that is left.
  package static let progressTodo = StyleRole("progress.todo")

  /// The roles that the kit itself draws with; a program adds its own.
  package static let kitRoles: [StyleRole] = [
    .default, .title, .tab, .tabActive, .heading, .rule, .tableHeader, .tableRow, .tableRowSelected, .tableRowMarked,
    .tableRowChanged, .match, .disabled, .field, .fieldBlank, .fieldFocused, .fieldRequired, .fieldModified,
    .fieldError,
    .caption, .hint, .key, .keyLabel, .messageOK, .messageNote, .messageWarn, .messageError, .overlay,
    .overlayBorder, .overlayTitle, .button, .buttonFocused, .buttonDanger, .progressDone, .progressTodo,
  ]
}

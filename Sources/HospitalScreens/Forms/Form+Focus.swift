extension Form {
  /// Goes to the next field (Tab, Enter), on the next page too, unless the form keeps to its page. On the last one it stays
  /// and says how to save.
  package mutating func next() {
    leaveField()
    if let next = fields.indices.first(where: { $0 > focus && isInReach($0) }) {
      focus = next
    } else if note == nil {
      note = FormMessage(.note, endOfPage)
    }
  }

  /// Goes to the field before (S-Tab).
  package mutating func previous() {
    leaveField()
    focus = fields.indices.last { $0 < focus && isInReach($0) } ?? focus
  }

  /// Whether Tab and the arrows go to a field from the page that is seen.
  private func isInReach(_ place: Int) -> Bool {
    !fields[place].isReadOnly && (!keepsToPage || layout.page(of: place) == page)
  }

  /// What is said after the last field.
  private var endOfPage: String {
    guard keepsToPage, page + 1 < layout.pages.count, let section = layout.pages[page + 1].first else {
      return "This is the last field. ^S saves the form."
    }
    return "This is the last field of the page. ^S saves the form; PgDn goes to \(section.title)."
  }

  /// Goes to the field above.
  package mutating func up() { moveRow(by: -1) }

  /// Goes to the field below.
  package mutating func down() { moveRow(by: 1) }

  /// Goes to the first field of the next page; to the last field on the last page.
  package mutating func pageDown() {
    leaveField()
    let later = fields.indices.filter { !fields[$0].isReadOnly && layout.page(of: $0) > page }
    focus = later.first ?? fields.indices.last { !fields[$0].isReadOnly } ?? focus
  }

  /// Goes to the first field of the page before; to the first field on the first page.
  package mutating func pageUp() {
    leaveField()
    let wanted = max(0, page - 1)
    focus = fields.indices.first { !fields[$0].isReadOnly && layout.page(of: $0) == wanted } ?? focus
  }

  /// Goes to a field by its name; nothing happens if the form has none.
  package mutating func focus(on id: FormField.ID) {
    guard let place = place(of: id), !fields[place].isReadOnly else { return }
    leaveField()
    focus = place
  }

  /// Checks the field that is being left and ends its step of undo.
  mutating func leaveField() {
    note = nil
    history.seal()
    checkLeft(focus)
  }

  private mutating func moveRow(by step: Int) {
    leaveField()
    let rows = layout.pages.indices.flatMap { layout.rows(ofPage: $0) }
    guard let row = rows.firstIndex(where: { $0.contains(focus) }) else { return }
    let column = rows[row].firstIndex(of: focus) ?? 0
    var wanted = row + step
    while rows.indices.contains(wanted) {
      let open = rows[wanted].filter { isInReach($0) }
      if !open.isEmpty {
        let same = rows[wanted][min(column, rows[wanted].count - 1)]
        focus = open.contains(same) ? same : open.last { $0 <= same } ?? open[0]
        return
      }
      wanted += step
    }
  }
}

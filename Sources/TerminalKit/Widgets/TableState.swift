/// Where the focus stands in a list, and which part of the list is seen. It
/// knows only numbers of rows, so 5,000 rows cost what 50 do.
package struct TableState: Hashable, Sendable {
  /// How many rows the list has.
  package private(set) var count: Int = 0
  /// The row with the focus, from 0; nil if the list is empty.
  package private(set) var selected: Int?
  /// The first row that is seen.
  package private(set) var top: Int = 0
  /// How many rows are seen, as of the last drawing; before it, as many as one likes.
  package private(set) var visible: Int = 1_000
  /// The rows that are marked for an act on many.
  package var marked: Set<Int> = []

  /// The state of a list of `count` rows.
  package init(count: Int = 0) {
    rowsChanged(count: count)
  }

  /// The rows that are seen.
  package var window: Range<Int> { top..<max(top, min(count, top + visible)) }

  /// The list has other rows now. `selectedNow` says where the row with the
  /// focus went: it then stays at the same height of the screen, so live changes
  /// move nothing under the eye. Without it the focus keeps its number.
  /// Marks are kept only if `markedNow` says where they went: better none than a
  /// mark on another row.
  package mutating func rowsChanged(count: Int, selectedNow: Int? = nil, markedNow: Set<Int>? = nil) {
    marked = markedNow ?? (count == self.count && selectedNow == nil ? marked : [])
    self.count = max(0, count)
    guard count > 0 else {
      (selected, top) = (nil, 0)
      return
    }
    let before = selected ?? 0
    let now = min(max(0, selectedNow ?? before), count - 1)
    if selected != nil { top += now - before }
    selected = now
    settle()
  }

  /// The list has other rows now, each known by an identity: the focus and the
  /// marks go with their rows, wherever these went.
  package mutating func rowsChanged<ID: Hashable>(from old: [ID], to new: [ID]) {
    let places = Dictionary(new.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let now = selected.flatMap { old.indices.contains($0) ? places[old[$0]] : nil }
    let marks = marked.compactMap { old.indices.contains($0) ? places[old[$0]] : nil }
    rowsChanged(count: new.count, selectedNow: now, markedNow: Set(marks))
  }

  /// Puts the focus on a row.
  package mutating func select(_ row: Int) {
    guard count > 0 else { return }
    selected = min(max(0, row), count - 1)
    settle()
  }

  /// Moves the focus by `rows`, stopping at the ends.
  package mutating func move(by rows: Int) {
    guard let selected else { return }
    select(selected + rows)
  }

  /// Moves the focus by screens.
  package mutating func page(by pages: Int) {
    move(by: pages * max(1, visible - 1))
  }

  /// Takes the wheel, or a press on a line of the part that is seen, counted from
  /// 0; returns whether it moved the focus.
  package mutating func take(_ mouse: MouseEvent.Act, line: Int) -> Bool {
    let before = selected
    switch mouse {
    case .wheelUp: move(by: -3)
    case .wheelDown: move(by: 3)
    case .press, .doublePress:
      guard line >= 0, window.contains(top + line) else { return false }
      select(top + line)
    }
    return selected != before
  }

  /// Takes the number of rows that can be seen, before drawing.
  package mutating func fit(rows: Int) {
    visible = max(1, rows)
    settle()
  }

  /// Marks the row with the focus, or takes its mark away, and moves on.
  package mutating func toggleMark() {
    guard let selected else { return }
    marked.formSymmetricDifference([selected])
    move(by: 1)
  }

  /// Marks every row, or none if all are.
  package mutating func toggleAllMarks() {
    marked = marked.count == count ? [] : Set(0..<count)
  }

  private mutating func settle() {
    guard let selected else { return }
    if selected < top { top = selected }
    if selected >= top + visible { top = selected - visible + 1 }
    top = max(0, min(top, max(0, count - visible)))
  }
}

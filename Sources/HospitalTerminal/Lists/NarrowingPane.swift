import HospitalScreens
import TerminalKit

/// A pane that is one list, which a person narrows by typing after `/`. Filter, focus and keys of such lists are here; the
/// pane adds its columns and what can be done to the row with the focus.
package protocol NarrowingPane: Pane, SendableMetatype {
  associatedtype Row: Identifiable & Sendable where Row.ID: Sendable
  /// The rows, and which of them are shown.
  var rows: NarrowedList<Row> { get set }
  /// Where the focus stands in what is shown.
  var list: TableState { get set }
  /// What can be typed into the filter, as a hint beside it.
  var filterHint: String { get }
  /// Shows everything again; false when it was shown already.
  mutating func showAll() -> Bool
}

extension NarrowingPane {
  package var holdsText: Bool { rows.entry != nil }

  package mutating func back() -> Bool {
    var isCleared = false
    change { isCleared = $0.showAll() }
    return isCleared
  }

  package mutating func showAll() -> Bool { rows.clearFilter() }

  package mutating func handle(_ key: Key) -> Bool {
    if rows.entry != nil { return type(key) }
    guard case .mouse(let event) = key else { return false }
    switch event.act {
    case .wheelUp: list.move(by: -1)
    case .wheelDown: list.move(by: 1)
    case .press, .doublePress: return false
    }
    return true
  }

  /// The row with the focus; nil when none is shown.
  package var selectedRow: Row? {
    list.selected.flatMap { rows.shown.indices.contains($0) ? rows.shown[$0] : nil }
  }

  /// The rows that are marked, in order.
  package var markedRows: [Row] { list.marked.sorted().filter(rows.shown.indices.contains).map { rows.shown[$0] } }

  /// Changes the rows or which of them are shown; the focus and the marks stay on their rows while these are among them.
  package mutating func change(_ act: (inout Self) -> Void) {
    let selected = selectedRow?.id
    let marked = Set(markedRows.map(\.id))
    act(&self)
    let marks = marked.isEmpty ? nil : rows.shown.indices.filter { marked.contains(rows.shown[$0].id) }
    list.rowsChanged(
      count: rows.shown.count, selectedNow: selected.flatMap { rows.place(of: $0) }, markedNow: marks.map(Set.init))
  }

  /// A key while the filter is typed.
  private mutating func type(_ key: Key) -> Bool {
    switch key {
    case .up: list.move(by: -1)
    case .down: list.move(by: 1)
    case .enter, .tab: rows.closeFilter()
    case .escape: change { _ = $0.rows.clearFilter() }
    default:
      var isTaken = false
      change { pane in pane.rows.editFilter { isTaken = $0.take(key) } }
      return isTaken
    }
    return true
  }

  // MARK: Drawing

  /// Draws the list, and the filter below it while it is typed.
  static func draw(
    filter entry: TextEntry?, hint: String, on canvas: inout Canvas, rows drawRows: (inout Canvas) -> Void
  ) {
    guard let entry else { return drawRows(&canvas) }
    let last = canvas.rows - 1
    canvas.within(Area(column: 0, row: 0, columns: canvas.columns, rows: last), drawRows)
    let end = canvas.write(" / ", column: 0, row: last, role: .caption)
    canvas.write(hint, column: end + 33, row: last, role: .hint)
    TextField(text: entry.text, caret: entry.cursor, width: 30, isFocused: true)
      .draw(column: end, row: last, on: &canvas, role: .fieldFocused)
  }

  // MARK: Commands

  /// Moving, opening the filter and refreshing are the same in every such list.
  static func listKeys(_ area: String, refresh: @escaping @Sendable (inout Self) -> Void) -> [Command<Self>] {
    [
      Command(
        CommandID("\(area).filter"), keys: ["/"], title: "Filter…", hint: "Filter", section: .find, isMotion: true
      ) { $0.rows.openFilter() },
      Command(
        CommandID("\(area).refresh"), keys: ["r", .function(5)], title: "Read the list again", hint: "Refresh",
        isMotion: true, act: refresh),
    ]
  }

  /// The keys while the filter is typed, for the footer; the pane itself takes them.
  static var filterKeys: [Command<Self>] {
    [
      Command("list.filter.keep", keys: [.enter], title: "Keep the filter", hint: "Keep", section: .form) {
        $0.rows.closeFilter()
      },
      Command("list.filter.empty", keys: [.control("u")], title: "Empty the filter", hint: "Empty", section: .form) {
        $0.change { pane in pane.rows.editFilter { $0.clear() } }
      },
      Command("shell.leave", keys: [.escape], title: "Show everything again", hint: "Show all", section: .form) {
        $0.change { _ = $0.rows.clearFilter() }
      },
    ]
  }
}

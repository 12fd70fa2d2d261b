import HospitalDomain
import HospitalScreens
import TerminalKit

/// A list of the hospital's own affairs as a terminal shows it: its columns and its keys.
package protocol DirectoryListing: DirectoryScreen {
  /// Everything that can be done in the list.
  static var commands: [Command<DirectoryPane<Self>>] { get }
  /// The columns; what is wanted least goes first where there is little room.
  static var columns: [TableColumn<Row>] { get }
  /// What marks a row.
  static func mark(of row: Row) -> RowMark
  /// Whether the list shows what the board shows, and so follows its news.
  static var followsBoard: Bool { get }
  /// Whether there is more to say of a row than the columns do.
  static var hasDetail: Bool { get }
}

extension DirectoryListing {
  package static func mark(of row: Row) -> RowMark { .none }
  package static var followsBoard: Bool { false }
  package static var hasDetail: Bool { false }
}

/// One list of the hospital's own affairs: departments, rooms, doctors, staff or accounts.
package struct DirectoryPane<Screen: DirectoryListing>: ListPane, HistoryKeeping {
  package static var keyTable: [Command<DirectoryPane>] { Screen.commands }

  package var asks = Asks()
  package var list = TableState()
  package var screen: Screen
  package let desk: Desk

  /// The pane of a list.
  package init(_ screen: Screen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list.rowsChanged(count: screen.rows.shown.count)
  }

  package var recordWithHistory: VersionedRecord? { selectedRow.flatMap { screen.history(of: $0) } }

  package var title: String { screen.title }
  package var filterHint: String { screen.filterHint }
  package var hasDetail: Bool { Screen.hasDetail }

  package mutating func receive(_ news: LiveNews) {
    if Screen.followsBoard, news.topic == .board { refresh() }
  }

  package mutating func draw(on canvas: inout Canvas) {
    let empty = rows.all.isEmpty ? "There is no \(screen.noun) yet." : "No \(screen.noun) is like this. Esc shows all."
    let table = Table(Screen.columns, empty: empty, mark: { Screen.mark(of: $0) })
    Self.draw(filter: rows.entry, hint: filterHint, on: &canvas) { canvas in
      table.draw(rows.shown, state: &list, on: &canvas)
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    if let row = selectedRow { screen.detail(of: row).draw(on: &canvas, more: "v") }
  }

  /// The command that shows all of a row where there is no room beside it.
  static func showing(_ area: String, _ title: String) -> Command<DirectoryPane> {
    Command(
      CommandID("\(area).show"), keys: ["v"], title: title, hint: "Show", isMotion: true, disabled: { $0.rowRefusal }
    ) { pane in
      guard let row = pane.selectedRow else { return }
      pane.show(TextPage(title: pane.screen.title, lines: pane.screen.detail(of: row).styled))
    }
  }

  /// Why nothing can be done to the row with the focus; nil when there is one.
  var rowRefusal: String? { selectedRow == nil ? "No \(screen.noun) is shown; Esc clears the filter." : nil }

  /// Opens a form; what it says on closing is said here.
  mutating func open(_ form: DirectoryForm) {
    push(DirectoryFormPane(form, desk: desk), for: DirectoryFormAnswer.self) { pane, answer in
      pane.refresh()
      pane.asks.ok(answer.sentence)
    }
  }
}

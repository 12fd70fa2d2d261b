import HospitalDomain
import HospitalScreens
import TerminalKit

/// A pane that shows a `ListScreen`: the filter and the sums above, the rows, and all of the one with the focus beside them.
/// The pane adds its columns and its acts.
package protocol ListPane: NarrowingPane where Row == Screen.Row {
  associatedtype Screen: ListScreen
  /// What the pane shows.
  var screen: Screen { get set }
  /// Who sits at the terminal.
  var desk: Desk { get }
}

extension ListPane {
  package var rows: NarrowedList<Row> {
    get { screen.rows }
    set { screen.rows = newValue }
  }

  package var commands: [Command<Self>] { holdsText ? Self.filterKeys : Self.keyTable }
  package var hasDetail: Bool { true }
  package var historyDesk: Desk { desk }

  package func context(columns: Int) -> StyledText {
    var text = StyledText("Filter: ", .caption)
    text.add(screen.filterTitle)
    text.add("   \(screen.countedSummary)", .hint)
    return text
  }

  package mutating func appear() { refresh() }
  package mutating func showAll() -> Bool { screen.showAll() }

  /// Reads the list again; the focus stays on its row.
  mutating func refresh() {
    change { $0.screen.refresh() }
    if let problem = screen.problem { asks.error(problem.sentence, subject: title) } else { asks.mend(title) }
  }

  /// Opens a form over the list, which is read again when the form has done its act. What it says that it made has the focus:
  /// the next key is meant for that.
  mutating func open(_ form: ActForm) {
    push(ActFormPane(form, desk: desk), for: RecordChange.self) { pane, change in
      pane.refresh()
      if let made = change.made, let place = pane.rows.shown.firstIndex(where: { $0.id as? String == made }) {
        pane.list.select(place)
      }
      pane.asks.ok(change.sentence)
      if let way = change.otherWay { pane.asks.barUndo(saying: way) }
    }
  }
}

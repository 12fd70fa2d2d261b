import HospitalDomain
import HospitalScreens
import TerminalKit

/// How a list names the acts that add, change and end its rows.
struct DirectoryKeys {
  /// The area of the commands' names: `departments`.
  let area: String
  /// What `n` does: `Add a department…`.
  let new: String
  /// What `e` does, and its hint.
  let change: (title: String, hint: String)
  /// What ends a row: its name, its keys, what it does, and its hint.
  let end: (name: String, keys: [Key], title: String, hint: String)
}

extension DirectoryPane where Screen: ManagedDirectory {
  /// The keys of a list whose rows are added, changed and ended.
  static func managing(
    _ keys: DirectoryKeys, more: [Command<DirectoryPane>] = [],
    changeRefusal: @escaping @Sendable (DirectoryPane) -> String? = { $0.screen.manageRefusal ?? $0.rowRefusal }
  ) -> [Command<DirectoryPane>] {
    let acts: [Command<DirectoryPane>] = [
      Command(
        CommandID("\(keys.area).new"), keys: ["n"], title: keys.new, hint: "New…",
        disabled: { $0.screen.manageRefusal }
      ) { $0.open($0.screen.newForm()) },
      Command(
        CommandID("\(keys.area).change"), keys: ["e", .enter], title: keys.change.title, hint: keys.change.hint,
        disabled: changeRefusal
      ) { pane in
        if let row = pane.selectedRow { pane.open(pane.screen.changeForm(of: row), changing: row) }
      },
    ]
    let end = Command<DirectoryPane>(
      CommandID("\(keys.area).\(keys.end.name)"), keys: keys.end.keys, title: keys.end.title, hint: keys.end.hint,
      disabled: { $0.endRefusal }
    ) { $0.end() }
    return Command.motions(\.list) + acts + more + [end, historyKey(keys.area, hint: "History")]
      + listKeys(keys.area) { $0.refresh() }
  }

  /// Why the row with the focus cannot be ended; nil when it can.
  private var endRefusal: String? {
    if let refusal = screen.manageRefusal ?? rowRefusal { return refusal }
    return selectedRow.flatMap { screen.endRefusal(of: $0) }
  }

  /// Opens a form that changes a row: if somebody else changes it meanwhile, both values are shown.
  mutating func open(_ form: DirectoryForm, changing row: Screen.Row) {
    open(desk.session.map { screen.editing(form, row, by: $0) } ?? form)
  }

  /// Asks for the reason, then ends the row with the focus.
  private mutating func end() {
    if let row = selectedRow { end(row) }
  }

  /// Opens the form or the question of a draft, which goes on with what was typed.
  mutating func goOn(with draft: Draft) throws {
    try DraftDoor.allow(screen.manageRefusal)
    if draft.name == screen.formName.ending {
      guard let row = screen.row(of: draft) else { throw Refusal.draftIsHomeless }
      try DraftDoor.allow(screen.endRefusal(of: row))
      return end(row)
    }
    guard let form = screen.form(of: draft) else { throw Refusal.draftIsHomeless }
    if let row = screen.row(of: draft) { open(form, changing: row) } else { open(form) }
  }

  private mutating func end(_ row: Screen.Row) {
    let question = screen.ending(of: row)
    let draft = NoteDraft(
      screen.formName.ending, subject: screen.subject(of: row), title: "Reason: \(question.title)", at: desk)
    askReason(
      ReasonQuestion(title: question.title, lines: question.lines, keep: "Keep", act: question.act), about: "directory",
      keeping: draft
    ) { pane, reason in
      defer { pane.refresh() }
      pane.asks.ok(try pane.screen.end(row, because: reason))
    }
  }
}

import HospitalDomain
import HospitalServices

/// A list of the hospital's own affairs that a person narrows, such as its departments, rooms, people or accounts.
package protocol DirectoryScreen: ListScreen, Sendable {
  /// Why the list could not be read; nil while it can. What was read before stays.
  var problem: FormMessage? { get set }
  /// What stands in the title row: `Departments`.
  var title: String { get }
  /// One of them in words, such as `department`.
  var noun: String { get }
  /// What can be typed into the filter.
  var filterHint: String { get }
  /// All that is known of a row; none where the columns say it.
  func detail(of row: Row) -> [DetailLine]
  /// The rows as they stand now.
  mutating func read() throws -> [Row]
  /// The record of a row, where its versions are kept.
  func history(of row: Row) -> VersionedRecord?
}

extension DirectoryScreen {
  package func detail(of row: Row) -> [DetailLine] { [] }

  /// Reads the list again.
  package mutating func refresh() {
    do {
      let found = try read()
      rows.take(found)
      problem = nil
    } catch {
      problem = FormMessage(problem: error)
    }
  }

  package func history(of row: Row) -> VersionedRecord? { nil }

  /// The rows, counted: `3 of 24 departments`.
  package var summary: String {
    let (shown, all) = (rows.shown.count, rows.all.count)
    let plural = noun.hasPrefix("member") ? "members of staff" : noun.hasSuffix("y") ? "entries" : noun + "s"
    let counted = "\(all) \(all == 1 ? noun : plural)"
    return shown == all ? counted : "\(shown) of \(counted)"
  }
}

/// A list whose rows are added, changed and ended by those who may.
package protocol ManagedDirectory: DirectoryScreen {
  /// Why this person may not; names who can. Nil if they may.
  var manageRefusal: String? { get }
  /// What drafts of its forms are kept under.
  var formName: FormName { get }
  /// The row as drafts name it.
  func subject(of row: Row) -> String
  /// The form of a new one.
  func newForm() -> DirectoryForm
  /// The form that changes one.
  func changeForm(of row: Row) -> DirectoryForm
  /// The form of a name for a row; nil where there is none of that name.
  func form(_ name: FormName, of row: Row) -> DirectoryForm?
  /// Why one cannot be ended, where the list knows it; nil if it can.
  func endRefusal(of row: Row) -> String?
  /// What is asked before one is ended.
  func ending(of row: Row) -> DirectoryEnding
  /// Ends one; returns the sentence that says so.
  func end(_ row: Row, because reason: String) throws -> String
}

extension ManagedDirectory {
  package func endRefusal(of row: Row) -> String? { nil }

  /// A form that changes a row, such that it can be opened again over what somebody else made of it meanwhile.
  package func editing(_ form: DirectoryForm, _ row: Row, by session: Session) -> DirectoryForm {
    var form = form
    let (name, subject) = (form.name, form.subject)
    form.again = {
      var screen = self
      screen.refresh()
      guard let now = screen.rows.all.first(where: { screen.subject(of: $0) == subject }),
        let fresh = screen.form(name, of: now)
      else { return nil }
      let newest = try screen.history(of: now).flatMap { try HistoryService(session).history(of: $0).versions.first }
      return DirectoryForm.Fresh(
        form: screen.editing(fresh, now, by: session),
        changed: newest?.recorded ?? Recorded(by: "Somebody else", at: session.workplace.clock()),
        reason: newest?.reason ?? "")
    }
    return form
  }

  /// The row that a draft is about; nil for a new one, and where it is gone.
  package func row(of draft: Draft) -> Row? { rows.all.first { subject(of: $0) == draft.subject } }

  /// The form that a draft is of; nil where what it was about is gone.
  package func form(of draft: Draft) -> DirectoryForm? {
    if draft.subject.isEmpty { return draft.name == formName ? newForm() : nil }
    guard let row = row(of: draft) else { return nil }
    return form(draft.name, of: row)
  }

  /// The form of a name for a row.
  package func form(_ name: FormName, of row: Row) -> DirectoryForm? { name == formName ? changeForm(of: row) : nil }
}

extension ManagedDirectory where Row.ID: DraftSubject {
  package func subject(of row: Row) -> String { row.id.draftSubject }
}

/// What names a record in a draft.
package protocol DraftSubject {
  /// The record, as drafts name it.
  var draftSubject: String { get }
}

extension String: DraftSubject {
  package var draftSubject: String { self }
}

extension Identifier: DraftSubject {
  package var draftSubject: String { text }
}

/// A question that a written reason answers, before something is retired, leaves or is locked.
package struct DirectoryEnding: Hashable, Sendable {
  /// What is asked: `Retire 4A Medical?`
  package let title: String
  /// What follows, line by line.
  package let lines: [String]
  /// The button that acts.
  package let act: String
}

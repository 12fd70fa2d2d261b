import HospitalDomain
import HospitalServices

/// A list of records that are added, changed and retired (A6).
package struct CatalogueScreen<Kind: CatalogueKind> {
  /// The records that are shown.
  package private(set) var items: [Kind.Item] = []
  /// The place of the cursor.
  package private(set) var cursor = 0
  /// The filter while it is typed; nil otherwise.
  package private(set) var entry: TextEntry?
  /// What was typed to filter the list.
  package private(set) var filter = ""
  /// What is to be said; the pane takes it to the message row.
  package private(set) var news: [FormMessage] = []
  private var all: [Kind.Item] = []
  private let session: Session

  /// The list for a session.
  package init(session: Session) {
    self.session = session
    read()
  }

  /// The record under the cursor.
  package var selected: Kind.Item? { items.indices.contains(cursor) ? items[cursor] : nil }

  /// `12 of 64 rooms`.
  package var countText: String {
    let whole = Listing.count(all.count, Kind.noun, plural: Kind.title.lowercased())
    return items.count == all.count ? whole : "\(items.count) of \(whole)"
  }

  /// Why nothing can be added, changed or retired by this person; nil if it can.
  package var refusal: String? { session.refusal(of: Kind.permission)?.sentence }

  /// Why the record under the cursor cannot be changed or retired; nil if it can.
  package var refusalToChange: String? {
    refusal ?? (selected == nil ? "No \(Kind.noun) is shown; Esc clears the filter." : nil)
  }

  /// Reads the list again; the cursor stays on its record.
  package mutating func read() {
    let id = selected.map(Kind.id)
    do {
      all = try Kind.items(session)
      narrow(keeping: id)
    } catch {
      news.append(FormMessage(problem: error))
    }
  }

  /// Moves the cursor by so many lines.
  package mutating func move(by step: Int) { cursor = min(max(0, cursor + step), max(0, items.count - 1)) }

  /// Begins to type a filter.
  package mutating func openFilter() { entry = TextEntry(filter) }

  /// Types into the filter; the list narrows with every key.
  package mutating func editFilter(_ act: (inout TextEntry) -> Void) {
    guard var open = entry else { return }
    act(&open)
    entry = open
    filter = open.text
    narrow(keeping: selected.map(Kind.id))
  }

  /// Ends the typing and keeps the filter.
  package mutating func closeFilter() { entry = nil }

  /// Shows all records; false if all were shown.
  package mutating func clearFilter() -> Bool {
    let wasNarrowed = entry != nil || !filter.isEmpty
    entry = nil
    filter = ""
    narrow(keeping: selected.map(Kind.id))
    return wasNarrowed
  }

  /// The form of a new record, or of the one under the cursor, with what was typed into it before and left.
  package mutating func form(isNew: Bool, at desk: Desk) -> CatalogueForm<Kind>? {
    if let refusal = isNew ? refusal : refusalToChange {
      news.append(FormMessage(.note, refusal))
      return nil
    }
    let item = isNew ? nil : selected
    do {
      let form = try Kind.form(for: item, session, at: desk.moment)
      return CatalogueForm(form: form, item: item, session: session, desk: desk)
    } catch {
      news.append(FormMessage(problem: error))
      return nil
    }
  }

  /// Retires the record under the cursor.
  package mutating func retire(because reason: String) {
    guard let item = selected else { return }
    do {
      news.append(FormMessage(.ok, try Kind.retire(item, because: reason, session) + "."))
    } catch {
      news.append(FormMessage(problem: error))
    }
    read()
  }

  /// Takes what is to be said, once.
  package mutating func takeNews() -> [FormMessage] {
    defer { news = [] }
    return news
  }

  private mutating func narrow(keeping id: String?) {
    let terms = TextFolding.words(filter)
    items = all.filter { item in
      let words = Kind.columns.flatMap { TextFolding.words($0.text(item)) }
      return terms.allSatisfy { term in words.contains { $0.hasPrefix(term) } }
    }
    cursor = items.firstIndex { Kind.id(of: $0) == id } ?? 0
  }
}

/// The form of one record of a list.
package struct CatalogueForm<Kind: CatalogueKind> {
  /// What is filled in.
  package var form: Form
  /// The record that is changed; nil for a new one.
  package let item: Kind.Item?
  /// What is typed and not yet saved.
  package var draft: FormDraft?
  private let session: Session

  init(form: Form, item: Kind.Item?, session: Session, desk: Desk) {
    self.form = form
    self.item = item
    self.session = session
    let name = "catalogue.\(Kind.title.lowercased())"
    let subject = item.map(Kind.id) ?? ""
    let kept = desk.draft(of: name, subject: subject)
    draft = FormDraft(name, subject: subject, at: desk, kept: kept)
    if let kept { self.form.goOn(with: kept) }
  }

  /// Keeps what is typed now.
  package mutating func keepDraft() {
    if form.isModified { draft?.keep(form, title: form.title) }
  }

  /// Saves the form.
  ///
  /// - Returns: what was done, in words; nil when it was refused: the form says why and keeps what was typed.
  package mutating func save() -> String? {
    guard form.checkAll() else { return nil }
    do {
      let sentence = try Kind.save(form, item, session)
      draft?.end()
      return sentence
    } catch let entry as InvalidEntry {
      form.show(entry)
    } catch let refusal as Refusal {
      form.show(refusal)
    } catch {
      let message = FormMessage(problem: error)
      form.say(message.level, message.sentence)
    }
    return nil
  }
}

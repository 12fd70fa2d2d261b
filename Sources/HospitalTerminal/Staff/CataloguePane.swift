import HospitalDomain
import HospitalScreens
import TerminalKit

/// A list of rooms, departments, doctors or staff, with forms to add, change and retire them (A6).
package struct CataloguePane<Kind: CatalogueKind>: Pane {
  package var asks = Asks()
  var screen: CatalogueScreen<Kind>
  private var list = TableState()
  private let desk: Desk

  /// The list for who sits at a desk.
  package init(_ screen: CatalogueScreen<Kind>, desk: Desk) {
    self.screen = screen
    self.desk = desk
  }

  package static var keyTable: [Command<Self>] {
    [
      Command("catalogue.add", keys: ["a"], title: "Add…", hint: "Add…", disabled: { $0.screen.refusal }) {
        $0.open(isNew: true)
      },
      Command(
        "catalogue.change", keys: ["e", .enter], title: "Change…", hint: "Change…",
        disabled: { $0.screen.refusalToChange }
      ) { $0.open(isNew: false) },
      Command(
        "catalogue.retire", keys: [.function(9), "D"], title: "Retire…", hint: "Retire…",
        disabled: { $0.screen.refusalToChange }
      ) { $0.retire() },
      Command("catalogue.refresh", keys: ["r", .function(5)], title: "Read the list again", isMotion: true) { pane in
        pane.act { $0.read() }
      },
      Command("catalogue.filter", keys: ["/"], title: "Filter…", hint: "Filter", section: .find, isMotion: true) {
        pane in pane.act { $0.openFilter() }
      },
      move("list.up", [.up, "k"], "Row above") { _ in -1 }, move("list.down", [.down, "j"], "Row below") { _ in 1 },
      move("list.pageUp", [.pageUp], "Page back") { 1 - max(2, $0.list.visible) },
      move("list.pageDown", [.pageDown], "Page on") { max(2, $0.list.visible) - 1 },
      move("list.first", [.home, "g"], "First row") { _ in -1_000_000 },
      move("list.last", [.end, "G"], "Last row") { _ in 1_000_000 },
    ]
  }

  private static func move(
    _ id: CommandID, _ keys: [Key], _ title: String, _ step: @escaping @Sendable (Self) -> Int
  ) -> Command<Self> {
    Command(id, keys: keys, title: title, section: .move, isMotion: true) { pane in
      let lines = step(pane)
      pane.act { $0.move(by: lines) }
    }
  }

  package var title: String { Kind.title }
  package var holdsText: Bool { screen.entry != nil }
  package var context: StyledText {
    let filter = screen.filter.isEmpty ? "all" : screen.filter
    return StyledText(" Filter: ", .caption) + StyledText("\(filter.padded(to: 30)) \(screen.countText)")
  }

  package mutating func appear() { act { $0.read() } }

  package mutating func back() -> Bool {
    let cleared = screen.clearFilter()
    act { _ in }
    return cleared
  }

  package mutating func handle(_ key: Key) -> Bool {
    guard screen.entry != nil else { return false }
    switch key {
    case .character(let character): act { $0.editFilter { _ = $0.type(String(character)) } }
    case .paste(let text): act { $0.editFilter { _ = $0.insert(text) } }
    case .backspace: act { $0.editFilter { $0.backspace() } }
    case .control("u"): act { $0.editFilter { $0.clear() } }
    case .up: act { $0.move(by: -1) }
    case .down: act { $0.move(by: 1) }
    case .enter, .tab: act { $0.closeFilter() }
    case .escape: act { _ = $0.clearFilter() }
    default: return false
    }
    return true
  }

  package mutating func draw(on canvas: inout Canvas) {
    list.follow(count: screen.items.count, cursor: screen.cursor)
    let foot = screen.entry == nil ? 0 : 1
    canvas.within(Area(column: 0, row: 0, columns: canvas.columns, rows: canvas.rows - foot)) {
      Self.table.draw(screen.items, state: &list, on: &$0)
    }
    guard let entry = screen.entry else { return }
    let end = canvas.write(" / ", column: 0, row: canvas.rows - 1, role: .caption)
    TextField(text: entry.text, caret: entry.cursor, width: 30, isFocused: true).draw(
      column: end, row: canvas.rows - 1, on: &canvas, role: .fieldFocused)
  }

  private static var table: Table<Kind.Item> {
    Table(
      Kind.columns.map { column in
        TableColumn(
          column.title, width: column.isFlexible ? .flexible(column.width) : .fixed(column.width), rank: column.rank,
          text: column.text)
      }, empty: "There is none like this. a adds one, Esc shows all.")
  }

  private mutating func act(_ act: (inout CatalogueScreen<Kind>) -> Void) {
    act(&screen)
    for message in screen.takeNews() { asks.add(message.ask) }
    list.follow(count: screen.items.count, cursor: screen.cursor)
  }

  private mutating func open(isNew: Bool) {
    let form = screen.form(isNew: isNew, at: desk)
    act { _ in }
    guard let form else { return }
    push(CatalogueFormPane(form, desk: desk), for: String.self) { pane, sentence in
      pane.asks.ok(sentence + ".")
      pane.act { $0.read() }
    }
  }

  private mutating func retire() {
    guard let item = screen.selected else { return }
    let question = Kind.question(of: item)
    askReason(ReasonQuestion(title: question.title, lines: question.lines, keep: "Keep", act: question.act)) {
      pane, reason in pane.act { $0.retire(because: reason) }
    }
  }
}

/// The form of a room, a department or an employee.
package struct CatalogueFormPane<Kind: CatalogueKind>: FormPane {
  package static var keyTable: [Command<Self>] { formKeys(saves: "Save the \(Kind.noun)") }

  package var asks = Asks()
  package var sheet: FormSheet
  private var record: CatalogueForm<Kind>
  private let desk: Desk

  init(_ record: CatalogueForm<Kind>, desk: Desk) {
    self.record = record
    self.desk = desk
    sheet = FormSheet(record.form)
  }

  package var title: String { "\(Kind.title) · \(sheet.form.title)" }
  package var moment: FormMoment { desk.moment }
  package var draftKept: String { record.draft?.standing ?? "" }

  package mutating func keepDraft() {
    record.form = sheet.form
    record.keepDraft()
  }

  package mutating func save() {
    record.form = sheet.form
    let sentence = record.save()
    sheet.form = record.form
    if let sentence { asks.close(answer: sentence) }
  }
}

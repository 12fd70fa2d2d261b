import HospitalDomain
import HospitalScreens
import TerminalKit

/// The stock by lot (M5): what needs attention first where one asks for it, and everything that is done to a lot.
package struct StockPane: ListPane, HistoryKeeping {
  package static let keyTable: [Command<StockPane>] =
    Command.motions(\.list) + acts + [
      Command("stock.show", keys: ["v", .enter], title: "Show the lot and its ledger", hint: "Show", isMotion: true) {
        $0.showLine()
      },
      Command(
        "stock.choice", keys: ["s"], title: "Show the next: needs attention, low, expiring, …", hint: "State",
        isMotion: true
      ) { $0.change { $0.screen.nextChoice() } },
      Command("stock.choiceBack", keys: ["S"], title: "Show those before", isMotion: true) {
        $0.change { $0.screen.nextChoice(by: -1) }
      },
      Command(
        "stock.order", keys: ["o"], title: "Sort by the next: name, expiry, level, shelf", hint: "Sort", isMotion: true
      ) { $0.change { $0.screen.nextOrder() } },
      Command("stock.pharmacy", keys: ["p"], title: "Show the next pharmacy alone", hint: "Pharmacy", isMotion: true) {
        $0.change { $0.screen.nextPharmacy() }
      },
    ] + [historyKey("stock", title: "History of the minimum: who set it, when and why", hint: "History")]
    + listKeys("stock") { $0.refresh() }

  private static let acts: [Command<StockPane>] = [
    act("stock.count", ["c"], "Record a count of the lot…", "Count…", .stockCount),
    Command(
      "stock.receipt", keys: ["n"], title: "Take goods in…", hint: "Goods in…", disabled: { $0.screen.moveRefusal }
    ) { $0.open(.stockReceipt, $0.selectedRow) },
    act("stock.issue", ["i"], "Give some of the lot to a ward…", "Issue…", .stockIssue),
    act("stock.transfer", ["t"], "Send some of the lot to another pharmacy…", "Send on…", .stockTransfer),
    act("stock.shelf", ["h"], "Lay the lot on another shelf…", "Shelf…", .stockShelf),
    act("stock.minimum", ["l"], "Set the minimum of the item…", "Minimum…", .stockMinimum, needsLot: false),
    act(
      "stock.writeOff", [.function(9), "D"], "Write off, or send back to the supplier…", "Write off…", .stockWriteOff),
  ]

  private static func act(
    _ id: CommandID, _ keys: [Key], _ title: String, _ hint: String?, _ form: FormName, needsLot: Bool = true
  ) -> Command<StockPane> {
    Command(id, keys: keys, title: title, hint: hint, disabled: { $0.refusal(needsLot: needsLot) }) { pane in
      pane.open(form, pane.selectedRow)
    }
  }

  package var asks = Asks()
  package var list = TableState()
  package var screen: StockScreen
  package let desk: Desk

  /// The pane of the stock.
  package init(_ screen: StockScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list.rowsChanged(count: screen.rows.shown.count)
  }

  package var recordWithHistory: VersionedRecord? {
    selectedRow?.minimumID.map { VersionedRecord(.stockMinimum, $0.text) }
  }
  package var title: String { "Stock" }
  package var filterHint: String { "name, lot, shelf, pharmacy" }

  package mutating func receive(_ news: LiveNews) {
    if news.topic == .stock { refresh() }
  }

  package mutating func draw(on canvas: inout Canvas) {
    let screen = screen
    let isOfMany = screen.isOfMany
    let table = Table<StockLine>(
      [
        TableColumn("ITEM", width: .flexible(24)) { MedicineText.fitting($0.title, columns: 60) },
        TableColumn("LOT", width: .fixed(9)) { $0.lot?.number ?? "" },
        TableColumn("EXPIRES", width: .fixed(10)) { $0.expiryText },
        TableColumn("SHELF", width: .fixed(5), rank: isOfMany ? 2 : 1) { $0.lot?.shelf ?? "" },
        TableColumn("LEVEL", width: .fixed(6), align: .right) { "\($0.lot?.quantity ?? 0)" },
        TableColumn("STATE", width: .fixed(9), role: { screen.state(of: $0)?.role }) {
          screen.state(of: $0)?.title ?? ""
        },
        // Where a room for one is left, whose lot it is matters more than where it lies.
        TableColumn("PHARMACY", width: .flexible(8), rank: isOfMany ? 1 : 3) { $0.pharmacyName },
      ],
      empty: screen.rows.all.isEmpty
        ? "Nothing is in stock; n takes goods in." : "Nothing is like this. Esc shows all.",
      mark: { screen.state(of: $0)?.isPressing == true ? .wrong : .none })
    // Beside a detail there is no need to say the same below.
    let isAlone = canvas.columns == canvas.screen.columns && canvas.rows > 8
    let rowsOfList = canvas.rows - (isAlone ? 1 : 0)
    canvas.within(Area(column: 0, row: 0, columns: canvas.columns, rows: rowsOfList)) {
      Self.draw(filter: rows.entry, hint: filterHint, on: &$0) { table.draw(rows.shown, state: &list, on: &$0) }
    }
    if isAlone, let line = selectedRow {
      canvas.write(screen.about(line), column: 1, row: rowsOfList, role: .hint, limit: canvas.columns - 2)
    }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    if let line = selectedRow { screen.detail(of: line).draw(on: &canvas, more: "v") }
  }

  private func refusal(needsLot: Bool) -> String? {
    if let refusal = screen.moveRefusal { return refusal }
    guard let line = selectedRow else { return "Nothing is shown; Esc shows all." }
    return needsLot && line.lot == nil ? "Nothing of it is left here; n takes goods in." : nil
  }

  /// Opens the form of a draft, which goes on with what was typed.
  mutating func goOn(with draft: Draft) throws {
    try DraftDoor.allow(screen.moveRefusal)
    guard let form = screen.form(draft.name, of: screen.line(draft.subject)), form.subject == draft.subject else {
      throw Refusal.draftIsHomeless
    }
    open(form)
  }

  private mutating func open(_ name: FormName, _ line: StockLine?) {
    if let form = screen.form(name, of: line) { open(form) }
  }

  private mutating func showLine() {
    guard let line = selectedRow else { return }
    show(TextPage(title: line.title, lines: screen.detail(of: line).styled))
  }
}

extension StockLine {
  fileprivate var expiryText: String {
    guard let lot else { return "" }
    return lot.expires == StockLot.neverExpires ? "keeps" : "\(lot.expires)"
  }
}

extension StockWarning {
  fileprivate var role: StyleRole? { isPressing ? .rxAlert : .rxHeld }
}

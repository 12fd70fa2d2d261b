import HospitalDomain
import HospitalScreens
import TerminalKit

/// The orders to suppliers (M5). The lines of the one with the focus stand beside the list, or below it.
package struct OrdersPane: ListPane, HistoryKeeping {
  package static let keyTable: [Command<OrdersPane>] =
    Command.motions(\.list) + acts + [
      Command("orders.show", keys: ["v", .enter], title: "Show the order with its lines", hint: "Show", isMotion: true)
      {
        $0.showOrder()
      }
    ] + [historyKey("orders", hint: "History")] + listKeys("orders") { $0.refresh() }

  private static let acts: [Command<OrdersPane>] = [
    Command(
      "orders.new", keys: ["n"], title: "Draw up an order…", hint: "New…",
      disabled: { $0.refusal(of: .order) }
    ) { $0.open(.order) },
    Command(
      "orders.line", keys: ["a"], title: "Add a line to the draft…", hint: "Add…",
      disabled: { $0.refusal(of: .orderLine) }
    ) { $0.open(.orderLine) },
    Command(
      "orders.remove", keys: ["x"], title: "Take a line off the draft…", hint: "Remove…",
      disabled: { $0.refusal(of: .orderRemoval) }
    ) { $0.open(.orderRemoval) },
    Command(
      "orders.send", keys: ["s"], title: "Send the draft…", hint: "Send…",
      disabled: { $0.refusal { order throws(Refusal) in try OrderRule.checkSending(order) } }
    ) { $0.askToSend() },
    Command(
      "orders.receive", keys: ["i"], title: "Take in goods of the order…", hint: "Goods in…",
      disabled: { $0.refusal(of: .orderReceipt) }
    ) { $0.open(.orderReceipt) },
    Command(
      "orders.cancel", keys: [.function(9), "D"], title: "Cancel what has not come…", hint: "Cancel…",
      disabled: { $0.refusal(of: .orderCancelling) }
    ) { $0.askToCancel() },
  ]

  package var asks = Asks()
  package var list = TableState()
  package var screen: OrdersScreen
  package let desk: Desk

  /// The pane of the orders.
  package init(_ screen: OrdersScreen, desk: Desk) {
    self.screen = screen
    self.desk = desk
    list.rowsChanged(count: screen.rows.shown.count)
  }

  package var recordWithHistory: VersionedRecord? { selectedRow.map { VersionedRecord(.purchaseOrder, $0.id.text) } }
  package var title: String { "Orders" }
  package var filterHint: String { "number, supplier, item, state" }

  package func context(columns: Int) -> StyledText {
    var text = StyledText("Filter: ", .caption)
    text.add(rows.filter.isEmpty ? "all" : rows.filter)
    text.add("   \(screen.summary)", .hint)
    return text
  }

  package mutating func receive(_ news: LiveNews) {
    if news.topic == .stock { refresh() }
  }

  package mutating func draw(on canvas: inout Canvas) {
    let screen = screen
    let table = Table<PurchaseOrder>(
      [
        TableColumn("NO", width: .fixed(5), align: .right) { "\($0.number)" },
        TableColumn("DRAWN UP", width: .fixed(10)) { screen.day(of: $0) },
        TableColumn("SUPPLIER", width: .flexible(18)) { $0.supplierName },
        TableColumn("FOR", width: .flexible(14), rank: 1) { $0.pharmacyName },
        TableColumn("LINES", width: .fixed(5), align: .right) { "\($0.lines.count)" },
        TableColumn("TOTAL", width: .fixed(10), align: .right) { $0.total.map { "\($0)" } ?? "" },
        TableColumn("STATE", width: .fixed(14), role: { $0.state.isOpen ? .rxHeld : nil }) { $0.stateTitle },
      ], empty: screen.rows.all.isEmpty ? "Nothing was ordered yet; n draws up an order." : "No order is like this.")
    Self.draw(filter: rows.entry, hint: filterHint, on: &canvas) { table.draw(rows.shown, state: &list, on: &$0) }
  }

  package mutating func drawDetail(on canvas: inout Canvas) {
    if let order = selectedRow { screen.detail(of: order).draw(on: &canvas, more: "v") }
  }

  private func refusal(of name: FormName) -> String? { screen.refusal(of: name, selectedRow) }

  private func refusal(_ check: (PurchaseOrder) throws(Refusal) -> Void) -> String? {
    screen.refusal(.orderStock, selectedRow, check)
  }

  /// Opens the form or the question of a draft, which goes on with what was typed.
  mutating func goOn(with draft: Draft) throws {
    let order = screen.order(draft.subject)
    guard order != nil || draft.name == .order else { throw Refusal.draftIsHomeless }
    try DraftDoor.allow(screen.refusal(of: draft.name, order))
    if draft.name == .orderCancelling, let order { return askToCancel(order) }
    guard let form = screen.form(draft.name, of: order) else { throw Refusal.draftIsHomeless }
    open(form)
  }

  private mutating func open(_ name: FormName) {
    if let form = screen.form(name, of: selectedRow) { open(form) }
  }

  /// Opens a form over the list. Where it drew up an order, the cursor stands on that one: the next key is about it.
  private mutating func open(_ form: ActForm) {
    push(ActFormPane(form, desk: desk), for: RecordChange.self) { pane, change in
      pane.refresh()
      if let made = change.made { pane.stand(on: made) }
      pane.tell(change)
    }
  }

  /// Says what was done, and how it is put right instead of undone.
  private mutating func tell(_ change: RecordChange) {
    asks.ok(change.sentence)
    if let way = change.otherWay { asks.barUndo(saying: way) }
  }

  private mutating func stand(on order: String) {
    guard let id = screen.order(order)?.id else { return }
    if rows.place(of: id) == nil { change { _ = $0.showAll() } }
    if let place = rows.place(of: id) { list.select(place) }
  }

  private mutating func askToSend() {
    guard let order = selectedRow else { return }
    confirm(
      ConfirmQuestion(
        title: "Send order \(order.number)?",
        lines: [
          "To \(order.supplierName), for \(order.pharmacyName)",
          "\(Listing.count(order.lines.count, "line")), USD \(order.total.map { "\($0)" } ?? "?")",
          "Once it is sent its lines stay as they are.",
        ], keep: "Not yet", act: "Send")
    ) { pane in
      do {
        let change = try pane.screen.send(order)
        pane.refresh()
        pane.tell(change)
      } catch {
        pane.asks.sayProblem(error, subject: pane.title)
      }
    }
  }

  private mutating func askToCancel() {
    if let order = selectedRow { askToCancel(order) }
  }

  private mutating func askToCancel(_ order: PurchaseOrder) {
    let draft = NoteDraft(
      .orderCancelling, subject: order.id.text, title: "Why order \(order.number) is cancelled", at: desk)
    askReason(
      ReasonQuestion(
        title: "Cancel order \(order.number)?",
        lines: ["To \(order.supplierName)", "What has come of it stays in stock; nothing more is expected."],
        keep: "Keep", act: "Cancel it"), about: title, keeping: draft
    ) { pane, reason in
      defer { pane.refresh() }
      pane.tell(try pane.screen.cancel(order, because: reason))
    }
  }

  private mutating func showOrder() {
    guard let order = selectedRow else { return }
    show(TextPage(title: "Order \(order.number)", lines: screen.detail(of: order).styled))
  }
}

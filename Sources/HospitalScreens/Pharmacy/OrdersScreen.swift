import HospitalDomain
import HospitalServices

/// The orders to suppliers (M5): drawn up, sent, received lot by lot.
package struct OrdersScreen: ListScreen {
  /// The orders, the newest first.
  package var rows = NarrowedList<PurchaseOrder> { order in
    "order \(order.number) \(order.supplierName) \(order.pharmacyName) \(order.stateTitle) "
      + order.lines.map(\.title).joined(separator: " ")
  }
  /// Why they could not be read; nil while they can. What was read before stays.
  package private(set) var problem: FormMessage?
  private let session: Session

  /// The orders as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  /// Reads them again.
  package mutating func refresh() {
    do {
      rows.take(try OrderService(session).list())
      problem = nil
    } catch {
      problem = FormMessage(problem: error)
    }
  }

  /// The orders, counted: `12 orders · 2 draft · 3 sent`.
  package var summary: String {
    let counts = OrderState.allCases.prefix(3).map { state in (rows.shown.count { $0.state == state }, state.title) }
    return ([Listing.count(rows.shown.count, "order")] + counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" })
      .joined(separator: " · ")
  }

  /// When an order was drawn up.
  package func day(of order: PurchaseOrder) -> String { "\(session.workplace.localTime.date(of: order.drawnAt))" }

  /// An order as it is listed, by its identifier.
  package func order(_ id: String) -> PurchaseOrder? { rows.all.first { $0.id.text == id } }

  /// Why this person may not do that; nil if they may.
  package func refusal(of permission: Permission) -> String? { session.refusal(of: permission)?.sentence }

  /// Why something cannot be done to an order by its rule; nil when it can.
  package func refusal(
    _ permission: Permission, _ order: PurchaseOrder?, _ check: (PurchaseOrder) throws(Refusal) -> Void
  ) -> String? {
    if let refusal = refusal(of: permission) { return refusal }
    guard let order else { return "No order is shown; n draws one up." }
    do throws(Refusal) {
      try check(order)
      return nil
    } catch {
      return error.sentence
    }
  }

  /// Why goods of an order cannot come in; nil when they can.
  package func receiptRefusal(_ order: PurchaseOrder?) -> String? {
    refusal(.moveStock, order) { order throws(Refusal) in
      guard let line = order.lines.first(where: { $0.missing > 0 }) ?? order.lines.first else {
        throw .orderNot("received", order, because: "it has no lines")
      }
      try OrderRule.checkReceipt(of: 1, line, of: order)
    }
  }

  /// An order with its lines.
  package func detail(of order: PurchaseOrder) -> [DetailLine] {
    [
      DetailLine("", "ORDER \(order.number), \(order.stateTitle)", .heading),
      DetailLine("Supplier", order.supplierName), DetailLine("For", order.pharmacyName),
      DetailLine("Drawn up", session.workplace.localTime.text(order.drawnAt)),
      DetailLine("Total", order.total.map { "USD \($0)" } ?? "too much to be summed"), .blank,
      DetailLine("", order.lines.isEmpty ? "NO LINES" : "LINES", .heading),
    ]
      + (order.lines.isEmpty && order.state == .draft
        ? [DetailLine("", "a adds a line; then s sends it", .waiting)] : [])
      + order.lines.flatMap { line in
        let came = order.state == .draft ? "" : ", \(line.received) received"
        let use = line.used.map { ", \(OrderRule.perWeek($0)) a week used" } ?? ""
        return [
          DetailLine("", line.title),
          DetailLine(
            "", "  \(line.quantity) at \(line.unit)\(came)\(use)",
            order.state.isOpen && line.missing > 0 ? .waiting : .plain),
        ]
      }
  }

  /// Sends a draft.
  package mutating func send(_ order: PurchaseOrder) throws -> RecordChange {
    defer { refresh() }
    return RecordChange(try OrderService(session).send(order))
  }

  /// Cancels what has not come of an order.
  package mutating func cancel(_ order: PurchaseOrder, because reason: String) throws -> RecordChange {
    defer { refresh() }
    return RecordChange(try OrderService(session).cancel(order, because: reason))
  }

  // MARK: Forms

  /// Why a form or a question cannot be opened about an order; nil when it can.
  package func refusal(of name: FormName, _ order: PurchaseOrder?) -> String? {
    switch name {
    case .order: refusal(of: .orderStock)
    case .orderReceipt: receiptRefusal(order)
    case .orderCancelling:
      refusal(.orderStock, order) { order throws(Refusal) in try OrderRule.checkCancelling(order) }
    default: refusal(.orderStock, order) { order throws(Refusal) in try OrderRule.checkDraft(order) }
    }
  }

  /// The form of a name about an order; nil where there is none.
  package func form(_ name: FormName, of order: PurchaseOrder?) -> ActForm? {
    if name == .order { return newForm() }
    guard let order else { return nil }
    switch name {
    case .orderLine: return lineForm(order)
    case .orderRemoval: return removalForm(order)
    case .orderReceipt: return receiptForm(order)
    default: return nil
    }
  }

  private func newForm() -> ActForm {
    let session = session
    let suppliers = ((try? SupplierService(session).suppliers()) ?? []).map {
      FieldChoice($0.supplier.name, value: $0.id.text)
    }
    let pharmacies = StockScreen.pharmacies(session)
    let form = Form.single(
      "order", "Orders · new", heading: "NEW ORDER",
      rows: [
        [.lookup("supplier", "Supplier", FieldLookup(noun: "supplier", choices: suppliers), required: true, width: 34)],
        [.coded("pharmacy", "For", pharmacies, value: pharmacies.first?.value ?? "", width: 34)],
        [
          .yesNo(
            "suggest", "Suggest lines", hint: "by use and minimum",
            help: "Begins with what the use of the last four weeks and the minimum levels ask for.", isOn: true)
        ],
      ], moment: session.moment)
    return ActForm(.order, form, doing: "Draw up") { form in
      try OrderService(session).draw(
        from: SupplierID(form.value("supplier") ?? ""), for: PharmacyID(form.value("pharmacy") ?? ""),
        suggesting: form.isOn("suggest"))
    }
  }

  private func lineForm(_ order: PurchaseOrder) -> ActForm {
    let session = session
    let form = Form.single(
      "orderLine", "Orders · add a line", heading: "ORDER \(order.number) TO \(order.supplierName.uppercased())",
      rows: [
        [.item(session)], [.quantity()],
        [.text("unit", "Price of one", width: 12, limit: 20, hint: "USD; empty for the list's", reader: .money)],
      ], moment: session.moment)
    return ActForm(.orderLine, subject: order.id.text, form, doing: "Add") { form in
      let unit = form.text("unit").isEmpty ? nil : try form.money("unit")
      return try OrderService(session).add(try form.quantity("quantity"), of: try form.item(), at: unit, to: order)
    }
  }

  private func removalForm(_ order: PurchaseOrder) -> ActForm {
    let session = session
    let form = Form.single(
      "orderRemoval", "Orders · take a line off", heading: "ORDER \(order.number)",
      rows: [[Self.line(of: order) { _ in true }]], moment: session.moment)
    return ActForm(.orderRemoval, subject: order.id.text, form, doing: "Remove") { form in
      try OrderService(session).remove(OrderLineID(form.value("line") ?? ""), from: order)
    }
  }

  private func receiptForm(_ order: PurchaseOrder) -> ActForm {
    let session = session
    let open = order.lines.filter { $0.missing > 0 }
    let form = Form.single(
      "orderReceipt", "Orders · goods in", heading: "ORDER \(order.number) FROM \(order.supplierName.uppercased())",
      rows: [[Self.line(of: order) { $0.missing > 0 }]]
        + StockScreen.goods(quantity: open.count == 1 ? "\(open[0].missing)" : "", shelf: ""), moment: session.moment)
    return ActForm(.orderReceipt, subject: order.id.text, form, doing: "Receive") { form in
      try OrderService(session).receive(
        try form.quantity("quantity"), of: OrderLineID(form.value("line") ?? ""), on: order, lot: try form.lot(),
        expires: try form.expiry(session.workplace.today), shelf: try form.shelf())
    }
  }

  private static func line(of order: PurchaseOrder, where isMeant: (PurchaseOrder.Line) -> Bool) -> FormField {
    let choices = order.lines.filter(isMeant).map { line in
      FieldChoice(line.title, value: line.id.text, detail: "\(line.missing) of \(line.quantity) to come")
    }
    return .lookup(
      "line", "Line", FieldLookup(noun: "line", choices: choices), required: true, width: 44, limit: 120,
      chosen: choices.count == 1 ? choices[0] : nil)
  }
}

import HospitalDomain
import HospitalRecords

/// Orders to suppliers: drawn up, sent, received lot by lot, cancelled (M5).
package struct OrderService: Sendable {
  /// The most orders that the list shows.
  package static let mostShown = 300

  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  private var today: CalendarDate { session.workplace.today }

  /// The orders, the newest first.
  package func list() throws -> [PurchaseOrder] {
    try session.look(.seeStock) { records in
      try records.pharmacy.orders(limit: Self.mostShown).map { order in
        order.state == .draft ? try records.pharmacy.withUse(order, since: today.adding(days: -27)) : order
      }
    }
  }

  /// Draws up an order; with `suggesting` it begins with what the use of the last four weeks asks for.
  package func draw(from supplier: SupplierID, for pharmacy: PharmacyID, suggesting: Bool) throws -> DoneAct {
    var suggested: Suggested?
    let id = try session.create(.orderStock, "purchase_order") { records in
      let id = try records.pharmacy.draw(from: supplier, for: pharmacy)
      if suggesting { suggested = try addSuggestions(to: id, for: pharmacy, records) }
      return id
    }
    let order = "Order \(try list().first { $0.id == id }?.number ?? 0)"
    guard let found = suggested else { return DoneAct("\(order) is drawn up.", made: id.text) }
    let sentence =
      found.lines > 0
      ? "\(order) is drawn up with \(Listing.count(found.lines, "line"))."
      : "\(order) is empty: \(OrderRule.whyNothing(kept: found.kept, coming: found.coming))."
    return DoneAct(sentence, made: id.text)
  }

  /// What use and minimum levels asked for: the lines that were added, how many things are used or have a minimum, and how
  /// many of them are on their way already or in a draft.
  private struct Suggested {
    var lines = 0
    var kept = 0
    var coming = 0
  }

  private func addSuggestions(to order: PurchaseOrderID, for pharmacy: PharmacyID, _ records: Records) throws
    -> Suggested
  {
    var found = Suggested()
    var seen: Set<StockItemID> = []
    let lines = try records.pharmacy.stock(on: today, limit: StockService.mostShown).lines
    for line in lines where line.pharmacy == pharmacy && seen.insert(line.item).inserted {
      let used = try records.pharmacy.used(line.item, at: pharmacy, since: today.adding(days: -27))
      let coming = try records.pharmacy.coming(line.item, to: pharmacy)
      // A draft that lies there is meant to be sent: it is not drawn up twice.
      let expected = coming.ordered + coming.drafted
      func suggestion(coming: Int) -> Int {
        OrderRule.suggestion(used: used, available: line.available, coming: coming, minimum: line.minimum ?? 0)
      }
      if used > 0 || line.minimum ?? 0 > 0 { found.kept += 1 }
      let wanted = suggestion(coming: expected)
      if wanted > 0 {
        try records.pharmacy.add(wanted, of: line.item, at: try records.pharmacy.price(of: line.item), to: order)
        found.lines += 1
      } else if suggestion(coming: 0) > 0 {
        found.coming += 1
      }
    }
    return found
  }

  /// Adds a line to a draft; without a price, at that of the list.
  package func add(_ quantity: Int, of item: StockItemID, at unit: Money?, to order: PurchaseOrder) throws -> DoneAct {
    try act(on: order, otherWay: "A line is not undone: x takes it off again.") { records, order in
      try OrderRule.checkDraft(order)
      if let line = order.lines.first(where: { $0.item == item }) { throw Refusal.orderedTwice(line.title) }
      try StockRule.check(quantity: quantity)
      try records.pharmacy.add(quantity, of: item, at: try unit ?? records.pharmacy.price(of: item), to: order.id)
      return "\(quantity) of \(try records.pharmacy.title(of: item)) are on order \(order.number)."
    }
  }

  /// Takes a line off a draft.
  package func remove(_ line: OrderLineID, from order: PurchaseOrder) throws -> DoneAct {
    try act(on: order, otherWay: "A line is not undone: a adds it again.") { records, order in
      try OrderRule.checkDraft(order)
      guard let line = order.lines.first(where: { $0.id == line }) else { throw Refusal.noSuchOrder }
      try records.pharmacy.remove(line.id)
      return "\(line.title) is off order \(order.number)."
    }
  }

  /// Sends a draft: from now on goods of it can come.
  package func send(_ order: PurchaseOrder) throws -> DoneAct {
    try act(on: order, otherWay: "What was sent is not undone: F9 cancels the order.") { records, order in
      try OrderRule.checkSending(order)
      guard try records.pharmacy.set(.sent, of: order, because: "sent") else { throw Refusal.changedMeanwhile }
      return "Order \(order.number) is sent to \(order.supplierName)."
    }
  }

  /// Takes in goods of an order, in one lot.
  package func receive(
    _ quantity: Int, of line: OrderLineID, on order: PurchaseOrder, lot: String, expires: CalendarDate, shelf: String
  ) throws -> DoneAct {
    try act(
      on: order, needing: .moveStock, otherWay: "Goods in are not undone: a count in Stock puts the level right."
    ) { records, order in
      guard let line = order.lines.first(where: { $0.id == line }) else { throw Refusal.noSuchOrder }
      try records.refuseOtherExpiry(of: lot, line.item, at: order.pharmacy, than: expires)
      let state = try records.pharmacy.receive(
        quantity, of: line, on: order, lot: lot, expires: expires, shelf: shelf, day: today)
      return "\(quantity) of \(line.title) are in stock; order \(order.number) is \(state.title)."
    }
  }

  /// Cancels what has not come.
  package func cancel(_ order: PurchaseOrder, because reason: String) throws -> DoneAct {
    let reason = try WrittenReason.read(reason, to: "cancel order \(order.number)")
    return try act(on: order, because: reason, otherWay: "A cancelled order is not undone: n draws up another.") {
      records, order in
      try OrderRule.checkCancelling(order)
      guard try records.pharmacy.set(.cancelled, of: order, because: reason) else { throw Refusal.changedMeanwhile }
      return "Order \(order.number) is cancelled; what came of it stays in stock."
    }
  }

  /// Does something to an order as it is now.
  private func act(
    on order: PurchaseOrder, needing permission: Permission = .orderStock, because reason: String = "",
    otherWay: String? = nil, _ act: (Records, PurchaseOrder) throws -> String
  ) throws -> DoneAct {
    let subject = AuditSubject(kind: "purchase_order", id: order.id.text)
    let sentence = try session.perform(permission, on: subject, as: .update, because: reason) { records in
      guard let order = try records.pharmacy.order(order.id) else { throw Refusal.noSuchOrder }
      return try act(records, order)
    }
    return DoneAct(sentence, otherWay: otherWay)
  }
}

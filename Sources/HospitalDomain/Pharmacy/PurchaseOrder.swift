/// The state of a purchase order. The raw value is the stored code.
package enum OrderState: String, CaseIterable, Hashable, Sendable {
  case draft, sent
  case partReceived = "part-received"
  case received, cancelled

  package var title: String { self == .partReceived ? "part received" : rawValue }

  /// Whether goods of it may still come.
  package var isOpen: Bool { self == .sent || self == .partReceived }

  /// The states that may follow.
  package var followers: [OrderState] {
    switch self {
    case .draft: [.sent, .cancelled]
    case .sent: [.partReceived, .received, .cancelled]
    case .partReceived: [.received, .cancelled]
    case .received, .cancelled: []
    }
  }
}

/// An order to a supplier, with its lines.
package struct PurchaseOrder: Hashable, Sendable, Identifiable {
  package let id: PurchaseOrderID
  /// Its number, from 1.
  package let number: Int64
  package let version: Int
  package let state: OrderState
  package let supplier: SupplierID
  package let supplierName: String
  package let pharmacy: PharmacyID
  package let pharmacyName: String
  /// When it was drawn up.
  package let drawnAt: Timestamp
  package var lines: [Line]

  package init(
    id: PurchaseOrderID, number: Int64, version: Int, state: OrderState, supplier: SupplierID, supplierName: String,
    pharmacy: PharmacyID, pharmacyName: String, drawnAt: Timestamp, lines: [Line]
  ) {
    self.id = id
    self.number = number
    self.version = version
    self.state = state
    self.supplier = supplier
    self.supplierName = supplierName
    self.pharmacy = pharmacy
    self.pharmacyName = pharmacyName
    self.drawnAt = drawnAt
    self.lines = lines
  }

  /// So much of one thing.
  package struct Line: Hashable, Sendable, Identifiable {
    package let id: OrderLineID
    package let item: StockItemID
    package let title: String
    package let quantity: Int
    /// How much of it has come.
    package let received: Int
    /// What one costs.
    package let unit: Money
    /// What was used of it in the last four weeks; nil where that was not looked up.
    package var used: Int?

    package init(id: OrderLineID, item: StockItemID, title: String, quantity: Int, received: Int, unit: Money) {
      self.id = id
      self.item = item
      self.title = title
      self.quantity = quantity
      self.received = received
      self.unit = unit
    }

    /// How much is still to come.
    package var missing: Int { max(0, quantity - received) }
  }

  /// Its state in words: of what came in part and was cancelled then, that only the rest was.
  package var stateTitle: String {
    state == .cancelled && lines.contains { $0.received > 0 } ? "rest cancelled" : state.title
  }

  /// What it comes to; nil where that is too much to be summed.
  package var total: Money? {
    try? Money.total(lines.compactMap { line in try? line.unit * line.quantity })
  }
}

/// When an order may be changed, sent, received and cancelled; and what to order.
package enum OrderRule {
  /// Only a draft takes lines or loses them.
  package static func checkDraft(_ order: PurchaseOrder) throws(Refusal) {
    guard order.state == .draft else { throw .orderNot("changed", order, because: "only a draft is changed") }
  }

  /// A draft with lines is sent.
  package static func checkSending(_ order: PurchaseOrder) throws(Refusal) {
    guard order.state == .draft else { throw .orderNot("sent", order, because: "only a draft is sent") }
    guard !order.lines.isEmpty else { throw .orderNot("sent", order, because: "it has no lines; add one first") }
  }

  /// Goods of an order that was sent come in, no more of a line than was ordered.
  package static func checkReceipt(of quantity: Int, _ line: PurchaseOrder.Line, of order: PurchaseOrder)
    throws(Refusal)
  {
    guard order.state.isOpen else {
      throw .orderNot("received", order, because: "goods come in for an order that was sent")
    }
    guard quantity <= line.missing else { throw .moreThanOrdered(line.title, missing: line.missing) }
  }

  /// What was not received yet is cancelled.
  package static func checkCancelling(_ order: PurchaseOrder) throws(Refusal) {
    guard order.state.followers.contains(.cancelled) else {
      throw .orderNot("cancelled", order, because: "nothing of it is open")
    }
  }

  /// The state of an order of which goods have come.
  package static func state(after lines: [PurchaseOrder.Line]) -> OrderState {
    lines.allSatisfy { $0.missing == 0 } ? .received : .partReceived
  }

  /// How many weeks an order is to last.
  package static let weeksOfCover = 4
  /// How many weeks a delivery takes.
  package static let weeksToCome = 1

  /// How much to order. More is ordered when what is there and on its way lasts no longer than a delivery takes, or is at
  /// the minimum; then so much that the minimum is left after four weeks of the same use. Half packs do not exist here:
  /// it is rounded up to tens from twenty on.
  ///
  /// - Parameters:
  ///   - used: what was used in the last four weeks.
  ///   - available: what may be given out now.
  ///   - coming: what is ordered, or stands in a draft, and has not come.
  package static func suggestion(used: Int, available: Int, coming: Int, minimum: Int) -> Int {
    let there = available + coming
    let trigger = max(minimum, (used * weeksToCome + 3) / 4)
    guard there <= trigger, used > 0 || minimum > 0 else { return 0 }
    let needed = minimum + max(used * weeksOfCover / 4, minimum) - there
    return needed >= 20 ? (needed + 9) / 10 * 10 : max(0, needed)
  }

  /// Why nothing has to be ordered, as a clause that fits a message at 80 columns.
  ///
  /// - Parameters:
  ///   - kept: how many things are used there or have a minimum.
  ///   - coming: how many of them would be ordered if nothing of them were on its way or in a draft.
  package static func whyNothing(kept: Int, coming: Int) -> String {
    if kept == 0 { return "nothing in stock has a minimum there or recent use" }
    if coming > 0 { return "what is needed is on its way, or in a draft" }
    return "nothing is down to its minimum or to a week's use"
  }

  /// What is used in a week, of what was used in four: half up.
  package static func perWeek(_ used: Int) -> Int { (max(0, used) + 2) / 4 }
}

extension Refusal {
  /// The order is in a state that does not allow it.
  package static func orderNot(_ verb: String, _ order: PurchaseOrder, because why: String) -> Refusal {
    Refusal(
      code: "order.state", sentence: "Order \(order.number) is \(order.state.title) and cannot be \(verb): \(why).")
  }

  /// More came than was ordered.
  package static func moreThanOrdered(_ title: String, missing: Int) -> Refusal {
    Refusal(
      code: "order.tooMuch",
      sentence: missing == 0
        ? "All of \(title) has come; receive what is more without an order."
        : "Only \(missing) of \(title) are still to come; receive what is more without an order.",
      field: "quantity")
  }

  /// The item stands on the order already.
  package static func orderedTwice(_ title: String) -> Refusal {
    Refusal(
      code: "order.twice", sentence: "\(title) stands on this order already; remove that line first.", field: "item")
  }

  /// The order is not there.
  package static let noSuchOrder = Refusal(
    code: "order.unknown", sentence: "There is no such order; r reads the list again.", field: "line")
}

extension FormName {
  /// A medication; its subject is the one that is changed, and empty for a new one. So it is of supplies and suppliers.
  package static let medication: FormName = "stock.medication"
  /// A supply.
  package static let supply: FormName = "stock.supply"
  /// A supplier.
  package static let supplier: FormName = "stock.supplier"
  /// A pharmacy.
  package static let pharmacyDetails: FormName = "stock.pharmacy"
  /// Goods that come in without an order; its subject is the line of the list that it begins with, or empty.
  package static let stockReceipt: FormName = "stock.receipt"
  /// A count of a lot; the subject of this and of the next four is the line of the list.
  package static let stockCount: FormName = "stock.count"
  /// What is written off of a lot, or sent back.
  package static let stockWriteOff: FormName = "stock.writeOff"
  /// What another pharmacy gets.
  package static let stockTransfer: FormName = "stock.transfer"
  /// What a ward gets.
  package static let stockIssue: FormName = "stock.issue"
  /// Another shelf.
  package static let stockShelf: FormName = "stock.shelf"
  /// The level at which more is ordered.
  package static let stockMinimum: FormName = "stock.minimum"
  /// A new order.
  package static let order: FormName = "stock.order"
  /// A line of a draft; the subject of this and of the next three is the order.
  package static let orderLine: FormName = "stock.order.line"
  /// A line that is taken off a draft.
  package static let orderRemoval: FormName = "stock.order.remove"
  /// Goods of an order.
  package static let orderReceipt: FormName = "stock.order.receipt"
  /// Why an order is cancelled.
  package static let orderCancelling: FormName = "stock.order.cancel"

  /// The forms that stand over the list of stock.
  package static let stockActs: [FormName] = [
    stockReceipt, stockCount, stockWriteOff, stockTransfer, stockIssue, stockShelf, stockMinimum,
  ]
  /// The forms that stand over the list of orders.
  package static let orderActs: [FormName] = [order, orderLine, orderRemoval, orderReceipt, orderCancelling]

  /// The forms of medications and stock.
  package static let stock: [FormName] =
    lists + lists.map(\.ending) + stockActs + orderActs
  private static let lists: [FormName] = [medication, supply, supplier, pharmacyDetails]
}

import DatabaseKit
import HospitalDomain

/// Orders to suppliers, and the goods that come of them.
extension PharmacyRecords {
  /// The orders, the newest first.
  package func orders(limit: Int) throws -> [PurchaseOrder] {
    try orders("ORDER BY purchase_order.drawn_at DESC, purchase_order.number DESC LIMIT \(limit)")
  }

  /// One order.
  package func order(_ id: PurchaseOrderID) throws -> PurchaseOrder? {
    try orders("WHERE purchase_order.id = \(id)").first
  }

  private func orders(_ which: SQLStatement) throws -> [PurchaseOrder] {
    let rows = try transaction.rows(
      """
      SELECT purchase_order.*, supplier.name AS supplier_name, pharmacy.name AS pharmacy_name
      FROM purchase_order JOIN supplier ON supplier.id = purchase_order.supplier_id
        JOIN pharmacy ON pharmacy.id = purchase_order.pharmacy_id \(part: which)
      """)
    let lines = try lines(of: rows.map { try $0.text("id") })
    return try rows.map { row in
      PurchaseOrder(
        id: try row.identifier("id"), number: try row.integer("number"), version: try row.count("version"),
        state: try row.code("status"), supplier: try row.identifier("supplier_id"),
        supplierName: try row.text("supplier_name"), pharmacy: try row.identifier("pharmacy_id"),
        pharmacyName: try row.text("pharmacy_name"), drawnAt: try row.timestamp("drawn_at"),
        lines: lines[try row.text("id")] ?? [])
    }
  }

  private func lines(of orders: [String]) throws -> [String: [PurchaseOrder.Line]] {
    var lines: [String: [PurchaseOrder.Line]] = [:]
    try transaction.forEachRow(
      """
      SELECT line.*, medication.name, medication.strength, medication.form, supply.name AS supply_name,
        supply.unit AS supply_unit,
        (SELECT COALESCE(SUM(change), 0) FROM stock_movement WHERE order_line_id = line.id) AS received
      FROM purchase_order_line AS line LEFT JOIN medication ON medication.id = line.medication_id
        LEFT JOIN supply ON supply.id = line.supply_id
      WHERE line.order_id IN (\(list: orders)) AND line.removed_at IS NULL ORDER BY line.added_at, line.id
      """
    ) { row in
      let medication: MedicationID? = try row.optionalIdentifier("medication_id")
      let words = try ["name", "strength", "form"].compactMap { try row.optionalText($0) }.filter { !$0.isEmpty }
      let supply = try row.optionalText("supply_name") ?? ""
      lines[try row.text("order_id"), default: []].append(
        PurchaseOrder.Line(
          id: try row.identifier("id"),
          item: try medication.map(StockItemID.medication) ?? .supply(row.identifier("supply_id")),
          title: medication != nil ? words.joined(separator: " ") : "\(supply) (\(try row.text("supply_unit")))",
          quantity: try row.count("quantity"), received: try row.count("received"),
          unit: Money(cents: try row.integer("unit_cents"))))
    }
    return lines
  }

  /// The order, its lines with what was used of each since a day.
  package func withUse(_ order: PurchaseOrder, since day: CalendarDate) throws -> PurchaseOrder {
    var order = order
    for place in order.lines.indices {
      order.lines[place].used = try used(order.lines[place].item, at: order.pharmacy, since: day)
    }
    return order
  }

  /// Draws up an order without lines.
  package func draw(from supplier: SupplierID, for pharmacy: PharmacyID) throws -> PurchaseOrderID {
    _ = try openPharmacy(pharmacy)
    let id: PurchaseOrderID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO purchase_order (id, number, supplier_id, pharmacy_id, drawn_at, status, version, recorded_at, recorded_by,
        change_reason)
      VALUES (\(id), \(try records.nextNumber(of: "purchase order")), \(supplier), \(pharmacy), \(records.now), 'draft',
        \(part: records.firstVersion))
      """)
    return id
  }

  /// Adds a line to a draft.
  package func add(_ quantity: Int, of item: StockItemID, at unit: Money, to order: PurchaseOrderID) throws {
    let id: OrderLineID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO purchase_order_line (id, order_id, medication_id, supply_id, quantity, unit_cents, added_at, added_by)
      VALUES (\(id), \(order), \(item.medication), \(item.supply), \(quantity), \(unit.cents), \(records.now),
        \(records.author.account))
      """)
  }

  /// Takes a line off a draft.
  package func remove(_ line: OrderLineID) throws {
    try transaction.execute(
      """
      UPDATE purchase_order_line SET removed_at = \(records.now), removed_by = \(records.author.account)
      WHERE id = \(line) AND removed_at IS NULL
      """)
  }

  /// Brings an order to another state; false when it is no longer at that version.
  package func set(_ state: OrderState, of order: PurchaseOrder, because reason: String) throws -> Bool {
    try transaction.execute(
      """
      UPDATE purchase_order SET status = \(state), \(part: records.nextVersion(because: reason))
      WHERE id = \(order.id) AND version = \(order.version)
      """) > 0
  }

  /// Takes in goods of an order, and brings it to the state that follows.
  package func receive(
    _ quantity: Int, of line: PurchaseOrder.Line, on order: PurchaseOrder, lot number: String, expires: CalendarDate,
    shelf: String, day: CalendarDate
  ) throws -> OrderState {
    try OrderRule.checkReceipt(of: quantity, line, of: order)
    try receive(
      quantity, of: line.item, at: order.pharmacy, lot: number, expires: expires, shelf: shelf,
      because: "order \(order.number)", for: line.id, on: day)
    guard let now = try self.order(order.id) else { throw Refusal.noSuchOrder }
    let state = OrderRule.state(after: now.lines)
    guard try set(state, of: now, because: "goods received") else { throw Refusal.changedMeanwhile }
    return state
  }

  /// How much of an item was ordered for a pharmacy and has not come, and how much stands in drafts.
  package func coming(_ item: StockItemID, to pharmacy: PharmacyID) throws -> (ordered: Int, drafted: Int) {
    let row = try transaction.row(
      """
      SELECT COALESCE(SUM(CASE WHEN purchase_order.status = 'draft' THEN 0 ELSE line.quantity
          - (SELECT COALESCE(SUM(change), 0) FROM stock_movement WHERE order_line_id = line.id) END), 0) AS ordered,
        COALESCE(SUM(CASE WHEN purchase_order.status = 'draft' THEN line.quantity ELSE 0 END), 0) AS drafted
      FROM purchase_order JOIN purchase_order_line AS line ON line.order_id = purchase_order.id
      WHERE purchase_order.status IN ('draft', 'sent', 'part-received') AND purchase_order.pharmacy_id = \(pharmacy)
        AND line.removed_at IS NULL
        AND (line.medication_id = \(item.medication?.text ?? "") OR line.supply_id = \(item.supply?.text ?? ""))
      """)
    return try row.map { (try $0.count("ordered"), try $0.count("drafted")) } ?? (0, 0)
  }

  /// What one of an item costs by the list.
  package func price(of item: StockItemID) throws -> Money {
    let row =
      switch item {
      case .medication(let id): try transaction.row("SELECT unit_price_cents FROM medication WHERE id = \(id)")
      case .supply(let id): try transaction.row("SELECT unit_price_cents FROM supply WHERE id = \(id)")
      }
    guard let row else { throw Refusal.noSuchStock("item", field: "item") }
    return Money(cents: try row.integer("unit_price_cents"))
  }
}

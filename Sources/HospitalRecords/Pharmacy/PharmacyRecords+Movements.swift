import DatabaseKit
import HospitalDomain

extension PharmacyRecords {
  /// Takes goods in: into the lot of that number and expiry, which is made if it is not there.
  ///
  /// - Parameter day: today where the hospital is; an expired lot is refused.
  @discardableResult package func receive(
    _ quantity: Int, of item: StockItemID, at pharmacy: PharmacyID, lot number: String, expires: CalendarDate,
    shelf: String = "", because reason: String = "", for line: OrderLineID? = nil, on day: CalendarDate
  ) throws -> StockLotID {
    try StockRule.check(quantity: quantity)
    _ = try openPharmacy(pharmacy)
    guard expires >= day else { throw Refusal.goodsExpired(number, on: expires) }
    let lot = try lot(number, expires: expires, of: item, at: pharmacy)
    _ = try move(
      quantity, lot, .receipt, shelf: shelf.isEmpty ? lot.shelf : shelf, because: reason, ordered: line, on: day)
    try keep(item, at: pharmacy)
    return lot.id
  }

  /// Receives a lot of the medication with this code; for hospitals that are made up.
  package func stock(
    _ medication: String, at pharmacy: PharmacyID, lot: String, expires: CalendarDate, quantity: Int,
    shelf: String = "", on day: CalendarDate
  ) throws {
    guard let id = try self.medication(coded: medication) else {
      throw DatabaseFault.other("no medication \(medication)")
    }
    try receive(
      quantity, of: .medication(id), at: pharmacy, lot: lot, expires: expires, shelf: shelf, on: day)
  }

  /// The medication with this code, if there is one.
  package func medication(coded code: String) throws -> MedicationID? {
    try transaction.row("SELECT id FROM medication WHERE code = \(code)")?.identifier("id")
  }

  /// The lot of that number and expiry; made, and empty, if it is not there.
  func lot(_ number: String, expires: CalendarDate, of item: StockItemID, at pharmacy: PharmacyID) throws -> StockLot {
    let found = try transaction.row(
      """
      SELECT \(part: Self.lotColumns) FROM stock_lot WHERE \(part: Self.isOf(item)) AND pharmacy_id = \(pharmacy)
      AND lot = \(number) AND expires_on = \(expires)
      """)
    if let found { return try found.stockLot() }
    let lot = StockLot(
      id: records.newIdentifier(), pharmacy: pharmacy, item: item, number: number, expires: expires, shelf: "",
      quantity: 0)
    try transaction.execute(
      """
      INSERT INTO stock_lot (id, pharmacy_id, medication_id, supply_id, lot, expires_on, shelf, quantity)
      VALUES (\(lot.id), \(pharmacy), \(item.medication), \(item.supply), \(number), \(expires), '', 0)
      """)
    return lot
  }

  /// Adds a movement of a lot. It is guarded: somebody who was faster leaves less, and then nothing is moved.
  @discardableResult func move(
    _ change: Int, _ lot: StockLot, _ kind: StockMovementKind, _ purpose: StockPurpose? = nil, shelf: String? = nil,
    with pair: StockMovementID? = nil, because reason: String = "", ordered line: OrderLineID? = nil,
    signedBy second: AccountID? = nil, on day: CalendarDate
  ) throws -> StockMovementID {
    let id: StockMovementID = records.newIdentifier()
    var (item, words) = (PrescriptionItemID?.none, reason)
    switch purpose {
    case .prescription(let id): item = id
    case .ward(let name): words = name
    case nil: break
    }
    let moved = try transaction.execute(
      """
      INSERT INTO stock_movement (id, lot_id, position, kind, change, level, shelf, reason, prescription_item_id, moved_with,
        order_line_id, moved_on, moved_at, moved_by, second_by)
      SELECT \(id), stock_lot.id,
        1 + (SELECT COALESCE(MAX(position), 0) FROM stock_movement WHERE lot_id = stock_lot.id), \(kind), \(change),
        stock_lot.quantity + \(change), \(shelf ?? lot.shelf), \(words), \(item), \(pair), \(line), \(day), \(records.now),
        \(records.author.account), \(second)
      FROM stock_lot WHERE stock_lot.id = \(lot.id) AND stock_lot.quantity + \(change) >= 0
      """)
    guard moved == 1 else {
      throw Refusal.lotShort(lot.number, wanted: -change, left: try self.lot(lot.id)?.quantity ?? 0)
    }
    return id
  }

  /// What an item is called: `ibuprofen 400 mg tablet`.
  package func title(of item: StockItemID) throws -> String {
    switch item {
    case .medication(let id):
      guard let row = try transaction.row("SELECT name, strength, form FROM medication WHERE id = \(id)") else { break }
      return try ["name", "strength", "form"].map(row.text).filter { !$0.isEmpty }.joined(separator: " ")
    case .supply(let id):
      guard let row = try transaction.row("SELECT name FROM supply WHERE id = \(id)") else { break }
      return try row.text("name")
    }
    throw Refusal.noSuchLot
  }

  /// The name of a pharmacy that has not closed.
  func openPharmacy(_ id: PharmacyID) throws -> String {
    guard let row = try transaction.row("SELECT name, closed_at FROM pharmacy WHERE id = \(id)") else {
      throw Refusal.noSuchLot
    }
    let name = try row.text("name")
    guard try row.optionalTimestamp("closed_at") == nil else { throw Refusal.pharmacyClosed(name) }
    return name
  }
}

import DatabaseKit
import HospitalDomain

/// The ledger of stock: every change of what is there is a movement of a lot. Called within the transaction of the act that
/// it belongs to, such as dispensing (M4).
extension PharmacyRecords {
  /// Takes a quantity of a medication, from the lot that expires first and then the next; never from an expired one.
  ///
  /// - Parameters:
  ///   - day: today where the hospital is.
  /// - Returns: how much was taken from which lot, in that order.
  /// - Throws: a `Refusal` when less is there, and then nothing is taken; when the pharmacy has closed.
  @discardableResult package func take(
    _ quantity: Int, of medication: MedicationID, at pharmacy: PharmacyID, for purpose: StockPurpose,
    on day: CalendarDate
  ) throws -> [StockTaken] {
    try take(quantity, of: .medication(medication), at: pharmacy, for: purpose, on: day)
  }

  /// The same for anything that is kept in stock.
  @discardableResult package func take(
    _ quantity: Int, of item: StockItemID, at pharmacy: PharmacyID, for purpose: StockPurpose, on day: CalendarDate
  ) throws -> [StockTaken] {
    let place = try openPharmacy(pharmacy)
    let shares = try StockRule.shares(
      of: quantity, from: try lots(of: item, at: pharmacy), on: day, title: try title(of: item), at: place)
    return try shares.map { share in
      try StockTaken(
        lot: share.lot.holding(share.lot.quantity - share.quantity), quantity: share.quantity,
        movement: move(-share.quantity, share.lot, purpose.kind, purpose, on: day))
    }
  }

  /// Takes a quantity from a lot that somebody has in hand.
  ///
  /// - Throws: a `Refusal` when it has expired, when less is in it, when it is not there.
  @discardableResult package func take(
    _ quantity: Int, from lot: StockLotID, for purpose: StockPurpose, on day: CalendarDate
  ) throws -> StockTaken {
    let lot = try expectedLot(lot)
    _ = try openPharmacy(lot.pharmacy)
    try StockRule.check(taking: quantity, from: lot, on: day)
    let movement = try move(-quantity, lot, purpose.kind, purpose, on: day)
    return StockTaken(lot: lot.holding(lot.quantity - quantity), quantity: quantity, movement: movement)
  }

  /// Puts back what was dispensed of a lot for an item of a prescription; never more than is out.
  @discardableResult package func putBack(
    _ quantity: Int, into lot: StockLotID, from item: PrescriptionItemID, because reason: String = "",
    on day: CalendarDate
  ) throws -> StockMovementID {
    try StockRule.check(quantity: quantity)
    let lot = try expectedLot(lot)
    let out = try dispensed(for: item).first { $0.lot.id == lot.id }?.quantity ?? 0
    guard quantity <= out else { throw Refusal.returnTooLarge(lot.number, out: out) }
    return try move(quantity, lot, .return, .prescription(item), because: reason, on: day)
  }

  /// What is out for an item of a prescription, by lot: dispensed and not put back. The lots are as they are now.
  package func dispensed(for item: PrescriptionItemID) throws -> [(lot: StockLot, quantity: Int)] {
    try transaction.rows(
      """
      SELECT \(part: Self.lotColumns), counted.out FROM
        (SELECT lot_id, -SUM(change) AS out FROM stock_movement WHERE prescription_item_id = \(item)
         GROUP BY lot_id) AS counted
      JOIN stock_lot ON stock_lot.id = counted.lot_id WHERE counted.out > 0 ORDER BY stock_lot.expires_on, stock_lot.lot
      """
    ).map { (try $0.stockLot(), try $0.count("out")) }
  }

  /// The lots of an item at a pharmacy that have something in them, expired ones too; the one that expires first, first.
  package func lots(of item: StockItemID, at pharmacy: PharmacyID) throws -> [StockLot] {
    try transaction.rows(
      """
      SELECT \(part: Self.lotColumns) FROM stock_lot
      WHERE \(part: Self.isOf(item)) AND pharmacy_id = \(pharmacy) AND quantity > 0 ORDER BY expires_on, lot, id
      """
    ).map { try $0.stockLot() }
  }

  /// The lot of a medication at a pharmacy that has a number, as it stands on a box: of several, the only one that can be
  /// given out.
  ///
  /// - Throws: a `Refusal` where there is none, or more than one that can be given out.
  package func lot(numbered number: String, of medication: MedicationID, at pharmacy: PharmacyID, on day: CalendarDate)
    throws -> StockLotID
  {
    let wanted = number.uppercased()
    let all = try transaction.rows(
      """
      SELECT \(part: Self.lotColumns) FROM stock_lot
      WHERE medication_id = \(medication) AND pharmacy_id = \(pharmacy) AND UPPER(lot) = \(wanted) ORDER BY expires_on, id
      """
    ).map { try $0.stockLot() }
    let good = all.filter { !$0.isExpired(on: day) && $0.quantity > 0 }
    if good.count > 1 { throw Refusal.lotUnclear(number) }
    guard let lot = good.first ?? all.last else {
      throw Refusal.noSuchLot(
        numbered: number, of: try title(of: .medication(medication)), at: try openPharmacy(pharmacy))
    }
    return lot.id
  }

  /// A lot; nil if there is none.
  package func lot(_ id: StockLotID) throws -> StockLot? {
    try transaction.row("SELECT \(part: Self.lotColumns) FROM stock_lot WHERE id = \(id)")?.stockLot()
  }

  /// How much of a medication can be given out at a pharmacy.
  package func available(_ medication: MedicationID, at pharmacy: PharmacyID, on day: CalendarDate) throws -> Int {
    try lots(of: .medication(medication), at: pharmacy).reduce(0) { $1.isExpired(on: day) ? $0 : $0 + $1.quantity }
  }

  func expectedLot(_ id: StockLotID) throws -> StockLot {
    guard let lot = try lot(id) else { throw Refusal.noSuchLot }
    return lot
  }

  static let lotColumns: SQLStatement = """
    stock_lot.id, stock_lot.pharmacy_id, stock_lot.medication_id, stock_lot.supply_id, stock_lot.lot,
    stock_lot.expires_on, stock_lot.shelf, stock_lot.quantity
    """

  /// The condition that a lot is of an item.
  static func isOf(_ item: StockItemID) -> SQLStatement {
    switch item {
    case .medication(let id): "stock_lot.medication_id = \(id)"
    case .supply(let id): "stock_lot.supply_id = \(id)"
    }
  }
}

extension SQLRow {
  /// A lot, of `lotColumns`.
  func stockLot() throws -> StockLot {
    let medication: MedicationID? = try optionalIdentifier("medication_id")
    return StockLot(
      id: try identifier("id"), pharmacy: try identifier("pharmacy_id"),
      item: try medication.map(StockItemID.medication) ?? .supply(identifier("supply_id")), number: try text("lot"),
      expires: try date("expires_on"), shelf: try text("shelf"), quantity: try count("quantity"))
  }
}

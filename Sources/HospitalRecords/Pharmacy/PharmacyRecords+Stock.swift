import DatabaseKit
import HospitalDomain

extension PharmacyRecords {
  /// The list of stock: every lot that has something in it, and what is kept and has nothing left. Where there is more than
  /// `limit`, the lots that expire first are told of.
  package func stock(on day: CalendarDate, limit: Int) throws -> StockReport {
    let lots = try transaction.rows(
      """
      SELECT \(part: Self.lotColumns), \(part: Self.itemColumns), \(part: Self.available(on: day)) AS available
      FROM stock_lot \(part: Self.items) LEFT JOIN stock_minimum ON stock_minimum.pharmacy_id = stock_lot.pharmacy_id
        AND (stock_minimum.medication_id = stock_lot.medication_id OR stock_minimum.supply_id = stock_lot.supply_id)
      WHERE stock_lot.quantity > 0 ORDER BY stock_lot.expires_on LIMIT \(limit + 1)
      """)
    let lines = try lots.prefix(limit).map { try $0.stockLine(lot: $0.stockLot()) }
    let empty = try transaction.rows(
      """
      SELECT stock_lot.*, \(part: Self.itemColumns), 0 AS available FROM
        (SELECT pharmacy_id, medication_id, supply_id FROM stock_minimum) AS stock_lot
        \(part: Self.items) JOIN stock_minimum ON stock_minimum.pharmacy_id = stock_lot.pharmacy_id
        AND (stock_minimum.medication_id = stock_lot.medication_id OR stock_minimum.supply_id = stock_lot.supply_id)
      WHERE NOT EXISTS (SELECT 1 FROM stock_lot AS held WHERE held.quantity > 0
          AND held.pharmacy_id = stock_lot.pharmacy_id AND held.medication_id = stock_lot.medication_id)
        AND NOT EXISTS (SELECT 1 FROM stock_lot AS held WHERE held.quantity > 0
          AND held.pharmacy_id = stock_lot.pharmacy_id AND held.supply_id = stock_lot.supply_id) LIMIT \(limit)
      """)
    return StockReport(lines + (try empty.map { try $0.stockLine(lot: nil) }), isCut: lots.count > limit)
  }

  private static let itemColumns: SQLStatement = """
    pharmacy.name AS pharmacy_name, medication.name, medication.strength, medication.form, medication.is_controlled,
    supply.name AS supply_name, supply.unit AS supply_unit, stock_minimum.minimum, stock_minimum.id AS minimum_id
    """

  private static let items: SQLStatement = """
    JOIN pharmacy ON pharmacy.id = stock_lot.pharmacy_id
    LEFT JOIN medication ON medication.id = stock_lot.medication_id
    LEFT JOIN supply ON supply.id = stock_lot.supply_id
    """

  private static func available(on day: CalendarDate) -> SQLStatement {
    """
    CASE WHEN stock_lot.medication_id IS NOT NULL THEN
      (SELECT COALESCE(SUM(held.quantity), 0) FROM stock_lot AS held WHERE held.medication_id = stock_lot.medication_id
        AND held.pharmacy_id = stock_lot.pharmacy_id AND held.quantity > 0 AND held.expires_on >= \(day))
    ELSE (SELECT COALESCE(SUM(held.quantity), 0) FROM stock_lot AS held WHERE held.supply_id = stock_lot.supply_id
        AND held.pharmacy_id = stock_lot.pharmacy_id AND held.quantity > 0 AND held.expires_on >= \(day)) END
    """
  }

  /// The last movements of a lot, the newest first.
  package func movements(of lot: StockLotID, limit: Int) throws -> [StockMovement] {
    try transaction.rows(
      """
      SELECT stock_movement.id, kind, change, level, reason, moved_at, account.full_name, second.full_name AS second_name
      FROM stock_movement JOIN account ON account.id = stock_movement.moved_by
        LEFT JOIN account AS second ON second.id = stock_movement.second_by
      WHERE lot_id = \(lot) ORDER BY position DESC LIMIT \(limit)
      """
    ).map { row in
      StockMovement(
        id: try row.identifier("id"), kind: try row.code("kind"), change: try row.count("change"),
        level: try row.count("level"), reason: try row.text("reason"),
        recorded: Recorded(by: try row.text("full_name"), at: try row.timestamp("moved_at")),
        second: try row.optionalText("second_name"))
    }
  }

  /// How much of an item was used at a pharmacy from a day on: given out, less what was put back.
  package func used(_ item: StockItemID, at pharmacy: PharmacyID, since day: CalendarDate) throws -> Int {
    let row = try transaction.row(
      """
      SELECT COALESCE(-SUM(stock_movement.change), 0) AS used
      FROM stock_lot JOIN stock_movement ON stock_movement.lot_id = stock_lot.id
      WHERE \(part: Self.isOf(item)) AND stock_lot.pharmacy_id = \(pharmacy) AND stock_movement.moved_on >= \(day)
        AND stock_movement.kind IN ('dispense', 'issue', 'return')
      """)
    return try row?.count("used") ?? 0
  }

  /// The level at which more of an item is ordered; nil where nobody set one.
  package func minimum(of item: StockItemID, at pharmacy: PharmacyID) throws -> Int? {
    try transaction.row(
      """
      SELECT minimum FROM stock_minimum WHERE pharmacy_id = \(pharmacy)
        AND (medication_id = \(item.medication?.text ?? "") OR supply_id = \(item.supply?.text ?? ""))
      """)?.count("minimum")
  }

  /// Sets the level at which more of an item is ordered; as a new version where one was set.
  package func setMinimum(_ minimum: Int, of item: StockItemID, at pharmacy: PharmacyID, because reason: String) throws
  {
    let changed = try transaction.execute(
      """
      UPDATE stock_minimum SET minimum = \(minimum), \(part: records.nextVersion(because: reason))
      WHERE pharmacy_id = \(pharmacy)
        AND (medication_id = \(item.medication?.text ?? "") OR supply_id = \(item.supply?.text ?? ""))
      """)
    if changed == 0 { try addMinimum(minimum, of: item, at: pharmacy) }
  }

  /// Sees to it that an item is listed at a pharmacy even when nothing of it is left.
  func keep(_ item: StockItemID, at pharmacy: PharmacyID) throws {
    let isKept = try transaction.exists(
      """
      SELECT 1 FROM stock_minimum WHERE pharmacy_id = \(pharmacy)
        AND (medication_id = \(item.medication?.text ?? "") OR supply_id = \(item.supply?.text ?? ""))
      """)
    if !isKept { try addMinimum(0, of: item, at: pharmacy) }
  }

  private func addMinimum(_ minimum: Int, of item: StockItemID, at pharmacy: PharmacyID) throws {
    let id: Identifier<StockLine> = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO stock_minimum (id, pharmacy_id, medication_id, supply_id, minimum, version, recorded_at, recorded_by,
        change_reason)
      VALUES (\(id), \(pharmacy), \(item.medication), \(item.supply), \(minimum), \(part: records.firstVersion))
      """)
  }

  /// The expiry of a lot of that number that has something in it and expires on another day; nil for none.
  package func otherExpiry(of number: String, _ item: StockItemID, at pharmacy: PharmacyID, than day: CalendarDate)
    throws
    -> CalendarDate?
  {
    try lots(of: item, at: pharmacy).first { $0.number == number && $0.expires != day }?.expires
  }
}

extension SQLRow {
  fileprivate func stockLine(lot: StockLot?) throws -> StockLine {
    let medication: MedicationID? = try optionalIdentifier("medication_id")
    let words = try ["name", "strength", "form"].compactMap { try optionalText($0) }.filter { !$0.isEmpty }
    let supply = try optionalText("supply_name") ?? ""
    return StockLine(
      pharmacy: try identifier("pharmacy_id"), pharmacyName: try text("pharmacy_name"),
      item: try medication.map(StockItemID.medication) ?? .supply(identifier("supply_id")),
      title: medication != nil ? words.joined(separator: " ") : "\(supply) (\(try text("supply_unit")))",
      isControlled: try optionalInteger("is_controlled") == 1, lot: lot, available: try count("available"),
      minimum: try optionalInteger("minimum").map(Int.init), minimumID: try optionalIdentifier("minimum_id"))
  }
}

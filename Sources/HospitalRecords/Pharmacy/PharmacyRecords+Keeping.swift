import DatabaseKit
import HospitalDomain

/// Counting, writing off and moving stock about.
extension PharmacyRecords {
  /// Records a count; what is missing or too much is corrected by it, and then a reason is needed. A controlled drug is counted
  /// by two people.
  package func count(
    _ counted: Int, of lot: StockLot, because reason: String, signedBy second: AccountID? = nil, on day: CalendarDate
  ) throws {
    _ = try move(counted - lot.quantity, lot, .count, because: reason, signedBy: second, on: day)
  }

  /// Takes what is broken, lost or expired off the stock, or sends it back to the supplier; a controlled drug by two people.
  package func writeOff(
    _ quantity: Int, of lot: StockLot, toSupplier: Bool, because reason: String, signedBy second: AccountID? = nil,
    on day: CalendarDate
  ) throws {
    try StockRule.check(quantity: quantity)
    guard lot.quantity >= quantity else { throw Refusal.lotShort(lot.number, wanted: quantity, left: lot.quantity) }
    _ = try move(-quantity, lot, toSupplier ? .supplierReturn : .writeOff, because: reason, signedBy: second, on: day)
  }

  /// Sends some of a lot to another pharmacy, where it keeps its number and expiry.
  package func transfer(_ quantity: Int, of lot: StockLot, to pharmacy: PharmacyID, shelf: String, on day: CalendarDate)
    throws
  {
    try StockRule.check(taking: quantity, from: lot, on: day)
    guard pharmacy != lot.pharmacy else { throw Refusal.samePharmacy }
    _ = try openPharmacy(pharmacy)
    let there = try self.lot(lot.number, expires: lot.expires, of: lot.item, at: pharmacy)
    let sent = try move(-quantity, lot, .transferOut, on: day)
    _ = try move(
      quantity, there, .transferIn, shelf: shelf.isEmpty ? there.shelf : shelf, with: sent, on: day)
    try keep(lot.item, at: pharmacy)
  }

  /// Lays a lot on another shelf.
  package func shelve(_ lot: StockLot, on shelf: String, day: CalendarDate) throws {
    guard shelf != lot.shelf else { throw Refusal.sameShelf }
    _ = try move(0, lot, .shelved, shelf: shelf, because: lot.shelf.isEmpty ? "" : "from \(lot.shelf)", on: day)
  }

  // MARK: Supplies

  /// The supplies in use, by name.
  package func supplies() throws -> [SupplyRow] {
    try transaction.rows("SELECT * FROM supply WHERE retired_at IS NULL ORDER BY lower(name), code").map { row in
      SupplyRow(
        id: try row.identifier("id"), version: try row.count("version"),
        supply: Supply(
          code: try row.text("code"), name: try row.text("name"), unit: try row.text("unit"),
          unitPrice: try row.integer("unit_price_cents")))
    }
  }

  /// Whether a supply has this code, in use or not.
  package func hasSupply(coded code: String) throws -> Bool {
    try transaction.exists("SELECT 1 FROM supply WHERE code = \(code)")
  }

  /// Adds a supply.
  @discardableResult package func add(_ supply: Supply) throws -> SupplyID {
    let id: SupplyID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO supply (id, code, name, unit, unit_price_cents, version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(supply.code), \(supply.name), \(supply.unit), \(supply.unitPrice), \(part: records.firstVersion))
      """)
    return id
  }

  /// Changes a supply, or with `retiring` takes it off the list; false when it is no longer at that version.
  package func change(_ row: SupplyRow, to supply: Supply, retiring: Bool = false, because reason: String) throws
    -> Bool
  {
    try transaction.execute(
      """
      UPDATE supply SET name = \(supply.name), unit = \(supply.unit), unit_price_cents = \(supply.unitPrice),
        retired_at = \(retiring ? records.now : nil), \(part: records.nextVersion(because: reason))
      WHERE id = \(row.id) AND version = \(row.version) AND retired_at IS NULL
      """) > 0
  }

  // MARK: Suppliers

  /// The suppliers in use, by name.
  package func suppliers() throws -> [SupplierRow] {
    try transaction.rows("SELECT * FROM supplier WHERE retired_at IS NULL ORDER BY lower(name), number").map { row in
      SupplierRow(
        id: try row.identifier("id"), number: try row.integer("number"), version: try row.count("version"),
        supplier: Supplier(
          name: try row.text("name"), address: try row.text("address"), telephone: try row.text("telephone"),
          email: try row.text("email")))
    }
  }

  /// Adds a supplier, with the next number.
  @discardableResult package func add(_ supplier: Supplier) throws -> SupplierID {
    let id: SupplierID = records.newIdentifier()
    try transaction.execute(
      """
      INSERT INTO supplier (id, number, name, address, telephone, email, version, recorded_at, recorded_by, change_reason)
      VALUES (\(id), \(try records.nextNumber(of: "supplier")), \(supplier.name), \(supplier.address),
        \(supplier.telephone), \(supplier.email), \(part: records.firstVersion))
      """)
    return id
  }

  /// Changes a supplier, or with `retiring` takes it off the list; false when it is no longer at that version.
  package func change(_ row: SupplierRow, to supplier: Supplier, retiring: Bool = false, because reason: String) throws
    -> Bool
  {
    try transaction.execute(
      """
      UPDATE supplier SET name = \(supplier.name), address = \(supplier.address), telephone = \(supplier.telephone),
        email = \(supplier.email), retired_at = \(retiring ? records.now : nil),
        \(part: records.nextVersion(because: reason))
      WHERE id = \(row.id) AND version = \(row.version) AND retired_at IS NULL
      """) > 0
  }
}

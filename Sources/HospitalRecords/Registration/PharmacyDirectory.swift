import DatabaseKit
import HospitalDomain

/// The pharmacies: those that a patient can name, and how they are kept.
package struct PharmacyDirectory {
  let records: Records

  /// The pharmacies that are open for prescriptions, by name.
  package func all() throws -> [PharmacyLine] {
    try records.transaction.rows(
      "SELECT id, number, name, address, telephone FROM pharmacy WHERE closed_at IS NULL ORDER BY name, number"
    ).map { row in
      PharmacyLine(
        id: try row.identifier("id"), number: try row.integer("number"), name: try row.text("name"),
        address: try row.text("address"), telephone: try row.text("telephone"))
    }
  }

  /// The pharmacies that have closed, those that closed last first.
  package func closed() throws -> [ClosedPharmacy] {
    try records.transaction.rows(
      "SELECT id, name, closed_at FROM pharmacy WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, id"
    ).map {
      ClosedPharmacy(
        id: try $0.identifier("id"), name: try $0.text("name"), closedAt: try $0.timestamp("closed_at"))
    }
  }

  // MARK: Keeping them

  /// The pharmacies that are open, with their versions, by name.
  package func rows() throws -> [PharmacyRow] {
    try records.transaction.rows("SELECT * FROM pharmacy WHERE closed_at IS NULL ORDER BY lower(name), number").map {
      row in
      PharmacyRow(
        id: try row.identifier("id"), number: try row.integer("number"), version: try row.count("version"),
        details: PharmacyDetails(
          name: try row.text("name"), address: try row.text("address"), telephone: try row.text("telephone")))
    }
  }

  /// Whether another pharmacy that is open has the name.
  package func isTaken(_ name: String, besides pharmacy: PharmacyID?) throws -> Bool {
    try records.transaction.exists(
      """
      SELECT 1 FROM pharmacy WHERE lower(name) = lower(\(name)) AND closed_at IS NULL AND id <> \(pharmacy?.text ?? "")
      """)
  }

  /// Changes a pharmacy, or with `closing` closes it; false when it is no longer at that version.
  package func change(_ row: PharmacyRow, to details: PharmacyDetails, closing: Bool = false, because reason: String)
    throws -> Bool
  {
    try records.transaction.execute(
      """
      UPDATE pharmacy SET name = \(details.name), address = \(details.address), telephone = \(details.telephone),
        closed_at = \(closing ? records.now : nil), \(part: records.nextVersion(because: reason))
      WHERE id = \(row.id) AND version = \(row.version) AND closed_at IS NULL
      """) > 0
  }

  /// What keeps a pharmacy from closing.
  package func burden(of pharmacy: PharmacyID) throws -> PharmacyBurden {
    func count(_ query: String) throws -> Int {
      try records.transaction.row(
        """
        SELECT COUNT(*) AS many FROM (SELECT id AS pharmacy FROM pharmacy WHERE id = \(pharmacy)) AS here
        JOIN (\(part: SQLStatement(trusted: query))) AS found ON found.pharmacy_id = here.pharmacy
        """)?.count("many") ?? 0
    }
    return PharmacyBurden(
      prescriptions: try count(Self.prescriptions()), lots: try count(Self.lots()), orders: try count(Self.orders()))
  }

  /// The lots that have something in them; of one pharmacy, where an expression for it is given.
  static func lots(_ pharmacy: String? = nil) -> String {
    "SELECT stock_lot.pharmacy_id FROM stock_lot WHERE quantity > 0" + at("stock_lot", pharmacy)
  }

  /// The orders of which something is still to come.
  static func orders(_ pharmacy: String? = nil) -> String {
    "SELECT purchase_order.pharmacy_id FROM purchase_order WHERE status IN ('draft', 'sent', 'part-received')"
      + at("purchase_order", pharmacy)
  }

  /// The prescriptions that were not handed over.
  static func prescriptions(_ pharmacy: String? = nil) -> String {
    """
    SELECT prescription.pharmacy_id FROM prescription
    LEFT JOIN pharmacy_task ON pharmacy_task.prescription_id = prescription.id
    WHERE prescription.status IN ('active', 'on-hold') AND COALESCE(pharmacy_task.stage, 'waiting') <> 'handed-over'
    """ + at("prescription", pharmacy)
  }

  private static func at(_ table: String, _ pharmacy: String?) -> String {
    pharmacy.map { " AND \(table).pharmacy_id = \($0)" } ?? ""
  }
}

extension Records {
  /// The pharmacies that a patient can name.
  package var pharmacyDirectory: PharmacyDirectory { PharmacyDirectory(records: self) }
}

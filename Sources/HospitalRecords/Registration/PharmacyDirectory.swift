import DatabaseKit
import HospitalDomain

/// The pharmacies that a patient can name.
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
}

extension Records {
  /// The pharmacies that a patient can name.
  package var pharmacyDirectory: PharmacyDirectory { PharmacyDirectory(records: self) }
}

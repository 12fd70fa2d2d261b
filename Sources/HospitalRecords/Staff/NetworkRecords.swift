import DatabaseKit
import HospitalDomain

/// The hospitals of the network.
package struct NetworkRecords {
  let transaction: any Transaction

  /// Every hospital, by number.
  package func hospitals() throws -> [Hospital] {
    try transaction.rows("SELECT * FROM hospital ORDER BY number").map(Self.hospital)
  }

  /// The hospital with this identifier.
  package func hospital(_ id: HospitalID) throws -> Hospital? {
    try transaction.row("SELECT * FROM hospital WHERE id = \(id)").map(Self.hospital)
  }

  /// Adds a hospital.
  package func add(_ hospital: Hospital, foundedAt now: Timestamp) throws {
    try transaction.execute(
      """
      INSERT INTO hospital (id, number, name, address, telephone, is_demonstration, founded_at)
      VALUES (\(hospital.id), \(hospital.number), \(hospital.name), \(hospital.address), \(hospital.telephone),
        \(hospital.isDemonstration), \(now))
      """)
  }

  private static func hospital(_ row: SQLRow) throws -> Hospital {
    Hospital(
      id: try row.identifier("id"), number: try row.integer("number"), name: try row.text("name"),
      address: try row.text("address"), telephone: try row.text("telephone"),
      isDemonstration: try row.flag("is_demonstration"))
  }
}

extension Records {
  /// The hospitals of the network.
  package var network: NetworkRecords { NetworkRecords(transaction: transaction) }
}

import HospitalDomain
import HospitalRecords

/// The suppliers that pharmacies order from (M5).
package struct SupplierService: Sendable {
  let session: Session

  package init(_ session: Session) {
    self.session = session
  }

  /// The suppliers in use.
  package func suppliers() throws -> [SupplierRow] { try session.look(.seeStock) { try $0.pharmacy.suppliers() } }

  /// Adds a supplier.
  package func add(_ supplier: Supplier) throws {
    _ = try session.create(.orderStock, "supplier") { try $0.pharmacy.add(supplier) }
  }

  /// Changes a supplier as a new version.
  package func change(_ row: SupplierRow, to supplier: Supplier, because reason: String) throws {
    try session.changeOrdered("supplier", row.id.text, reason, to: "change \(row.supplier.name)") { records, reason in
      try records.pharmacy.change(row, to: supplier, because: reason)
    }
  }

  /// Takes a supplier off the list; its orders stay.
  package func retire(_ row: SupplierRow, because reason: String) throws {
    try session.changeOrdered("supplier", row.id.text, reason, to: "take \(row.supplier.name) off the list") {
      records, reason in
      try records.pharmacy.change(row, to: row.supplier, retiring: true, because: reason)
    }
  }
}

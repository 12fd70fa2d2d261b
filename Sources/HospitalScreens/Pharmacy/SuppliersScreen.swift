import HospitalDomain
import HospitalServices

/// The suppliers that pharmacies order from (M5).
package struct SuppliersScreen: CatalogueScreen {
  package var rows = NarrowedList<SupplierRow> { "\($0.number) \($0.supplier.name) \($0.supplier.address)" }
  package var problem: FormMessage?
  package let title = "Suppliers"
  package let noun = "supplier"
  package let filterHint = "name, address"
  package let session: Session

  /// The suppliers as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package func read() throws -> [SupplierRow] { try SupplierService(session).suppliers() }
  package func history(of row: SupplierRow) -> VersionedRecord? { VersionedRecord(.supplier, row.id.text) }

  package var formName: FormName { .supplier }
  package var permission: Permission { .orderStock }
  package func thing(of row: SupplierRow) -> Supplier { row.supplier }
  package func name(of supplier: Supplier) -> String { supplier.name }
  package func number(of row: SupplierRow) -> String { "\(row.number)" }

  package func ending(of row: SupplierRow) -> DirectoryEnding {
    DirectoryEnding(
      title: "Take \(row.supplier.name) off the list?",
      lines: ["Nothing is ordered from them any more.", "Orders that were sent can still be received."],
      act: "Off the list")
  }

  package func fields(_ supplier: Supplier?) -> [[FormField]] {
    [
      [.needed("name", "Name", width: 40, supplier?.name)],
      [.needed("address", "Address", width: 46, supplier?.address)],
      [.telephone(supplier?.telephone)],
      [.text("email", "E-mail", width: 40, limit: 120, hint: "where orders go", text: supplier?.email ?? "")],
    ]
  }

  package func entry(_ form: Form) throws -> Supplier {
    try SupplyEntry([
      .name: form.text("name"), .address: form.text("address"), .telephone: form.text("telephone"),
      .email: form.text("email"),
    ]).supplier()
  }

  package func add(_ supplier: Supplier) throws { try SupplierService(session).add(supplier) }

  package func change(_ row: SupplierRow, to supplier: Supplier, because reason: String) throws {
    try SupplierService(session).change(row, to: supplier, because: reason)
  }

  package func retire(_ row: SupplierRow, because reason: String) throws {
    try SupplierService(session).retire(row, because: reason)
  }
}

import HospitalDomain
import HospitalServices

/// The pharmacies: where prescriptions go and stock is kept (B7, M5).
package struct PharmaciesScreen: CatalogueScreen {
  package var rows = NarrowedList<PharmacyRow> { "\($0.number) \($0.details.name) \($0.details.address)" }
  package var problem: FormMessage?
  package let title = "Pharmacies"
  package let noun = "pharmacy"
  package let filterHint = "name, address"
  package let session: Session

  /// The pharmacies that are open.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package func read() throws -> [PharmacyRow] { try PharmacyDirectoryService(session).pharmacies() }
  package func history(of row: PharmacyRow) -> VersionedRecord? { VersionedRecord(.pharmacy, row.id.text) }
  package var summary: String { Listing.count(rows.shown.count, "pharmacy", plural: "pharmacies") }

  package var formName: FormName { .pharmacyDetails }
  package var permission: Permission { .managePharmacies }
  package func thing(of row: PharmacyRow) -> PharmacyDetails { row.details }
  package func name(of pharmacy: PharmacyDetails) -> String { pharmacy.name }
  package func number(of row: PharmacyRow) -> String { "\(row.number)" }
  package var ended: String { "is closed" }

  package func ending(of row: PharmacyRow) -> DirectoryEnding {
    DirectoryEnding(
      title: "Close \(row.details.name)?",
      lines: ["No prescription goes there any more, and no stock.", "What was recorded of it stays."], act: "Close")
  }

  package func fields(_ pharmacy: PharmacyDetails?) -> [[FormField]] {
    [
      [.needed("name", "Name", width: 40, pharmacy?.name)],
      [.needed("address", "Address", width: 46, pharmacy?.address)],
      [.telephone(pharmacy?.telephone)],
    ]
  }

  package func entry(_ form: Form) throws -> PharmacyDetails {
    try SupplyEntry([
      .name: form.text("name"), .address: form.text("address"), .telephone: form.text("telephone"),
    ]).pharmacy()
  }

  package func add(_ pharmacy: PharmacyDetails) throws { try PharmacyDirectoryService(session).add(pharmacy) }

  package func change(_ row: PharmacyRow, to pharmacy: PharmacyDetails, because reason: String) throws {
    try PharmacyDirectoryService(session).change(row, to: pharmacy, because: reason)
  }

  package func retire(_ row: PharmacyRow, because reason: String) throws {
    try PharmacyDirectoryService(session).close(row, because: reason)
  }
}

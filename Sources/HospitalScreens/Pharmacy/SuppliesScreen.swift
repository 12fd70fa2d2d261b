import HospitalDomain
import HospitalServices

/// The supplies: what is kept in stock like medications and is none (M5).
package struct SuppliesScreen: CatalogueScreen {
  package var rows = NarrowedList<SupplyRow> { "\($0.supply.code) \($0.supply.name) \($0.supply.unit)" }
  package var problem: FormMessage?
  package let title = "Supplies"
  package let noun = "supply"
  package let filterHint = "code, name"
  package let session: Session

  /// The supplies as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package func read() throws -> [SupplyRow] { try SupplyService(session).supplies() }
  package func history(of row: SupplyRow) -> VersionedRecord? { VersionedRecord(.supply, row.id.text) }
  package var summary: String { Listing.count(rows.shown.count, "supply", plural: "supplies") }

  package var formName: FormName { .supply }
  package var permission: Permission { .orderStock }
  package func thing(of row: SupplyRow) -> Supply { row.supply }
  package func name(of supply: Supply) -> String { supply.name }
  package func title(of supply: Supply) -> String { supply.title }
  package func number(of row: SupplyRow) -> String { row.supply.code }

  package func ending(of row: SupplyRow) -> DirectoryEnding {
    DirectoryEnding(
      title: "Take \(row.supply.name) off the list?", lines: ["It is not ordered any more.", "Stock of it stays."],
      act: "Off the list")
  }

  package func fields(_ supply: Supply?) -> [[FormField]] {
    let code = FormField.text(
      "code", "Code", required: true, width: 18, limit: 40, hint: "such as SUP-DRS", text: supply?.code ?? "")
    return [
      [supply == nil ? code : code.readOnly()], [.needed("name", "Name", width: 40, supply?.name)],
      [
        .text(
          "unit", "One is", required: true, width: 18, limit: 40, hint: "piece, pack of 10", text: supply?.unit ?? "")
      ],
      [
        .text(
          "price", "Price of one", required: true, width: 12, limit: 20, hint: "USD",
          text: supply.map { "\(Money(cents: $0.unitPrice))" } ?? "", reader: .money)
      ],
    ]
  }

  package func entry(_ form: Form) throws -> Supply {
    try SupplyEntry([
      .code: form.text("code"), .name: form.text("name"), .unit: form.text("unit"), .price: form.text("price"),
    ]).supply()
  }

  package func add(_ supply: Supply) throws { try SupplyService(session).add(supply) }

  package func change(_ row: SupplyRow, to supply: Supply, because reason: String) throws {
    try SupplyService(session).change(row, to: supply, because: reason)
  }

  package func retire(_ row: SupplyRow, because reason: String) throws {
    try SupplyService(session).retire(row, because: reason)
  }
}

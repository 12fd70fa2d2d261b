import HospitalDomain
import HospitalServices

/// The suppliers that pharmacies order from (M5).
package struct SuppliersScreen: ManagedDirectory {
  package var rows = NarrowedList<SupplierRow> { "\($0.number) \($0.supplier.name) \($0.supplier.address)" }
  package private(set) var problem: FormMessage?
  package let title = "Suppliers"
  package let noun = "supplier"
  package let filterHint = "name, address"
  private let session: Session

  /// The suppliers as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package mutating func refresh() {
    do {
      rows.take(try SupplierService(session).suppliers())
      problem = nil
    } catch {
      problem = FormMessage(problem: error)
    }
  }

  package var formName: FormName { .supplier }
  package var manageRefusal: String? { session.refusal(of: .orderStock)?.sentence }

  package func newForm() -> DirectoryForm {
    let session = session
    let form = Form.single(
      "supplier", "Suppliers · new", heading: "NEW SUPPLIER", rows: Self.fields(nil), moment: session.moment)
    return DirectoryForm(.supplier, form) { form in
      let supplier = try Self.entry(form).supplier()
      try SupplierService(session).add(supplier)
      return "\(supplier.name) is on the list."
    }
  }

  package func changeForm(of row: SupplierRow) -> DirectoryForm {
    let session = session
    let form = Form.single(
      "supplier", "Suppliers · \(row.supplier.name)", heading: "SUPPLIER \(row.number)",
      rows: Self.fields(row.supplier) + [[.whyChanged]], moment: session.moment)
    return DirectoryForm(.supplier, subject: row.id.text, form) { form in
      let supplier = try Self.entry(form).supplier()
      try SupplierService(session).change(row, to: supplier, because: form.text("reason"))
      return "\(supplier.name) is changed."
    }
  }

  package func ending(of row: SupplierRow) -> DirectoryEnding {
    DirectoryEnding(
      title: "Take \(row.supplier.name) off the list?",
      lines: ["Nothing is ordered from them any more.", "Orders that were sent can still be received."],
      act: "Off the list")
  }

  package func end(_ row: SupplierRow, because reason: String) throws -> String {
    try SupplierService(session).retire(row, because: reason)
    return "\(row.supplier.name) is off the list."
  }

  private static func fields(_ supplier: Supplier?) -> [[FormField]] {
    [
      [
        .text(
          "name", "Name", required: true, width: 40, limit: SafeText.lineLimit, text: supplier?.name ?? "",
          reader: .line())
      ],
      [
        .text(
          "address", "Address", required: true, width: 46, limit: SafeText.lineLimit, text: supplier?.address ?? "",
          reader: .line())
      ],
      [
        .text(
          "telephone", "Telephone", required: true, width: 20, limit: 40, text: supplier?.telephone ?? "",
          reader: .telephone)
      ],
      [.text("email", "E-mail", width: 40, limit: 120, hint: "where orders go", text: supplier?.email ?? "")],
    ]
  }

  private static func entry(_ form: Form) -> SupplyEntry {
    SupplyEntry([
      .name: form.text("name"), .address: form.text("address"), .telephone: form.text("telephone"),
      .email: form.text("email"),
    ])
  }
}

import HospitalDomain
import HospitalServices

/// The supplies: what is kept in stock like medications and is none (M5).
package struct SuppliesScreen: ManagedDirectory {
  package var rows = NarrowedList<SupplyRow> { "\($0.supply.code) \($0.supply.name) \($0.supply.unit)" }
  package private(set) var problem: FormMessage?
  package let title = "Supplies"
  package let noun = "supply"
  package let filterHint = "code, name"
  private let session: Session

  /// The supplies as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package mutating func refresh() {
    do {
      rows.take(try SupplyService(session).supplies())
      problem = nil
    } catch {
      problem = FormMessage(problem: error)
    }
  }

  package var summary: String { Listing.count(rows.shown.count, "supply", plural: "supplies") }
  package var formName: FormName { .supply }
  package var manageRefusal: String? { session.refusal(of: .orderStock)?.sentence }

  package func newForm() -> DirectoryForm {
    let session = session
    let form = Form.single(
      "supply", "Supplies · new", heading: "NEW SUPPLY", rows: Self.fields(nil), moment: session.moment)
    return DirectoryForm(.supply, form) { form in
      let supply = try Self.entry(form).supply()
      try SupplyService(session).add(supply)
      return "\(supply.title) is on the list."
    }
  }

  package func changeForm(of row: SupplyRow) -> DirectoryForm {
    let session = session
    let form = Form.single(
      "supply", "Supplies · \(row.supply.name)", heading: "SUPPLY \(row.supply.code)",
      rows: Self.fields(row.supply) + [[.whyChanged]], moment: session.moment)
    return DirectoryForm(.supply, subject: row.id.text, form) { form in
      let supply = try Self.entry(form).supply()
      try SupplyService(session).change(row, to: supply, because: form.text("reason"))
      return "\(supply.title) is changed."
    }
  }

  package func ending(of row: SupplyRow) -> DirectoryEnding {
    DirectoryEnding(
      title: "Take \(row.supply.name) off the list?", lines: ["It is not ordered any more.", "Stock of it stays."],
      act: "Off the list")
  }

  package func end(_ row: SupplyRow, because reason: String) throws -> String {
    try SupplyService(session).retire(row, because: reason)
    return "\(row.supply.title) is off the list."
  }

  private static func fields(_ supply: Supply?) -> [[FormField]] {
    let code = FormField.text(
      "code", "Code", required: true, width: 18, limit: 40, hint: "such as SUP-DRS", text: supply?.code ?? "")
    return [
      [supply == nil ? code : code.readOnly()],
      [
        .text(
          "name", "Name", required: true, width: 40, limit: SafeText.lineLimit, text: supply?.name ?? "",
          reader: .line())
      ],
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

  private static func entry(_ form: Form) -> SupplyEntry {
    SupplyEntry([
      .code: form.text("code"), .name: form.text("name"), .unit: form.text("unit"), .price: form.text("price"),
    ])
  }
}

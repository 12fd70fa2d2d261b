import HospitalDomain
import HospitalServices

/// The price list (I1): what is offered today, and what comes. A price is never changed; a new one follows it.
package struct PricesScreen: ManagedDirectory {
  /// What something costs today, and next.
  package struct Row: Identifiable, Sendable {
    package let price: Price
    /// What is set for a day to come: `200.00 from 2027/01/01`; empty for nothing.
    package let next: String
    /// Its price that was set last.
    package let newest: Identifier<Price>

    package var id: Identifier<Price> { price.id }
    /// The price of one, or when it begins where it is not offered yet.
    package var unit: String { price.unit.map { "\($0)" } ?? "" }
  }

  package var rows = NarrowedList<Row> { "\($0.price.code) \($0.price.item) \($0.price.category.title)" }
  package var problem: FormMessage?
  package let title = "Prices"
  package let noun = "price"
  package let filterHint = "code, item, category"
  private let session: Session

  /// The prices as they stand today.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package func read() throws -> [Row] {
    let today = session.workplace.today
    let list = try PriceService(session).list()
    let offered = list.offered(on: today)
    let known = Set(offered.map(\.code))
    let new = Set(list.prices.map(\.code)).subtracting(known).sorted().compactMap { code in
      list.coming(code, after: today).first { $0.unit != nil }
    }
    return (offered + new).map { price in
      Row(
        price: price,
        next: list.coming(price.code, after: today).first.map {
          "\($0.unit.map { "\($0)" } ?? "withdrawn") from \($0.validFrom)"
        } ?? "", newest: list.prices.last { $0.code == price.code }?.id ?? price.id)
    }
  }

  package func history(of row: Row) -> VersionedRecord? { VersionedRecord(.price, row.price.code) }

  package var formName: FormName { .price }

  package func subject(of row: Row) -> String { row.price.code }

  package var manageRefusal: String? { session.refusal(of: .managePrices)?.sentence }

  package func newForm() -> DirectoryForm { form("Prices · new", "NEW PRICE", nil, over: nil) }

  package func changeForm(of row: Row) -> DirectoryForm {
    form("Prices · \(row.price.code)", "\(row.price.code) FROM A DAY ON", row.price, over: row.newest)
  }

  package func ending(of row: Row) -> DirectoryEnding {
    DirectoryEnding(
      title: "Withdraw \(row.price.code)?",
      lines: [
        row.price.item, "It is not offered from today on, nor at a price that was set for later.",
        "What was charged keeps its price.",
      ], act: "Withdraw")
  }

  package func end(_ row: Row, because reason: String) throws -> String {
    try PriceService(session).withdraw(row.price, because: reason)
    return "\(row.price.code) is withdrawn."
  }

  private func form(_ title: String, _ heading: String, _ price: Price?, over newest: Identifier<Price>?)
    -> DirectoryForm
  {
    let session = session
    let form = Form.single(
      "price", title, heading: heading, rows: Self.fields(price) + (price == nil ? [] : [[.whyChanged]]),
      moment: session.moment)
    return DirectoryForm(.price, subject: price?.code ?? "", form) { form in
      let set = try PriceService(session).set(
        PriceEntry([
          .code: price?.code ?? form.text("code"), .item: form.text("item"),
          .category: form.value("category") ?? form.text("category"), .unit: form.text("unit"),
          .validFrom: form.value("validFrom") ?? form.text("validFrom"),
        ]), over: newest, because: form.text("reason"))
      return "\(set.code) costs USD \(set.unit ?? .zero) from \(set.validFrom)."
    }
  }

  private static func fields(_ price: Price?) -> [[FormField]] {
    let categories = PriceCategory.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
    let code = FormField.text(
      "code", "Code", required: true, width: 18, limit: PriceEntry.codeLimit,
      hint: "BED-ICU for nights of a kind of room",
      help: "The code in the price list. Nights are charged by BED- and the kind of room, such as BED-PRIVATE.",
      text: price?.code ?? "")
    return [
      [price == nil ? code : code.readOnly()],
      [
        .text(
          "item", "Item", required: true, width: 40, limit: SafeText.lineLimit, text: price?.item ?? "",
          reader: .line())
      ],
      [
        .lookup(
          "category", "Category", FieldLookup(noun: "category", choices: categories), required: true, width: 14,
          chosen: categories.first { $0.value == price?.category.rawValue })
      ],
      [
        .text(
          "unit", "Price", required: true, width: 14, limit: 20, hint: "USD", text: price?.unit?.description ?? "",
          reader: .money)
      ],
      [.date("validFrom", "From", required: true, hint: "T, T+7; not before today", text: "T")],
    ]
  }
}

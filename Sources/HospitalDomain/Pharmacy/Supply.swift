/// What is kept in stock and is no medication: dressings, syringes, gloves.
package struct Supply: Hashable, Sendable {
  /// The hospital's own code.
  package let code: String
  package let name: String
  /// What one of it is: `pack of 10`.
  package let unit: String
  /// The price of one, in cents.
  package let unitPrice: Int64

  package init(code: String, name: String, unit: String, unitPrice: Int64) {
    self.code = code
    self.name = name
    self.unit = unit
    self.unitPrice = unitPrice
  }

  /// What it is called in lists: `Dressing pack, sterile (piece)`.
  package var title: String { "\(name) (\(unit))" }
}

/// A supply on file.
package struct SupplyRow: Hashable, Sendable, Identifiable {
  package let id: SupplyID
  package let version: Int
  package let supply: Supply

  package init(id: SupplyID, version: Int, supply: Supply) {
    self.id = id
    self.version = version
    self.supply = supply
  }
}

/// Whom a pharmacy orders from.
package struct Supplier: Hashable, Sendable {
  package let name: String
  package let address: String
  package let telephone: String
  /// Where orders are sent; empty for none.
  package let email: String

  package init(name: String, address: String, telephone: String, email: String) {
    self.name = name
    self.address = address
    self.telephone = telephone
    self.email = email
  }
}

extension RecordKind {
  package enum Supplier {}
  package enum PurchaseOrder {}
  package enum OrderLine {}
}

package typealias SupplierID = Identifier<RecordKind.Supplier>
package typealias PurchaseOrderID = Identifier<RecordKind.PurchaseOrder>
package typealias OrderLineID = Identifier<RecordKind.OrderLine>

/// A supplier on file.
package struct SupplierRow: Hashable, Sendable, Identifiable {
  package let id: SupplierID
  package let number: Int64
  package let version: Int
  package let supplier: Supplier

  package init(id: SupplierID, number: Int64, version: Int, supplier: Supplier) {
    self.id = id
    self.number = number
    self.version = version
    self.supplier = supplier
  }
}

/// A supply, a supplier or a pharmacy as it was typed.
package struct SupplyEntry: Hashable, Sendable {
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case code, name, unit, price, address, telephone, email
  }

  package var texts: [Field: String]

  package init(_ texts: [Field: String]) { self.texts = texts }

  private func text(_ field: Field) -> String { texts[field] ?? "" }

  /// The supply, or every wrong field.
  package func supply() throws(InvalidEntry) -> Supply {
    var form = EntryReader<Field>()
    let code = form.read(.code, try ShortCode.read(text(.code), name: "code", example: "SUP-DRS", limit: 40))
    let name = form.read(.name, try SafeText.requiredLine(text(.name), hint: "type what it is called"))
    let unit = form.read(
      .unit, try SafeText.requiredLine(text(.unit), limit: 40, hint: "type what one of it is: piece, pack of 10"))
    let price = form.read(.price, try Self.price(text(.price)))
    guard form.problems.isEmpty, let code, let name, let unit, let price else { throw form.invalid }
    return Supply(code: code, name: name, unit: unit, unitPrice: price.cents)
  }

  /// The supplier, or every wrong field.
  package func supplier() throws(InvalidEntry) -> Supplier {
    var form = EntryReader<Field>()
    let name = form.read(.name, try SafeText.requiredLine(text(.name), hint: "type the supplier's name"))
    let address = form.read(.address, try SafeText.requiredLine(text(.address), hint: "type where the supplier is"))
    let telephone = form.read(.telephone, try Telephone(entry: text(.telephone)))
    let email = form.read(.email, text(.email).isEmpty ? "" : try EmailAddress(entry: text(.email)).description)
    guard form.problems.isEmpty, let name, let address, let telephone, let email else { throw form.invalid }
    return Supplier(name: name, address: address, telephone: "\(telephone)", email: email)
  }

  /// The pharmacy, or every wrong field.
  package func pharmacy() throws(InvalidEntry) -> PharmacyDetails {
    var form = EntryReader<Field>()
    let name = form.read(.name, try SafeText.requiredLine(text(.name), hint: "type the pharmacy's name"))
    let address = form.read(.address, try SafeText.requiredLine(text(.address), hint: "type where the pharmacy is"))
    let telephone = form.read(.telephone, try Telephone(entry: text(.telephone)))
    guard form.problems.isEmpty, let name, let address, let telephone else { throw form.invalid }
    return PharmacyDetails(name: name, address: address, telephone: "\(telephone)")
  }

  static func price(_ typed: String) throws(Misentry) -> Money {
    let price = try Money(entry: typed)
    guard price >= .zero else { throw Misentry("a price is not below zero") }
    guard price <= PriceEntry.highest else {
      throw Misentry("more than \(PriceEntry.highest) for one; check the price")
    }
    return price
  }
}

/// A pharmacy as a pick list shows one (B7).
package struct PharmacyLine: Hashable, Sendable, Identifiable {
  package let id: PharmacyID
  package let number: Int64
  package let name: String
  package let address: String
  package let telephone: String

  /// What the records tell of it.
  package init(id: PharmacyID, number: Int64, name: String, address: String, telephone: String) {
    self.id = id
    self.number = number
    self.name = name
    self.address = address
    self.telephone = telephone
  }
}

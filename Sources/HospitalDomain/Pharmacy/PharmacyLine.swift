/// A pharmacy that takes nothing any more: a form that names it says so.
package struct ClosedPharmacy: Hashable, Sendable {
  /// The pharmacy's identifier.
  package let id: PharmacyID
  /// What it was called.
  package let name: String
  /// When it closed.
  package let closedAt: Timestamp

  /// What the records tell of it.
  package init(id: PharmacyID, name: String, closedAt: Timestamp) {
    self.id = id
    self.name = name
    self.closedAt = closedAt
  }
}

/// A pharmacy as a pick list shows one (B7).
package struct PharmacyLine: Hashable, Sendable, Identifiable {
  /// The pharmacy's identifier.
  package let id: PharmacyID
  /// Its number, from 1.
  package let number: Int64
  /// Its name.
  package let name: String
  /// Its address.
  package let address: String
  /// Its telephone number, as it is stored.
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

/// What is written of a pharmacy: what it is called, where it is, how it is reached (B7).
package struct PharmacyDetails: Hashable, Sendable {
  package let name: String
  package let address: String
  /// The telephone number, as it is stored.
  package let telephone: String

  package init(name: String, address: String, telephone: String) {
    self.name = name
    self.address = address
    self.telephone = telephone
  }
}

/// A pharmacy on file that is open.
package struct PharmacyRow: Hashable, Sendable, Identifiable {
  package let id: PharmacyID
  /// Its number, from 1.
  package let number: Int64
  package let version: Int
  package let details: PharmacyDetails

  package init(id: PharmacyID, number: Int64, version: Int, details: PharmacyDetails) {
    self.id = id
    self.number = number
    self.version = version
    self.details = details
  }
}

/// What keeps a pharmacy from closing: what waits there, lies there, or is on its way there.
package struct PharmacyBurden: Hashable, Sendable {
  /// Prescriptions that were not handed over.
  package let prescriptions: Int
  /// Lots that have something in them.
  package let lots: Int
  /// Orders that are drafts, or of which something is still to come.
  package let orders: Int

  package init(prescriptions: Int, lots: Int, orders: Int) {
    self.prescriptions = prescriptions
    self.lots = lots
    self.orders = orders
  }
}

/// When a pharmacy may close: when nothing of it would be left behind.
package enum PharmacyClosingRule {
  package static func check(_ burden: PharmacyBurden, of name: String) throws(Refusal) {
    let kinds = [(burden.prescriptions, "prescription"), (burden.lots, "lot"), (burden.orders, "order")]
    let counts = kinds.filter { $0.0 > 0 }.map { Listing.count($0.0, $0.1) }
    guard counts.isEmpty else { throw .pharmacyInUse(name, counts.joined(separator: ", ")) }
  }
}

extension Refusal {
  /// Something of the pharmacy is still open.
  package static func pharmacyInUse(_ name: String, _ what: String) -> Refusal {
    Refusal(
      code: "pharmacy.inUse",
      sentence: "\(name) still has \(what); hand over, send on or cancel them first.")
  }

  /// Another pharmacy has the name.
  package static func pharmacyNameTaken(_ name: String) -> Refusal {
    Refusal(
      code: "pharmacy.nameTaken", sentence: "Another pharmacy is called \(name); choose another name.", field: "name")
  }
}

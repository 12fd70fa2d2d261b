/// A hospital of the network (B1).
package struct Hospital: Hashable, Sendable {
  package let id: HospitalID
  /// Its unique number.
  package let number: Int64
  package let name: String
  package let address: String
  package let telephone: String
  /// Whether it was made for trials: its accounts' passwords are shown at sign-in.
  package let isDemonstration: Bool

  package init(
    id: HospitalID, number: Int64, name: String, address: String, telephone: String, isDemonstration: Bool
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.address = address
    self.telephone = telephone
    self.isDemonstration = isDemonstration
  }
}

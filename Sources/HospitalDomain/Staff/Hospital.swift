/// A hospital of the network (B1).
package struct Hospital: Hashable, Sendable {
  /// The hospital's identifier.
  package let id: HospitalID
  /// Its unique number.
  package let number: Int64
  /// Its name, as the title row shows it.
  package let name: String
  /// Its address; may be empty.
  package let address: String
  /// Its telephone number; may be empty.
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

/// Whom to call for a patient.
package struct EmergencyContact: Hashable, Sendable {
  /// The name as the patient gives it.
  package let name: String
  /// Their telephone, or that they have none.
  package let telephone: Telephone
  /// What they are to the patient, such as `"brother"`.
  package let relation: String

  /// A contact of text that `SafeText` has let through.
  package init(name: String, telephone: Telephone, relation: String) {
    self.name = name
    self.telephone = telephone
    self.relation = relation
  }

  /// The contact for someone of whom nobody is known.
  package static let unknown = EmergencyContact(name: "unknown", telephone: .noNumber, relation: "unknown")
}

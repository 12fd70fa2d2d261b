/// A registration form as it is being typed: one raw text for each field, kept whatever it holds.
package struct PatientDetailsEntry: Hashable, Sendable {
  /// What stands in each field; a field without a text is empty.
  package var texts: [PatientField: String]

  /// A form with these texts; empty without any.
  package init(_ texts: [PatientField: String] = [:]) { self.texts = texts }

  /// What stands in a field.
  package subscript(field: PatientField) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }

  /// The form that shows these details, for changing them.
  package init(_ details: PatientDetails) {
    func orDash(_ part: String) -> String { part.isEmpty ? "-" : part }
    let allergies = details.allergies == .unknown ? "unknown" : details.allergies.description
    texts = [
      .familyName: orDash(details.name.family), .givenName: orDash(details.name.given),
      .birthDate: details.birthDate.description, .sex: details.sex.rawValue,
      .nationalID: details.nationalID?.text ?? "", .telephone: details.telephone.text,
      .email: details.email?.text ?? "", .address: details.address, .town: details.town,
      .emergencyName: details.emergencyContact.name, .emergencyTelephone: details.emergencyContact.telephone.text,
      .emergencyRelation: details.emergencyContact.relation, .bloodGroup: details.bloodGroup.rawValue,
      .language: details.language, .insurer: details.insurer, .pharmacy: details.pharmacy, .allergies: allergies,
    ]
  }
}

/// The form of a doctor or a member of staff as it is being typed (B2, H1); their number is given when it is saved.
package struct EmployeeEntry: Hashable, Sendable {
  /// The fields of the form, in its order.
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case familyName, givenName, occupation, department, address, telephone
  }

  /// Whose form it is.
  package enum Kind: Hashable, Sendable {
    /// A doctor, whose occupation is a speciality.
    case doctor
    /// A member of staff, whose occupation is a job title.
    case staff
  }

  /// Whose form it is.
  package let kind: Kind
  /// What stands in each field.
  package var texts: [Field: String]

  /// A form with these texts.
  package init(_ kind: Kind, _ texts: [Field: String] = [:]) {
    self.kind = kind
    self.texts = texts
  }

  /// What stands in a field.
  package subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }

  /// The profile, or every wrong field in the order of the form.
  /// - Parameter departments: those that the employee can belong to.
  package func check(departments: [Department]) throws(InvalidEntry) -> EmployeeProfile {
    var form = EntryReader<Field>()
    let family = form.read(.familyName, try PersonName.part(self[.familyName], caption: "family name"))
    let given = form.read(.givenName, try PersonName.part(self[.givenName], caption: "given name"))
    if family == "", given == "" { form.note(Misentry("a person has at least one name"), at: .givenName) }
    let occupation = form.read(.occupation, try readOccupation())
    let department = form.read(.department, try Department.named(self[.department], among: departments))
    let address = form.read(.address, try SafeText.requiredLine(self[.address], hint: "type the address"))
    let telephone = form.read(.telephone, try Telephone(entry: self[.telephone]))
    guard form.problems.isEmpty, let family, let given, let occupation, let department, let address, let telephone
    else { throw form.invalid }
    return EmployeeProfile(
      name: PersonName(family: family, given: given), address: address, telephone: telephone.text,
      occupation: occupation, department: department.id)
  }

  private func readOccupation() throws(Misentry) -> String {
    switch kind {
    case .doctor:
      try SafeText.requiredLine(
        self[.occupation], limit: SafeText.nameLimit, hint: "type the speciality, such as orthopaedics")
    case .staff: try JobTitle(entry: self[.occupation]).title
    }
  }
}

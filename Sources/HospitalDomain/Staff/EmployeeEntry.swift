/// A doctor or another member of staff as they are recorded (B2, H1).
package struct EmployeeDetails: Hashable, Sendable {
  /// The number, unique in the hospital.
  package let number: StaffNumber
  /// The name.
  package let name: PersonName
  /// What they are employed as.
  package let jobTitle: JobTitle
  /// The number of their one department.
  package let department: String
  /// Where they live, one line.
  package let address: String
  /// Their telephone, or that they have none.
  package let telephone: Telephone
  /// Their e-mail address, if they have one.
  package let email: EmailAddress?

  /// Details that have been checked.
  package init(
    number: StaffNumber, name: PersonName, jobTitle: JobTitle, department: String, address: String,
    telephone: Telephone, email: EmailAddress? = nil
  ) {
    self.number = number
    self.name = name
    self.jobTitle = jobTitle
    self.department = department
    self.address = address
    self.telephone = telephone
    self.email = email
  }
}

/// The form of an employee as it is being typed.
package struct EmployeeEntry: Hashable, Sendable {
  /// The fields of the form, in its order.
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case number, familyName, givenName, jobTitle, department, address, telephone, email
  }

  /// What stands in each field.
  package var texts: [Field: String]

  /// A form with these texts.
  package init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What stands in a field.
  package subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }

  /// The details, or every wrong field in the order of the form.
  package func check() throws(InvalidEntry) -> EmployeeDetails {
    var form = EntryReader<Field>()
    let number = form.read(.number, try StaffNumber(entry: self[.number]))
    let family = form.read(.familyName, try PersonName.part(self[.familyName], caption: "family name"))
    let given = form.read(.givenName, try PersonName.part(self[.givenName], caption: "given name"))
    if family == "", given == "" { form.note(Misentry("a person has at least one name"), at: .givenName) }
    let jobTitle = form.read(.jobTitle, try JobTitle(entry: self[.jobTitle]))
    let department = form.read(
      .department, try ShortCode.read(self[.department], name: "department number", example: "4A"))
    let address = form.read(.address, try SafeText.requiredLine(self[.address], hint: "type the address"))
    let telephone = form.read(.telephone, try Telephone(entry: self[.telephone]))
    let email = form.read(.email, self[.email].trimmed.isEmpty ? nil : try EmailAddress(entry: self[.email]))
    guard form.problems.isEmpty, let number, let family, let given, let jobTitle, let department, let address,
      let telephone, let email
    else { throw form.invalid }
    return EmployeeDetails(
      number: number, name: PersonName(family: family, given: given), jobTitle: jobTitle, department: department,
      address: address, telephone: telephone, email: email)
  }
}

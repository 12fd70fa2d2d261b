/// A department or ward as it is recorded (A6, B1).
package struct DepartmentDetails: Hashable, Sendable {
  /// The number, unique in the hospital: `4A`.
  package let number: String
  /// The name: `Medical`.
  package let name: String
  /// The telephone of the ward's desk, or that it has none.
  package let telephone: Telephone
  /// Whom the ward is meant for.
  package let genderRule: GenderRule

  /// Details that have been checked.
  package init(number: String, name: String, telephone: Telephone, genderRule: GenderRule = .any) {
    self.number = number
    self.name = name
    self.telephone = telephone
    self.genderRule = genderRule
  }
}

/// The form of a department as it is being typed.
package struct DepartmentEntry: Hashable, Sendable {
  /// The fields of the form, in its order.
  package enum Field: String, CaseIterable, Hashable, Sendable { case number, name, telephone, genderRule }

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
  package func check() throws(InvalidEntry) -> DepartmentDetails {
    var form = EntryReader<Field>()
    let number = form.read(
      .number, try ShortCode.read(self[.number], name: "department number", example: "4A"))
    let name = form.read(
      .name, try SafeText.requiredLine(self[.name], limit: SafeText.nameLimit, hint: "type the department's name"))
    let telephone = form.read(.telephone, try Telephone(entry: self[.telephone]))
    let genderRule = form.read(.genderRule, try GenderRule(entry: self[.genderRule]))
    guard let number, let name, let telephone, let genderRule else { throw form.invalid }
    return DepartmentDetails(number: number, name: name, telephone: telephone, genderRule: genderRule)
  }
}

extension GenderRule {
  /// Reads `any`, `women` or `men`; nothing typed is any.
  package init(entry text: String) throws(Misentry) {
    switch text.trimmed.lowercased() {
    case "", "any", "a", "all", "mixed": self = .any
    case "women", "w", "f", "female": self = .women
    case "men", "m", "male": self = .men
    default: throw Misentry("type any, women or men")
    }
  }
}

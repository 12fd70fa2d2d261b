/// What an administrator sets of a department or ward (A6, B1); its number is given when it is saved.
package struct DepartmentDescription: Hashable, Sendable {
  /// The name, beginning with the ward's short one: `4A Medical`.
  package let name: String
  /// Whom the ward is meant for.
  package let genderRule: GenderRule

  /// A description that has been checked.
  package init(name: String, genderRule: GenderRule = .any) {
    self.name = name
    self.genderRule = genderRule
  }
}

/// The form of a department as it is being typed.
package struct DepartmentEntry: Hashable, Sendable {
  /// The fields of the form, in its order.
  package enum Field: String, CaseIterable, Hashable, Sendable { case name, genderRule }

  /// What stands in each field.
  package var texts: [Field: String]

  /// A form with these texts.
  package init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What stands in a field.
  package subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }

  /// The description, or every wrong field in the order of the form.
  package func check() throws(InvalidEntry) -> DepartmentDescription {
    var form = EntryReader<Field>()
    let name = form.read(
      .name, try SafeText.requiredLine(self[.name], limit: SafeText.nameLimit, hint: "type the department's name"))
    let genderRule = form.read(.genderRule, try GenderRule(entry: self[.genderRule]))
    guard let name, let genderRule else { throw form.invalid }
    return DepartmentDescription(name: name, genderRule: genderRule)
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

extension Department {
  /// The department that was typed: its number, its whole name, or the beginning of a word that only one has.
  package static func named(_ typed: String, among departments: [Department]) throws(Misentry) -> Department {
    let text = TextFolding.fold(try SafeText.requiredLine(typed, hint: "type the department, or press F4 for the list"))
    let inUse = departments.filter { $0.retiredAt == nil }
    if let exact = inUse.first(where: { String($0.number) == text || TextFolding.fold($0.name) == text }) {
      return exact
    }
    let matches = inUse.filter { department in
      TextFolding.fold(department.name).hasPrefix(text)
        || TextFolding.words(department.name).contains { $0.hasPrefix(text) }
    }
    guard let only = matches.first else { throw Misentry("there is no such department; press F4 for the list") }
    guard matches.count == 1 else { throw Misentry("type one of \(Listing.or(matches.map(\.name)))") }
    return only
  }
}

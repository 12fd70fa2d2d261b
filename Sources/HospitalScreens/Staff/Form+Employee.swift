import HospitalDomain

extension Form {
  /// The form of a doctor or a member of staff (B2).
  static func employee<Kind>(
    _ employee: Employee<Kind>?, noun: String, occupation: String, titles: [FieldChoice], _ departments: [Department],
    _ moment: FormMoment
  ) -> Form {
    let details = employee?.details
    let job: FormField =
      titles.isEmpty
      ? .text(
        "occupation", occupation, required: true, width: 30, limit: SafeText.nameLimit, text: details?.occupation ?? "")
      : .lookup(
        "occupation", occupation, FieldLookup(noun: "job title", choices: titles), required: true, width: 30,
        text: details?.occupation ?? "")
    return Form(
      id: "employee", title: details?.name.listed ?? "New \(noun)",
      pages: [
        [
          FormSection(
            "",
            rows: [
              [.namePart("familyName", "Family name", details?.name.family)],
              [.namePart("givenName", "Given name", details?.name.given)],
              [job], [.department(among: departments, chosen: details?.department)],
              [
                .text(
                  "address", "Address", required: true, width: 44, limit: SafeText.lineLimit,
                  text: details?.address ?? "")
              ],
              [
                .text(
                  "telephone", "Telephone", required: true, width: 20, limit: 40, hint: "or none",
                  text: details?.telephone ?? "", reader: .telephone)
              ],
            ] + FormField.reasons(forChange: employee != nil))
        ]
      ], moment: moment)
  }

  /// What the form says of an employee, checked by the domain.
  func profile(_ kind: EmployeeEntry.Kind, departments: [Department]) throws -> EmployeeProfile {
    try EmployeeEntry(kind, texts(of: EmployeeEntry.Field.self)).check(departments: departments)
  }

  /// What stands in the fields that a domain entry has.
  func texts<Field: RawRepresentable & CaseIterable & Hashable>(of type: Field.Type) -> [Field: String]
  where Field.RawValue == String {
    Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, text($0.rawValue)) })
  }
}

extension FormField {
  /// A part of a person's name; `-` stands for none.
  static func namePart(_ id: String, _ caption: String, _ text: String?) -> FormField {
    .text(
      id, caption, required: true, width: 26, limit: SafeText.nameLimit, hint: "- for none",
      text: text.map { $0.isEmpty ? "-" : $0 } ?? "")
  }

  /// One department of the hospital.
  static func department(among departments: [Department], chosen id: DepartmentID?) -> FormField {
    let choices = departments.map { FieldChoice($0.name, value: $0.id.text, detail: "number \($0.number)") }
    return .lookup(
      "department", "Department", FieldLookup(noun: "department", choices: choices), required: true, width: 30,
      chosen: choices.first { $0.value == id?.text })
  }

  /// The field for why a record is changed (B10); none for a new one.
  static func reasons(forChange isChange: Bool) -> [[FormField]] {
    guard isChange else { return [] }
    return [[.text("reason", "Why", required: true, width: 44, limit: SafeText.lineLimit, reader: .line())]]
  }
}

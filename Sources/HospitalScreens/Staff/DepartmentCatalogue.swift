import HospitalDomain
import HospitalServices

/// The departments of the hospital, added, changed and retired by an administrator (A6, B1).
package enum DepartmentCatalogue: CatalogueKind {
  package static let title = "Departments"
  package static let noun = "department"
  package static let permission = Permission.manageRooms

  package static let columns: [CatalogueColumn<Department>] = [
    CatalogueColumn("NUMBER", 6) { "\($0.number)" },
    CatalogueColumn("NAME", 20, isFlexible: true) { $0.name },
    CatalogueColumn("MEANT FOR", 9) { $0.genderRule.title },
  ]

  package static func items(_ session: Session) throws -> [Department] { try StaffService(session).departments() }

  package static func id(of item: Department) -> String { item.id.text }

  package static func form(for item: Department?, _ session: Session, at moment: FormMoment) throws -> Form {
    let rules = GenderRule.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
    return Form(
      id: "department", title: item?.name ?? "New department",
      pages: [
        [
          FormSection(
            "",
            rows: [
              [
                .text(
                  "name", "Name", required: true, width: 30, limit: SafeText.nameLimit, hint: "4A Medical",
                  text: item?.name ?? "")
              ],
              [
                .lookup(
                  "genderRule", "Meant for", FieldLookup(noun: "rule", choices: rules), required: true, width: 8,
                  chosen: rules.first { $0.value == (item?.genderRule ?? .any).rawValue })
              ],
            ] + FormField.reasons(forChange: item != nil))
        ]
      ], moment: moment)
  }

  package static func save(_ form: Form, _ item: Department?, _ session: Session) throws -> String {
    let entry = try DepartmentEntry(form.texts(of: DepartmentEntry.Field.self)).check()
    let service = StaffService(session)
    if let item {
      try service.change(item, name: entry.name, genderRule: entry.genderRule, because: form.text("reason"))
      return "Department \(entry.name) is changed"
    }
    _ = try service.addDepartment(name: entry.name, genderRule: entry.genderRule)
    return "Department \(entry.name) is added"
  }

  package static func question(of item: Department) -> CatalogueQuestion {
    CatalogueQuestion(
      "Retire department \(item.name)?",
      lines: ["Only a department without rooms and employees can be retired.", "What happened in it stays on record."],
      act: "Retire")
  }

  package static func retire(_ item: Department, because reason: String, _ session: Session) throws -> String {
    try StaffService(session).retire(item, because: reason)
    return "Department \(item.name) is retired"
  }
}

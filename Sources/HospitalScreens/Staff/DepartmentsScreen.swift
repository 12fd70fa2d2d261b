import HospitalDomain
import HospitalServices

/// The departments in use, with their rooms and people (A6, B1).
package struct DepartmentsScreen: ManagedDirectory {
  package var rows = NarrowedList<DepartmentCensus> { "\($0.department.number) \($0.department.name)" }
  package var problem: FormMessage?
  package let title = "Departments"
  package let noun = "department"
  package let filterHint = "name or number"
  let session: Session

  /// The departments as they stand now.
  package init(_ session: Session) {
    self.session = session
    refresh()
  }

  package func read() throws -> [DepartmentCensus] { try StaffService(session).census() }

  package func history(of row: DepartmentCensus) -> VersionedRecord? { VersionedRecord(.department, row.id.text) }

  package var formName: FormName { .department }

  package var manageRefusal: String? { session.refusal(of: .manageRooms)?.sentence }

  package func newForm() -> DirectoryForm {
    let session = session
    let form = Form.single(
      "department", "Departments · new", heading: "NEW DEPARTMENT", rows: Self.fields(nil), moment: session.moment)
    return DirectoryForm(.department, form) { form in
      let details = try Self.entry(form).check()
      _ = try StaffService(session).addDepartment(name: details.name, genderRule: details.genderRule)
      return "Department \(details.name) is added."
    }
  }

  package func changeForm(of row: DepartmentCensus) -> DirectoryForm {
    let (session, department) = (session, row.department)
    let form = Form.single(
      "department", "Departments · \(department.name)", heading: "DEPARTMENT \(department.number)",
      rows: Self.fields(department) + [[.whyChanged]], moment: session.moment)
    return DirectoryForm(.department, subject: row.id.text, form) { form in
      let details = try Self.entry(form).check()
      try StaffService(session).change(
        department, name: details.name, genderRule: details.genderRule, because: form.text("reason"))
      return "Department \(details.name) is changed."
    }
  }

  package func endRefusal(of row: DepartmentCensus) -> String? { row.refusal?.sentence }

  package func ending(of row: DepartmentCensus) -> DirectoryEnding {
    DirectoryEnding(
      title: "Retire \(row.department.name)?",
      lines: ["It is no longer listed, and takes no rooms or people.", "What was recorded of it stays."], act: "Retire")
  }

  package func end(_ row: DepartmentCensus, because reason: String) throws -> String {
    try StaffService(session).retire(row.department, because: reason)
    return "Department \(row.department.name) is retired."
  }

  private static func fields(_ department: Department?) -> [[FormField]] {
    let rules = GenderRule.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
    return [
      [
        .text(
          "name", "Name", required: true, width: 40, limit: SafeText.nameLimit,
          help: "The name, beginning with the ward's short one, such as 4A Medical.", text: department?.name ?? "",
          reader: .line(limit: SafeText.nameLimit))
      ],
      [
        .choice(
          "genderRule", "Meant for", rules, required: true,
          help: "Whom the ward is meant for. It warns, and a written reason passes.",
          text: (department?.genderRule ?? .any).title)
      ],
    ]
  }

  private static func entry(_ form: Form) -> DepartmentEntry {
    DepartmentEntry([.name: form.text("name"), .genderRule: form.value("genderRule") ?? form.text("genderRule")])
  }
}

extension Session {
  /// Now, on the hospital's clock, for the forms that are filled in.
  var moment: FormMoment { FormMoment(now: workplace.clock(), local: workplace.localTime) }
}

import HospitalDomain
import HospitalServices

/// The doctors of the hospital (B2).
package enum DoctorCatalogue: CatalogueKind {
  package static let title = "Doctors"
  package static let noun = "doctor"
  package static let permission = Permission.manageStaff
  package static let columns = CatalogueColumn<Doctor>.ofEmployees(occupation: "SPECIALITY")

  package static func items(_ session: Session) throws -> [Doctor] { try StaffService(session).doctors() }
  package static func id(of item: Doctor) -> String { item.id.text }

  package static func form(for item: Doctor?, _ session: Session, at moment: FormMoment) throws -> Form {
    .employee(item, noun: noun, occupation: "Speciality", titles: [], try StaffService(session).departments(), moment)
  }

  package static func save(_ form: Form, _ item: Doctor?, _ session: Session) throws -> String {
    let service = StaffService(session)
    let profile = try form.profile(.doctor, departments: try service.departments())
    if let item {
      try service.change(item, to: profile, because: form.text("reason"))
      return "\(profile.name.listed) is changed"
    }
    _ = try service.addDoctor(profile)
    return "\(profile.name.listed) is a doctor of the hospital"
  }

  package static func question(of item: Doctor) -> CatalogueQuestion { .leaving(item) }

  package static func retire(_ item: Doctor, because reason: String, _ session: Session) throws -> String {
    try StaffService(session).leave(item, because: reason)
    return "\(item.details.name.listed) has left the hospital"
  }
}

/// The staff of the hospital besides doctors (B2).
package enum StaffCatalogue: CatalogueKind {
  package static let title = "Staff"
  package static let noun = "member of staff"
  package static let permission = Permission.manageStaff
  package static let columns = CatalogueColumn<StaffMember>.ofEmployees(occupation: "DOES")

  package static func items(_ session: Session) throws -> [StaffMember] { try StaffService(session).staff() }
  package static func id(of item: StaffMember) -> String { item.id.text }

  package static func form(for item: StaffMember?, _ session: Session, at moment: FormMoment) throws -> Form {
    let titles = JobTitle.allCases.filter { !$0.isDoctor }.map { FieldChoice($0.title) }
    return .employee(
      item, noun: noun, occupation: "Job title", titles: titles, try StaffService(session).departments(), moment)
  }

  package static func save(_ form: Form, _ item: StaffMember?, _ session: Session) throws -> String {
    let service = StaffService(session)
    let profile = try form.profile(.staff, departments: try service.departments())
    if let item {
      try service.change(item, to: profile, because: form.text("reason"))
      return "\(profile.name.listed) is changed"
    }
    _ = try service.addStaff(profile)
    return "\(profile.name.listed) is a member of the staff"
  }

  package static func question(of item: StaffMember) -> CatalogueQuestion { .leaving(item) }

  package static func retire(_ item: StaffMember, because reason: String, _ session: Session) throws -> String {
    try StaffService(session).leave(item, because: reason)
    return "\(item.details.name.listed) has left the hospital"
  }
}

extension CatalogueQuestion {
  /// What is asked before an employee leaves.
  static func leaving<Kind>(_ employee: Employee<Kind>) -> CatalogueQuestion {
    CatalogueQuestion(
      "\(employee.details.name.listed) leaves the hospital?",
      lines: [
        "\(employee.number), \(employee.details.occupation), \(employee.departmentName)",
        "Refused while they have patients. What they did stays on record.",
      ], act: "Leaves")
  }
}

extension CatalogueColumn {
  /// What is shown of an employee.
  static func ofEmployees<Kind>(occupation: String) -> [CatalogueColumn<Employee<Kind>>] where Item == Employee<Kind> {
    [
      CatalogueColumn<Employee<Kind>>("NUMBER", 7) { $0.number },
      CatalogueColumn<Employee<Kind>>("NAME", 18, isFlexible: true) { $0.details.name.listed },
      CatalogueColumn<Employee<Kind>>(occupation, 12, isFlexible: true) { $0.details.occupation },
      CatalogueColumn<Employee<Kind>>("DEPARTMENT", 12, isFlexible: true) { $0.departmentName },
      CatalogueColumn<Employee<Kind>>("TELEPHONE", 13, rank: 1) { $0.details.telephone },
    ]
  }
}

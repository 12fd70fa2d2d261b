import HospitalDomain
import HospitalServices

/// The forms of doctors and staff: a new one, and a change (B2, H1).
struct EmployeeForms {
  private let kind: EmployeeEntry.Kind
  private let session: Session
  private let departments: [Department]

  init(_ kind: EmployeeEntry.Kind, _ session: Session) {
    self.kind = kind
    self.session = session
    departments = (try? StaffService(session).departments()) ?? []
  }

  func new() -> DirectoryForm {
    let (kind, session, departments) = (kind, session, departments)
    let (place, heading) = kind == .doctor ? ("Doctors", "NEW DOCTOR") : ("Staff", "NEW MEMBER OF STAFF")
    let form = Form.single(
      "employee", "\(place) · new", heading: heading, rows: fields(nil), moment: session.moment)
    return DirectoryForm(form) { form in
      let profile = try Self.profile(kind, form, departments)
      switch kind {
      case .doctor: _ = try StaffService(session).addDoctor(profile)
      case .staff: _ = try StaffService(session).addStaff(profile)
      }
      return "\(profile.name.listed) is added."
    }
  }

  func change(_ line: EmployeeLine) -> DirectoryForm {
    let (kind, session, departments) = (kind, session, departments)
    let form = Form.single(
      "employee", "\(kind == .doctor ? "Doctors" : "Staff") · \(line.number)", heading: line.number,
      rows: fields(line.details) + [[.whyChanged]], moment: session.moment)
    return DirectoryForm(form) { form in
      let profile = try Self.profile(kind, form, departments)
      let reason = form.text("reason")
      switch line.person {
      case .doctor(let doctor): try StaffService(session).change(doctor, to: profile, because: reason)
      case .staff(let member): try StaffService(session).change(member, to: profile, because: reason)
      }
      return "\(profile.name.listed) is changed."
    }
  }

  private func fields(_ details: EmployeeProfile?) -> [[FormField]] {
    let limit = SafeText.nameLimit
    return [
      [
        .text(
          "familyName", "Family name", required: true, width: 22, limit: limit, text: details?.name.family ?? "",
          reader: .line(limit: limit)),
        .text(
          "givenName", "Given name", width: 18, limit: limit, text: details?.name.given ?? "",
          reader: .line(limit: limit)),
      ],
      [occupation(details)],
      [.department(of: departments, chosen: details?.department)],
      [
        .text(
          "address", "Address", required: true, width: 46, limit: SafeText.lineLimit, text: details?.address ?? "",
          reader: .line())
      ],
      [
        .text(
          "telephone", "Telephone", required: true, width: 22, limit: 40, hint: "or none",
          text: details?.telephone ?? "", reader: .telephone)
      ],
    ]
  }

  private func occupation(_ details: EmployeeProfile?) -> FormField {
    switch kind {
    case .doctor:
      return .text(
        "occupation", "Speciality", required: true, width: 30, limit: SafeText.nameLimit, hint: "Orthopaedics",
        text: details?.occupation ?? "", reader: .line(limit: SafeText.nameLimit))
    case .staff:
      let titles = JobTitle.allCases.map { FieldChoice($0.title, value: $0.rawValue) }
      return .lookup(
        "occupation", "Job title", FieldLookup(noun: "job title", choices: titles), required: true, width: 30,
        chosen: titles.first { $0.value == details?.occupation || $0.title == details?.occupation })
    }
  }

  private static func profile(
    _ kind: EmployeeEntry.Kind, _ form: Form, _ departments: [Department]
  ) throws -> EmployeeProfile {
    let entry = EmployeeEntry(
      kind,
      [
        .familyName: form.text("familyName"), .givenName: form.text("givenName"),
        .occupation: form.value("occupation") ?? form.text("occupation"),
        .department: form.departmentName(among: departments), .address: form.text("address"),
        .telephone: form.text("telephone"),
      ])
    return try entry.check(departments: departments)
  }
}

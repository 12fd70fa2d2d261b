import HospitalDomain

/// A doctor or a member of staff as a line of a list.
package struct EmployeeLine: Hashable, Sendable, Identifiable {
  /// Who it is.
  enum Person: Hashable, Sendable {
    case doctor(Doctor)
    case staff(StaffMember)
  }

  package let id: String
  /// Their number: `D-0007`.
  package let number: String
  /// What is kept of them.
  package let details: EmployeeProfile
  package let department: String
  let person: Person

  init(_ doctor: Doctor) {
    self.init(doctor, .doctor(doctor))
  }

  init(_ member: StaffMember) {
    self.init(member, .staff(member))
  }

  private init<Kind>(_ employee: Employee<Kind>, _ person: Person) {
    id = employee.id.text
    number = employee.number
    details = employee.details
    department = employee.departmentName
    self.person = person
  }

  /// FAMILY, Given.
  package var name: String { details.name.listed }
  /// The speciality or the job title, in words.
  package var occupation: String { details.occupationTitle }
  package var telephone: String { details.telephone }
}

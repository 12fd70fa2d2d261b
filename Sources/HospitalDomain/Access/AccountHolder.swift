/// Which employee an account is of: doctors and staff are kept apart.
package enum EmployeeReference: Hashable, Sendable {
  /// A doctor.
  case doctor(DoctorID)
  /// A member of staff.
  case staff(StaffID)
}

/// An employee whose account it is, or can be (H1).
package struct AccountHolder: Hashable, Sendable {
  /// Which employee.
  package let reference: EmployeeReference
  /// Their number: `D-0007`, `S-0123`.
  package let number: String
  /// Their name.
  package let name: PersonName
  /// The speciality or the job title, in words.
  package let occupation: String
  /// The name of their department.
  package let departmentName: String
  /// When they left the hospital; nil while they work there.
  package let leftAt: Timestamp?

  /// A doctor.
  package init(_ doctor: Doctor) { self.init(doctor, .doctor(doctor.id)) }

  /// A member of staff.
  package init(_ member: StaffMember) { self.init(member, .staff(member.id)) }

  private init<Kind>(_ employee: Employee<Kind>, _ reference: EmployeeReference) {
    self.reference = reference
    number = employee.number
    name = employee.details.name
    occupation = employee.details.occupationTitle
    departmentName = employee.departmentName
    leftAt = employee.leftAt
  }
}

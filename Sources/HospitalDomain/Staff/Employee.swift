/// A department, or ward (B1).
package struct Department: Hashable, Sendable, Identifiable {
  /// The department's identifier.
  package let id: DepartmentID
  /// Its number, unique in the hospital.
  package let number: Int64
  /// Its name, unique in the hospital among departments in use: `4A Medical`.
  package let name: String
  /// Whom it is meant for.
  package let genderRule: GenderRule
  /// When it was retired; nil while it is in use.
  package let retiredAt: Timestamp?
  /// The version that this is.
  package let version: Int

  /// A department as it is recorded.
  package init(
    id: DepartmentID, number: Int64, name: String, genderRule: GenderRule, retiredAt: Timestamp? = nil, version: Int
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.genderRule = genderRule
    self.retiredAt = retiredAt
    self.version = version
  }
}

/// What is kept of a doctor and of a member of staff alike (B2).
package struct EmployeeProfile: Hashable, Sendable {
  /// The employee's name.
  package var name: PersonName
  /// The postal address.
  package var address: String
  /// The telephone number, as it is stored.
  package var telephone: String
  /// The speciality of a doctor, the job title of a member of staff.
  package var occupation: String
  /// The one department that they belong to.
  package var department: DepartmentID

  package init(name: PersonName, address: String, telephone: String, occupation: String, department: DepartmentID) {
    self.name = name
    self.address = address
    self.telephone = telephone
    self.occupation = occupation
    self.department = department
  }
}

/// A doctor or a member of staff.
package struct Employee<Kind>: Hashable, Sendable, Identifiable {
  /// The employee's identifier.
  package let id: Identifier<Kind>
  /// Their number, unique among doctors or among staff.
  package let number: String
  /// What is kept of them.
  package let details: EmployeeProfile
  /// The name of their department.
  package let departmentName: String
  /// When they left the hospital; nil while they work there.
  package let leftAt: Timestamp?
  /// The version that this is.
  package let version: Int

  /// An employee as they are recorded.
  package init(
    id: Identifier<Kind>, number: String, details: EmployeeProfile, departmentName: String, leftAt: Timestamp? = nil,
    version: Int
  ) {
    self.id = id
    self.number = number
    self.details = details
    self.departmentName = departmentName
    self.leftAt = leftAt
    self.version = version
  }
}

/// A doctor.
package typealias Doctor = Employee<RecordKind.Doctor>
/// A member of staff.
package typealias StaffMember = Employee<RecordKind.Staff>

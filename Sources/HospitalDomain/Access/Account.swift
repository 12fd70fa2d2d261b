/// Who may sign in, and as what (H1, H2).
package struct Account: Hashable, Sendable, Identifiable {
  /// The account's identifier.
  package let id: AccountID
  /// The hospital whose account it is.
  package let hospital: HospitalID
  /// The name typed at sign-in, in lower case.
  package let username: String
  /// The person's name as it is shown.
  package let fullName: String
  /// What its holder does, and so what they may do.
  package let role: Role
  /// The employee whose account it is; nil for a patient's, and for one of nobody on the staff lists.
  package let employee: EmployeeReference?
  /// The number of that employee, as the lists show it.
  package let employeeNumber: String?
  /// The patient whose account it is, for the role of patient.
  package let patient: PatientID?
  /// Whether it is shut to sign-ins.
  package let isLocked: Bool

  package init(
    id: AccountID, hospital: HospitalID, username: String, fullName: String, role: Role,
    employee: EmployeeReference? = nil, employeeNumber: String? = nil, patient: PatientID? = nil, isLocked: Bool = false
  ) {
    self.id = id
    self.hospital = hospital
    self.username = username
    self.fullName = fullName
    self.role = role
    self.employee = employee
    self.employeeNumber = employeeNumber
    self.patient = patient
    self.isLocked = isLocked
  }
}

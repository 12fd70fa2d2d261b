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
  /// When the employee whose account it is left the hospital; nil while they work there, and for nobody's.
  package let leftAt: Timestamp?
  /// The version of the account that this is.
  package let version: Int

  package init(
    id: AccountID, hospital: HospitalID, username: String, fullName: String, role: Role,
    employee: EmployeeReference? = nil, employeeNumber: String? = nil, patient: PatientID? = nil,
    isLocked: Bool = false, leftAt: Timestamp? = nil, version: Int = 1
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
    self.leftAt = leftAt
    self.version = version
  }

  /// Whether its holder may sign in: it is open, and they work here.
  package var maySignIn: Bool { !isLocked && leftAt == nil }

  /// How it stands, in a word: `open`, `locked`, or `left` for an employee's who is no longer here.
  package var standingTitle: String { leftAt != nil ? "left" : isLocked ? "locked" : "open" }
}

/// Whose an account may be: one account for one employee (H1).
package enum AccountRule {
  /// Whether an account may be that employee's.
  /// - Parameters:
  ///   - holder: the employee; nil for one who is not on file.
  ///   - role: what the account's holder does; a patient's account is no employee's.
  ///   - other: the user name of another account that is the employee's already.
  package static func check(
    _ holder: AccountHolder?, role: Role, other: String?, clock: LocalTime
  ) throws(Refusal) {
    if role == .patient { throw .patientIsNoEmployee }
    guard let holder else { throw .noSuchEmployee }
    if let left = holder.leftAt {
      throw .employeeLeft(holder.name, on: clock.date(of: left), field: "employee", instead: "somebody else")
    }
    if let other { throw .employeeHasAccount(holder.name, username: other) }
  }

  /// Whether an account may be that patient's.
  ///
  /// - Parameters:
  ///   - patient: whose account it is to be; nil for nobody's. A patient's account has one, any other has none.
  ///   - other: the user name of another account that is the patient's already.
  package static func check(_ patient: PatientStanding?, role: Role, other: String?) throws(Refusal) {
    guard role == .patient else {
      if patient != nil { throw .colleagueIsNoPatient }
      return
    }
    guard let patient else { throw .patientNotNamed }
    try patient.checkIsPresent()
    if let other { throw .patientHasAccount(patient.name, username: other) }
  }

  /// Whether an account may be given another role: a patient's keeps its own, and no other becomes one.
  package static func checkRole(from role: Role, to other: Role) throws(Refusal) {
    guard role != other else { return }
    if role == .patient { throw .patientKeepsRole }
    if other == .patient { throw .patientNotNamed }
  }
}

extension Refusal {
  /// A patient's account is made an employee's.
  package static let patientIsNoEmployee = Refusal(
    code: "access.patientAccount",
    sentence: "A patient's account is no employee's; add another account for a colleague.", field: "employee")

  /// An account of a patient that names none.
  package static let patientNotNamed = Refusal(
    code: "access.patientNotNamed",
    sentence: "A patient's account is made with the patient's hospital number; add an account that names it.",
    field: "patient")

  /// An account of a colleague that names a patient.
  package static let colleagueIsNoPatient = Refusal(
    code: "access.colleagueIsNoPatient",
    sentence: "Only an account with the role of patient names one; leave the hospital number out.", field: "patient")

  /// A patient's account is given the role of a colleague.
  package static let patientKeepsRole = Refusal(
    code: "access.patientKeepsRole",
    sentence: "A patient's account keeps its role; add another account for a colleague.", field: "role")

  /// The patient has an account already; says which.
  package static func patientHasAccount(_ name: PersonName, username: String) -> Refusal {
    Refusal(
      code: "access.patientHasAccount",
      sentence: "\(name.listed) has the account \(username) already; one account is for one patient.", field: "patient")
  }

  /// The employee is not on file.
  package static let noSuchEmployee = Refusal(
    code: "access.noSuchEmployee", sentence: "There is no such employee; press F4 for the list of employees.",
    field: "employee")

  /// The employee has an account already; says which.
  package static func employeeHasAccount(_ name: PersonName, username: String) -> Refusal {
    Refusal(
      code: "access.employeeHasAccount",
      sentence: "\(name.listed) has the account \(username) already; one account is for one employee.",
      field: "employee")
  }
}

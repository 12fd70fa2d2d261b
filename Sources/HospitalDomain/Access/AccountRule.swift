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
}

extension Refusal {
  /// A patient's account is made an employee's.
  package static let patientIsNoEmployee = Refusal(
    code: "access.patientAccount",
    sentence: "A patient's account is no employee's; add another account for a colleague.", field: "employee")

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

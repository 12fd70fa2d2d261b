import HospitalDomain

extension FormName {
  /// A department; its subject, like that of all others here, is the row that is changed, and empty for a new one.
  package static let department: FormName = "staff.department"
  /// A room.
  package static let room: FormName = "staff.room"
  /// A doctor.
  package static let doctor: FormName = "staff.doctor"
  /// A member of staff.
  package static let staffMember: FormName = "staff.member"
  /// A price.
  package static let price: FormName = "staff.price"
  /// The tax, or what an insurer pays.
  package static let rate: FormName = "staff.rate"
  /// A new account. Passwords are never kept.
  package static let account: FormName = "staff.account"
  /// The role of an account.
  package static let accountRole: FormName = "staff.account.role"
  /// Whose an account is.
  package static let accountEmployee: FormName = "staff.account.employee"
  /// Why the second step of an account is taken away.
  package static let accountSecondStep: FormName = "staff.account.secondStep"
  /// A new password for an account: nothing of it is kept.
  package static let accountPassword: FormName = "staff.account.password"

  /// A doctor, or a member of staff.
  static func employee(_ kind: EmployeeEntry.Kind) -> FormName { kind == .doctor ? doctor : staffMember }

  /// Why a row of a list is ended: retired, withdrawn, locked, has left. `staff.room.end`
  package var ending: FormName { FormName("\(text).end") }

  /// The forms of this area.
  package static let staff: [FormName] =
    [
      department, room, doctor, staffMember, price, rate, account, accountRole, accountEmployee,
      accountSecondStep, accountPassword,
    ] + [department, room, doctor, staffMember, price, rate, account].map(\.ending)
}

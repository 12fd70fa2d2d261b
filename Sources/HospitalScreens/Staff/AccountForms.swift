import HospitalDomain
import HospitalServices

/// The forms of accounts: a new one, another role, another password (H2).
struct AccountForms {
  private let session: Session
  private let employees: [AccountHolder]

  init(_ session: Session) {
    self.session = session
    employees = (try? AccountService(session).employeesWithoutAccount()) ?? []
  }

  func new() -> DirectoryForm {
    let (session, employees) = (session, employees)
    let rows: [[FormField]] = [
      [
        .text(
          "username", "User name", required: true, width: 20, limit: 40, hint: "small letters, digits, . - _",
          help: "The name to sign in with: 2 to 32 small letters, digits, dots, dashes or underscores.",
          reader: .entry { text, _ in try Username(entry: text) })
      ],
      [
        .text(
          "fullName", "Full name", required: true, width: 40, limit: 200, hint: "OKAFOR, Ngozi",
          help: "Family name, a comma, given name: it stands on the screen and in the audit trail.",
          reader: .line(limit: 200))
      ],
      [roles(chosen: nil)], [employeeField(of: nil)],
    ]
    let form = Form.single(
      "account", "Accounts · new", heading: "NEW ACCOUNT", rows: rows + passwords, moment: session.moment,
      checks: [passwordCheck(username: nil)])
    return DirectoryForm(.account, form) { form in
      guard let role = form.value("role").flatMap(Role.init) else {
        throw InvalidEntry(problems: [FieldProblem(field: "role", sentence: "choose the role")])
      }
      let account = try AccountService(session).add(
        username: form.text("username"), fullName: form.text("fullName"), role: role,
        password: form.typedPassword, employee: form.employee(among: employees))
      return "\(account.username) can sign in as \(role.indefinite)."
    }
  }

  func role(of account: Account) -> DirectoryForm {
    let session = session
    let form = Form.single(
      "role", "Accounts · role of \(account.username)", heading: account.fullName.uppercased(),
      rows: [[roles(chosen: account.role)], [.whyChanged]], moment: session.moment)
    return DirectoryForm(.accountRole, subject: account.id.text, form) { form in
      guard let role = form.value("role").flatMap(Role.init) else {
        throw InvalidEntry(problems: [FieldProblem(field: "role", sentence: "choose the role")])
      }
      try AccountService(session).setRole(
        role, of: account.username, from: account.version, because: form.text("reason"))
      return "\(account.username) is \(role.indefinite) from the next sign-in."
    }
  }

  /// Whose account it is; an emptied field makes it nobody's.
  func employee(of account: Account) -> DirectoryForm {
    let session = session
    let holder = account.employee.flatMap { try? AccountService(session).employee($0) }
    let employees = employees + [holder].compactMap { $0 }
    let form = Form.single(
      "accountEmployee", "Accounts · whose \(account.username) is", heading: account.fullName.uppercased(),
      rows: [[employeeField(of: holder)], [.whyChanged]], moment: session.moment)
    return DirectoryForm(.accountEmployee, subject: account.id.text, form) { form in
      let employee = form.employee(among: employees)
      try AccountService(session).setEmployee(
        employee, of: account.username, from: account.version, because: form.text("reason"))
      let holder = employees.first { $0.reference == employee }
      return "\(account.username) is the account of \(holder?.name.listed ?? "nobody on the staff lists")."
    }
  }

  /// Whose account it is now, and those at work who have none: one account is for one employee.
  private func employeeField(of holder: AccountHolder?) -> FormField {
    let choices = ([holder].compactMap { $0 } + employees).map { FieldChoice($0) }
    return .lookup(
      "employee", "Employee", FieldLookup(noun: "employee without an account", choices: choices), width: 40,
      help: "The doctor or member of staff whose account it is. Empty for an administrator who is on no list.",
      chosen: holder.map { FieldChoice($0) })
  }

  func password(of account: Account) -> DirectoryForm {
    let session = session
    let form = Form.single(
      "password", "Accounts · password of \(account.username)", heading: account.fullName.uppercased(),
      rows: passwords, moment: session.moment, checks: [passwordCheck(username: account.username)])
    return DirectoryForm(.accountPassword, subject: account.id.text, form) { form in
      try AccountService(session).reset(account.username, password: form.typedPassword)
      return "\(account.username) signs in with the new password from now on."
    }
  }

  /// Takes away what somebody has lost: a telephone with the app, or the address that codes went to.
  func secondStep(of account: Account) -> DirectoryForm {
    let session = session
    let form = Form.single(
      "accountSecondStep", "Accounts · second step of \(account.username)", heading: account.fullName.uppercased(),
      rows: [[.whyChanged]], moment: session.moment)
    return DirectoryForm(.accountSecondStep, subject: account.id.text, form) { form in
      try AccountService(session).removeSecondStep(of: account.username, because: form.text("reason"))
      return "\(account.username) signs in without a second step until they add another."
    }
  }

  /// Every role but the patient's, whose account is made with their record.
  private func roles(chosen: Role?) -> FormField {
    let choices = Role.allCases.filter { $0 != .patient }.map { FieldChoice($0.title, value: $0.rawValue) }
    return .lookup(
      "role", "Role", FieldLookup(noun: "role", choices: choices), required: true, width: 20,
      chosen: choices.first { $0.value == chosen?.rawValue })
  }

  private var passwords: [[FormField]] {
    let rule = "\(PasswordRule.shortest) or more characters, a few words"
    return [
      [.secret("password", "Password", width: 22, limit: PasswordRule.longest, hint: rule)],
      [.secret("again", "Once more", width: 22, limit: PasswordRule.longest)],
    ]
  }

  /// The rule of passwords, and that both are the same. A demonstration takes any.
  private func passwordCheck(username: String?) -> @Sendable (Form) -> [FieldProblem] {
    let accounts = AccountService(session)
    return { form in
      var problems: [FieldProblem] = []
      // What keeps the rule from being looked at is told on saving.
      let problem = try? accounts.passwordProblem(form.typedPassword, username: username ?? form.text("username"))
      if let problem { problems.append(problem.at("password")) }
      if form["again"]?.text != form.typedPassword {
        problems.append(FieldProblem(field: "again", sentence: "differs from the first; type both again"))
      }
      return problems
    }
  }
}

extension FieldChoice {
  /// An employee as the pick list names one.
  fileprivate init(_ holder: AccountHolder) {
    self.init(
      holder.name.listed, value: holder.number,
      detail: "\(holder.number), \(holder.occupation), \(holder.departmentName)")
  }
}

extension Form {
  /// The employee that is chosen.
  fileprivate func employee(among employees: [AccountHolder]) -> EmployeeReference? {
    employees.first { $0.number == value("employee") }?.reference
  }

  /// The password exactly as typed: blanks count.
  fileprivate var typedPassword: String { self["password"]?.text ?? "" }
}

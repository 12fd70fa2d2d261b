import HospitalDomain

/// What is typed to make an account, checked.
struct AccountEntry {
  let username: String
  let fullName: String

  /// Checks a name to sign in with, a person's name and a password. Only a demonstration takes any password.
  ///
  /// - Throws: `InvalidEntry` with every field that will not do.
  init(
    username: String, fullName: String, password: String, isDemonstration: Bool, at workplace: Workplace
  ) throws {
    var problems: [FieldProblem] = []
    func read(_ field: String, _ take: () throws -> String) throws -> String {
      do { return try take() } catch let problem as Misentry {
        problems.append(problem.at(field))
        return ""
      }
    }
    let name = try read("username") { try Username(entry: username).text }
    self.username = name
    self.fullName = try read("fullName") {
      try SafeText.requiredLine(fullName, limit: 200, hint: "type the person's name")
    }
    _ = try read("password") {
      if !isDemonstration { try workplace.checkPassword(password, username: name) }
      return password
    }
    if !problems.isEmpty { throw InvalidEntry(problems: problems) }
  }
}

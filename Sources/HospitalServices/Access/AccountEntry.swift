import HospitalDomain

/// What is typed to make an account, checked.
struct AccountEntry {
  let username: String
  let fullName: String

  /// Checks a name to sign in with, a person's name and a password. Only a demonstration takes any password.
  ///
  /// - Throws: `InvalidEntry` with every field that will not do.
  init(username: String, fullName: String, password: String, isDemonstration: Bool) throws {
    var problems: [FieldProblem] = []
    func read(_ field: String, _ take: () throws(Misentry) -> String) -> String {
      do throws(Misentry) { return try take() } catch {
        problems.append(error.at(field))
        return ""
      }
    }
    let name = read("username") { () throws(Misentry) in try Username(entry: username).text }
    self.username = name
    self.fullName = read("fullName") { () throws(Misentry) in
      try SafeText.requiredLine(fullName, limit: 200, hint: "type the person's name")
    }
    _ = read("password") { () throws(Misentry) in
      if !isDemonstration { try PasswordRule.check(password, username: name) }
      return password
    }
    if !problems.isEmpty { throw InvalidEntry(problems: problems) }
  }
}

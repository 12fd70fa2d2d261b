import HospitalDomain
import HospitalServices

/// The form in which a person changes their own password: the old one, and the new one twice.
package struct OwnPasswordForm: SecretForm {
  package var form: Form
  private let session: Session

  /// An empty form.
  package init(_ session: Session) {
    self.session = session
    let rows: [[FormField]] =
      [
        [.secret("old", "Old password", width: 22, limit: PasswordRule.longest, hint: "the one you sign in with")],
        [.secret("new", "New password", width: 22, limit: PasswordRule.longest)],
        [.secret("again", "Once more", width: 22, limit: PasswordRule.longest)],
      ]
    form = Form.single(
      "password", "Your account · password", heading: "YOUR PASSWORD", rows: rows, moment: session.moment,
      checks: [
        { form in
          var problems: [FieldProblem] = []
          // What keeps the rule from being looked at is told on saving.
          let new = form["new"]?.text ?? ""
          if let problem = try? session.passwordProblem(new, username: session.account.username) {
            problems.append(problem.at("new"))
          }
          if form["again"]?.text != new {
            problems.append(FieldProblem(field: "again", sentence: "differs from the first; type both again"))
          }
          return problems
        }
      ])
  }

  package mutating func save() -> String? {
    do {
      try OwnPasswordService(session).change(from: form["old"]?.text ?? "", to: form["new"]?.text ?? "")
      return "Your password is changed. Wherever else you are signed in, you sign in anew."
    } catch let refusal as Refusal where refusal.field == "password" {
      form.show(Refusal(code: refusal.code, sentence: refusal.sentence, field: "old"))
    } catch {
      form.show(error)
    }
    return nil
  }
}

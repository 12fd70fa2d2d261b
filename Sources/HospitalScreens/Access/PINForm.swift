import HospitalDomain
import HospitalServices

/// The form in which a person sets their own PIN: the password first, then the PIN twice. Nothing of it is ever kept.
package struct PINForm: SecretForm {
  /// What is filled in.
  package var form: Form
  private let session: Session

  /// An empty form.
  package init(_ session: Session) {
    self.session = session
    let digits = "\(PINRule.lengths.lowerBound) to \(PINRule.lengths.upperBound) digits"
    form = Form.single(
      "pin", "Your account · PIN", heading: "YOUR PIN",
      rows: [
        [.secret("password", "Password", width: 22, limit: PasswordRule.longest, hint: "the one you sign in with")],
        [.secret("pin", "New PIN", width: 10, limit: PINRule.lengths.upperBound, hint: digits)],
        [.secret("again", "Once more", width: 10, limit: PINRule.lengths.upperBound)],
      ], moment: session.moment,
      checks: [
        { form in
          form["again"]?.text == form["pin"]?.text
            ? [] : [FieldProblem(field: "again", sentence: "differs from the first; type both again")]
        }
      ])
  }

  /// Sets the PIN; nil when the form says why not.
  package mutating func save() -> String? {
    do {
      try LockService(session).setPIN(form["pin"]?.text ?? "", password: form["password"]?.text ?? "")
      return "Your PIN unlocks from now on, for 30 minutes after each sign-in."
    } catch {
      form.show(error)
      return nil
    }
  }
}

import HospitalDomain
import HospitalServices

/// The box in which a second person signs: their name and password. Nothing of it is ever kept.
package struct SignatureForm: Sendable {
  /// What is filled in.
  package var form: Form
  /// For what it is signed.
  package let sentence: String

  /// An empty form.
  package init(for sentence: String, at moment: FormMoment) {
    self.sentence = sentence
    form = Form.single(
      "signature", "Second signature", heading: "ANOTHER DOCTOR OR A PHARMACIST SIGNS",
      rows: [
        [.text("username", "User", required: true, width: 22, limit: 60)],
        [.secret("password", "Password", width: 22, limit: PasswordRule.longest)],
      ], moment: moment)
  }

  /// What was typed.
  package var signature: SecondSignature {
    SecondSignature(username: form.text("username"), password: form["password"]?.text ?? "")
  }
}

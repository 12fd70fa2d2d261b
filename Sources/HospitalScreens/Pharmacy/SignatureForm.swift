import HospitalDomain
import HospitalServices

/// The box in which a second person signs: their name, password and code. Nothing of it is ever kept.
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
      rows: SignatureFields.rows(required: true), moment: moment)
  }

  /// The form again, where a signature was refused: the name stands there, and what is wrong beside its field.
  package init(
    for sentence: String, at moment: FormMoment, refusing signature: SecondSignature, because refusal: Refusal
  ) {
    self.init(for: sentence, at: moment)
    form.fill("username", with: signature.username)
    form.show(refusal)
  }

  /// What was typed.
  package var signature: SecondSignature { form.secondSignature ?? SecondSignature(username: "", password: "") }
}

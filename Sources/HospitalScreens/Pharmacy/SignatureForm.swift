import HospitalDomain
import HospitalServices

/// The box in which a second person signs: their name, password and code. Nothing of it is ever kept.
package struct SignatureForm: Sendable {
  /// What is filled in.
  package var form: Form
  /// Whom it is signed for.
  package let banner: PatientBanner
  /// What is signed for, and why it is given; it stands above the fields.
  package let reading: [DetailLine]

  /// An empty form.
  init(for reading: [DetailLine], about banner: PatientBanner, at moment: FormMoment) {
    self.reading = reading
    self.banner = banner
    form = Form.single(
      "signature", "Second signature", heading: "ANOTHER DOCTOR OR A PHARMACIST SIGNS",
      rows: SignatureFields.rows(required: true), moment: moment)
  }

  /// The form again, where a signature was refused: the name stands there, and what is wrong beside its field.
  package func refusing(_ signature: SecondSignature, because refusal: Refusal, at moment: FormMoment) -> SignatureForm
  {
    var again = SignatureForm(for: reading, about: banner, at: moment)
    again.form.fill("username", with: signature.username)
    again.form.show(refusal)
    return again
  }

  /// What was typed.
  package var signature: SecondSignature { form.secondSignature ?? SecondSignature(username: "", password: "") }
}

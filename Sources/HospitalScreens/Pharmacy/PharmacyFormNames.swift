extension FormName {
  /// A new prescription; its subject is the patient.
  package static let prescription: FormName = "pharmacy.prescription"
  /// A changed version of a prescription; its subject is the patient, a stroke, and the prescription.
  package static let changedPrescription: FormName = "pharmacy.prescription.change"
  /// Why a prescription is stopped; its subject is as that of a change.
  package static let stoppedPrescription: FormName = "pharmacy.prescription.stop"
  /// Why a prescription is renewed, and who asked; its subject is as that of a change.
  package static let renewedPrescription: FormName = "pharmacy.prescription.renew"
  /// The name and password of a second person who signs: nothing of it is kept.
  package static let secondSignature: FormName = "pharmacy.signature"

  /// The forms of prescribing.
  package static let prescribing: [FormName] = [
    prescription, changedPrescription, stoppedPrescription, renewedPrescription, secondSignature,
  ]
}

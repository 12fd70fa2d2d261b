extension FormName {
  /// Why a prescription is put on hold. The subject of this and of all others here is the prescription.
  package static let holdPrescription: FormName = "pharmacy.hold"
  /// Why a prescription goes back to its prescriber; behind the prescription and a stroke stands the kind of reason.
  package static let declinePrescription: FormName = "pharmacy.decline"
  /// The prescriber's answer.
  package static let answerPharmacy: FormName = "pharmacy.answer"

  /// The forms of this area.
  package static let pharmacy: [FormName] = [holdPrescription, declinePrescription, answerPharmacy]
}

extension FormName {
  /// Why a prescription is put on hold. The subject of this and of all others here is the prescription.
  package static let holdPrescription: FormName = "pharmacy.hold"
  /// Why a prescription goes back to its prescriber; behind the prescription and a stroke stands the kind of reason.
  package static let declinePrescription: FormName = "pharmacy.decline"
  /// The prescriber's answer.
  package static let answerPharmacy: FormName = "pharmacy.answer"
  /// Why a prescription is verified although something serious speaks against it.
  package static let verifyNevertheless: FormName = "pharmacy.verify"
  /// How many of each item are dispensed.
  package static let dispense: FormName = "pharmacy.dispense"
  /// Who collects what is prepared.
  package static let handOver: FormName = "pharmacy.handOver"
  /// Why something goes back to the shelf.
  package static let putBack: FormName = "pharmacy.putBack"

  /// The forms of the queue.
  package static let pharmacy: [FormName] = [
    holdPrescription, declinePrescription, answerPharmacy, verifyNevertheless, dispense, handOver, putBack,
  ]
}

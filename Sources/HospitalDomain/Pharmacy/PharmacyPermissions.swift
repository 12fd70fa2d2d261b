extension Permission {
  /// See the queue of prescriptions.
  package static let seePrescriptions = Permission(
    "prescription.see", "see the prescriptions", Role.clinical.union([.pharmacist]))
  /// Claim, verify, hold, decline, dispense and hand over.
  package static let workPrescriptions = Permission(
    "prescription.work", "work on a prescription at the pharmacy", [.pharmacist])
  /// Answer the pharmacy about a prescription that came back.
  package static let answerPharmacy = Permission(
    "prescription.answer", "answer the pharmacy about a prescription", [.doctor, .headDoctor])
  /// Sign as a second person for a controlled drug, or for what must not be given together.
  package static let countersign = Permission(
    "prescription.countersign", "sign as a second person at the pharmacy", Role.clinical.union([.pharmacist]))

  /// Prescribe, renew, change and stop.
  package static let prescribe = Permission("prescription.write", "prescribe", [.doctor, .headDoctor])

  /// Take over the list of interactions.
  package static let importInteractions = Permission(
    "interactions.import", "import the list of interactions", [.administrator, .pharmacist])

  /// The permissions of this area.
  package static let pharmacy: [Permission] = [
    seePrescriptions, workPrescriptions, answerPharmacy, countersign, prescribe, importInteractions,
  ]
}

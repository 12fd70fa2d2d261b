extension Permission {
  /// See the queue of prescriptions.
  package static let seePrescriptions = Permission(
    "prescription.see", "see the prescriptions", Role.clinical.union([.pharmacist]))

  /// Prescribe, renew, change and stop.
  package static let prescribe = Permission("prescription.write", "prescribe", [.doctor, .headDoctor])

  /// Take over the list of interactions.
  package static let importInteractions = Permission(
    "interactions.import", "import the list of interactions", [.administrator, .pharmacist])

  /// The permissions of this area.
  package static let pharmacy: [Permission] = [seePrescriptions, prescribe, importInteractions]
}

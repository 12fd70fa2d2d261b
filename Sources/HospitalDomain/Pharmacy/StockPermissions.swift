extension Permission {
  /// Search the medications and see what they are.
  package static let seeMedications = Permission(
    "medication.see", "see the medications", Role.clinical.union([.pharmacist, .administrator, .auditor]))
  /// Add medications, change them, import them, and take them off the list.
  package static let manageMedications = Permission(
    "medication.manage", "change the medications", [.pharmacist, .administrator])

  /// The permissions of medications and stock.
  package static let stock: [Permission] = [seeMedications, manageMedications]
}

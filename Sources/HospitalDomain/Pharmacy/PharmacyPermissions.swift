extension Permission {
  /// See the queue of prescriptions.
  package static let seePrescriptions = Permission(
    "prescription.see", "see the prescriptions", Role.clinical.union([.pharmacist]))

  /// The permissions of this area.
  package static let pharmacy: [Permission] = [seePrescriptions]
}

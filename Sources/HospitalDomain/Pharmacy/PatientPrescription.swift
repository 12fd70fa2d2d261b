/// A prescription as a patient's record shows it.
package struct PatientPrescription: Hashable, Sendable, Identifiable {
  package let id: String
  package let number: Int64
  package let writtenAt: Timestamp
  package let doctor: PersonName
  package let pharmacy: String
  /// The stored code, such as `active`.
  package let status: String
  /// The stored code, such as `urgent`.
  package let priority: String
  package let note: String
  package let items: [Item]

  /// What the records tell of it.
  package init(
    id: String, number: Int64, writtenAt: Timestamp, doctor: PersonName, pharmacy: String, status: String,
    priority: String, note: String, items: [Item]
  ) {
    self.id = id
    self.number = number
    self.writtenAt = writtenAt
    self.doctor = doctor
    self.pharmacy = pharmacy
    self.status = status
    self.priority = priority
    self.note = note
    self.items = items
  }

  /// One medication of it.
  package struct Item: Hashable, Sendable {
    /// Name, strength and form: `Ibuprofen 400 mg tablet`.
    package let medication: String
    package let dose: String
    package let route: String
    package let frequency: String
    package let days: Int
    package let quantity: Int
    package let refills: Int

    /// What the records tell of it.
    package init(
      medication: String, dose: String, route: String, frequency: String, days: Int, quantity: Int, refills: Int
    ) {
      self.medication = medication
      self.dose = dose
      self.route = route
      self.frequency = frequency
      self.days = days
      self.quantity = quantity
      self.refills = refills
    }
  }
}

extension PatientPrescription {
  /// The state in words; a code that is not known stands as it is.
  package var statusTitle: String {
    switch status {
    case "on-hold": "on hold"
    case "entered-in-error": "struck out"
    default: status
    }
  }
}

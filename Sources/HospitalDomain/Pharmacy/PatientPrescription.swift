/// A prescription as a patient's record shows it.
package struct PatientPrescription: Hashable, Sendable, Identifiable {
  /// The prescription's identifier.
  package let id: String
  /// Its number, from 1.
  package let number: Int64
  /// When it was written.
  package let writtenAt: Timestamp
  /// Who wrote it.
  package let doctor: PersonName
  /// The name of the pharmacy that it goes to (B7).
  package let pharmacy: String
  /// The stored code, such as `active`.
  package let status: String
  /// How far the pharmacy is with it; nil while it has not begun.
  package let stage: PharmacyStage?
  /// The day until which it lasts, where all of it was handed over and is not used up; nil for every other.
  package let lastsUntil: CalendarDate?
  /// The stored code, such as `urgent`.
  package let priority: String
  /// What the prescriber noted; may be empty.
  package let note: String
  /// What is prescribed; one or more.
  package let items: [Item]

  /// What the records tell of it.
  package init(
    id: String, number: Int64, writtenAt: Timestamp, doctor: PersonName, pharmacy: String, status: String,
    stage: PharmacyStage? = nil, lastsUntil: CalendarDate? = nil, priority: String, note: String, items: [Item]
  ) {
    self.id = id
    self.number = number
    self.writtenAt = writtenAt
    self.doctor = doctor
    self.pharmacy = pharmacy
    self.status = status
    self.stage = stage
    self.lastsUntil = lastsUntil
    self.priority = priority
    self.note = note
    self.items = items
  }

  /// One medication of it.
  package struct Item: Hashable, Sendable {
    /// Name, strength and form: `Ibuprofen 400 mg tablet`.
    package let medication: String
    /// How much at a time, in words: `1 tablet`.
    package let dose: String
    /// The way it is given: `oral`.
    package let route: String
    /// How often, in words: `every 8 hours`.
    package let frequency: String
    /// For how many days.
    package let days: Int
    /// How many are handed over, 1 to 10,000.
    package let quantity: Int
    /// How often it can be renewed, 0 to 12.
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

    /// What is prescribed, for a box that asks about it: `ibuprofen 400 mg tablet, 1 tablet, twice a day, quantity 28`.
    package var inOneLine: String { "\(medication), \(dose), \(frequency), quantity \(quantity)" }
  }
}

extension PatientPrescription {
  /// Whether it still goes on: active, or on hold. What is stopped, done or struck out is checked no more.
  package var goesOn: Bool { status == "active" || status == "on-hold" }

  /// Whether the patient takes it, as far as the record knows: it goes on, or was handed over and is not used up.
  package var isTaken: Bool { goesOn || lastsUntil != nil }

  /// The state in words, for the ward: what the pharmacy does with an active one is part of it, and of one that was handed
  /// over until when it is taken, for "completed" (FHIR) would say that it is not. A code that is not known stands as it is.
  package var statusTitle: String {
    switch status {
    case "active": stage?.wardTitle ?? status
    case "on-hold": "on hold"
    case "completed": lastsUntil.map { "lasts until \($0)" } ?? status
    case "entered-in-error": "struck out"
    default: status
    }
  }
}

/// A patient who has just been registered.
package struct RegisteredPatient: Hashable, Sendable, Identifiable {
  /// The patient's identifier.
  package let id: PatientID
  /// The number that was given.
  package let number: HospitalNumber
  /// The patient's name.
  package let name: PersonName

  /// A patient on file.
  package init(id: PatientID, number: HospitalNumber, name: PersonName) {
    self.id = id
    self.number = number
    self.name = name
  }

  /// What happened, for the message row.
  package var sentence: String { "\(name.listed) is registered as \(number)" }
}

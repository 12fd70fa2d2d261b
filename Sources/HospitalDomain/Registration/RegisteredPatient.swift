/// A patient who has just been registered.
package struct RegisteredPatient: Hashable, Sendable, Identifiable {
  package let id: PatientID
  package let number: HospitalNumber
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

/// A patient as the rules of admission see them.
package struct PatientStanding: Hashable, Sendable {
  /// The patient's number.
  package let number: HospitalNumber
  /// The patient's name.
  package let name: PersonName
  /// The patient's sex.
  package let sex: Sex
  /// Whether the patient is recorded as having died.
  package let isDeceased: Bool
  /// The record that this one was merged into.
  package let mergedInto: HospitalNumber?
  /// The room the patient has now, if any.
  package let currentRoom: String?

  /// A patient with what stands in the way of an admission.
  package init(
    number: HospitalNumber, name: PersonName, sex: Sex, isDeceased: Bool = false, mergedInto: HospitalNumber? = nil,
    currentRoom: String? = nil
  ) {
    self.number = number
    self.name = name
    self.sex = sex
    self.isDeceased = isDeceased
    self.mergedInto = mergedInto
    self.currentRoom = currentRoom
  }

  /// Refuses to give a room to someone who has died or whose record was merged.
  package func checkIsPresent() throws(Refusal) {
    if let mergedInto { throw .patientMerged(name, into: mergedInto) }
    if isDeceased { throw .patientDeceased(name) }
  }
}

/// An appointment as a patient's record shows it.
package struct PatientAppointment: Hashable, Sendable, Identifiable {
  /// The appointment's identifier.
  package let id: String
  /// When it begins.
  package let startsAt: Timestamp
  /// When it ends; the slot does not include this moment.
  package let endsAt: Timestamp
  /// Whom it is with.
  package let doctor: PersonName
  /// The name of the department that it is in.
  package let department: String
  /// The stored code, such as `booked`.
  package let status: String
  /// What it is for, in words.
  package let purpose: String

  /// What the records tell of it.
  package init(
    id: String, startsAt: Timestamp, endsAt: Timestamp, doctor: PersonName, department: String, status: String,
    purpose: String
  ) {
    self.id = id
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.doctor = doctor
    self.department = department
    self.status = status
    self.purpose = purpose
  }
}

extension PatientAppointment {
  /// The state in words; a code that is not known stands as it is.
  package var statusTitle: String {
    switch status {
    case "checked-in": "checked in"
    case "fulfilled": "seen"
    case "noshow": "did not come"
    case "waitlist": "on the waiting list"
    case "entered-in-error": "struck out"
    default: status
    }
  }
}

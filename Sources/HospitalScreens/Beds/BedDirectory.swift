import HospitalDomain
import HospitalServices

/// Where the forms of the board find patients, doctors and staff while a person types.
package struct BedDirectory: Sendable {
  /// Patients that match what was typed: the value is the patient's id, the detail birth date, sex and number.
  package var patients: @Sendable (_ typed: String) -> [FieldChoice]
  /// Every doctor at work; those of the department come first.
  package var doctors: @Sendable (_ department: DepartmentID) -> [FieldChoice]
  /// Everyone of the staff who can be assigned to a room; those of the department come first.
  package var staff: @Sendable (_ department: DepartmentID) -> [FieldChoice]

  package init(
    patients: @escaping @Sendable (_ typed: String) -> [FieldChoice] = { _ in [] },
    doctors: @escaping @Sendable (_ department: DepartmentID) -> [FieldChoice] = { _ in [] },
    staff: @escaping @Sendable (_ department: DepartmentID) -> [FieldChoice] = { _ in [] }
  ) {
    self.patients = patients
    self.doctors = doctors
    self.staff = staff
  }
}

import HospitalDomain
import HospitalServices

/// Where the forms of the board find patients, doctors and staff while a person types.
package struct BedDirectory: Sendable {
  /// Patients that match what was typed: the value is the patient's id, the detail number and birth date.
  package var patients: @Sendable (_ typed: String) -> [FieldChoice]
  /// Every doctor at work; those of the department come first.
  package var doctors: @Sendable (_ department: DepartmentID) -> [FieldChoice]
  /// Everyone of the staff who can be assigned to a room; those of the department come first.
  package var staff: @Sendable (_ department: DepartmentID) -> [FieldChoice]
  /// All rooms as they are now; nil where they cannot be read.
  package var rooms: @Sendable () -> [RoomBoardRow]?

  package init(
    patients: @escaping @Sendable (_ typed: String) -> [FieldChoice] = { _ in [] },
    doctors: @escaping @Sendable (_ department: DepartmentID) -> [FieldChoice] = { _ in [] },
    staff: @escaping @Sendable (_ department: DepartmentID) -> [FieldChoice] = { _ in [] },
    rooms: @escaping @Sendable () -> [RoomBoardRow]? = { nil }
  ) {
    self.patients = patients
    self.doctors = doctors
    self.staff = staff
    self.rooms = rooms
  }
}

/// One patient in one room, and the employee who has them (A5).
package struct AssignmentLine: Hashable, Sendable {
  /// The number of the employee: `D-0007`, `S-0123`.
  package let employeeNumber: String
  /// The employee's name.
  package let employeeName: PersonName
  /// What the employee does: the speciality of a doctor, the job title of a member of staff.
  package let occupation: String
  /// The room and the patient; nil for an employee who has none.
  package let place: Place?

  /// An employee with a place, or with none.
  package init(employeeNumber: String, employeeName: PersonName, occupation: String, place: Place? = nil) {
    self.employeeNumber = employeeNumber
    self.employeeName = employeeName
    self.occupation = occupation
    self.place = place
  }

  /// A room with its patient.
  package struct Place: Hashable, Sendable {
    /// The room.
    package let room: RoomID
    /// The room's number.
    package let roomNumber: String
    /// The patient in it; the survivor's record where records were merged.
    package let patient: PatientID
    /// The patient's name.
    package let patientName: PersonName
    /// Since when the patient is in the room.
    package let since: Timestamp

    /// A room with its patient.
    package init(room: RoomID, roomNumber: String, patient: PatientID, patientName: PersonName, since: Timestamp) {
      self.room = room
      self.roomNumber = roomNumber
      self.patient = patient
      self.patientName = patientName
      self.since = since
    }
  }
}

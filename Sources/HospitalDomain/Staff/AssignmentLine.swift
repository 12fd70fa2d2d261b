/// One patient in one room, and the employee who has them (A5).
package struct AssignmentLine: Hashable, Sendable {
  package let employeeNumber: String
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
    package let room: RoomID
    package let roomNumber: String
    package let patient: PatientID
    package let patientName: PersonName
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

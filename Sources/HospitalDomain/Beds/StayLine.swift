/// From when to when an admission was in a room, as a patient's record shows it.
package struct StayLine: Hashable, Sendable {
  /// The stay's identifier.
  package let id: StayID
  /// The admission that it belongs to.
  package let admission: AdmissionID
  /// The room.
  package let room: RoomID
  /// The room's number.
  package let roomNumber: String
  /// The name of the room's department.
  package let department: String
  /// Who of the staff is assigned to the room, or was last.
  package let staffName: PersonName
  /// When it began.
  package let startedAt: Timestamp
  /// When it ended; nil while the patient is in the room. The stay does not include this moment.
  package let endedAt: Timestamp?

  package init(
    id: StayID, admission: AdmissionID, room: RoomID, roomNumber: String, department: String, staffName: PersonName,
    startedAt: Timestamp, endedAt: Timestamp?
  ) {
    self.id = id
    self.admission = admission
    self.room = room
    self.roomNumber = roomNumber
    self.department = department
    self.staffName = staffName
    self.startedAt = startedAt
    self.endedAt = endedAt
  }
}

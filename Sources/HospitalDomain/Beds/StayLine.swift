/// From when to when an admission was in a room, as a patient's record shows it.
package struct StayLine: Hashable, Sendable {
  package let id: StayID
  package let admission: AdmissionID
  package let room: RoomID
  package let roomNumber: String
  package let department: String
  package let staffName: PersonName
  package let startedAt: Timestamp
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

/// When a patient may be recorded as having died outside a stay. A death during one is stated with its discharge order.
package enum DeathRule {
  /// Refuses the death of a patient who is in a room, of one who has died already, and a time that can not be.
  ///
  /// - Parameter diedAt: when the patient is recorded as having died; nil for nobody who has.
  package static func check(
    _ patient: PatientStanding, diedAt: Timestamp?, born: CalendarDate, at time: Timestamp, now: Timestamp,
    clock: LocalTime
  ) throws(Refusal) {
    if diedAt != nil { throw .diedAlready(patient.name) }
    if let room = patient.currentRoom { throw .diesInRoom(patient.name, room) }
    guard time <= now, clock.date(of: time) >= born else { throw .deathOutOfRange() }
  }
}

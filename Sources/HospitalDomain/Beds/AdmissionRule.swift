/// When a patient may be given a room. The database forbids the same (architecture, rule 2); these rules say it
/// first, kindly.
package enum AdmissionRule {
  /// Whether a patient may be admitted to a room now.
  /// - Parameter reason: why a ward's gender rule is passed over; a blank one is none.
  /// - Returns: the hold of this patient's that the admission uses up, if there is one.
  @discardableResult
  package static func checkAdmit(
    _ patient: PatientStanding, to room: RoomStanding, reason: String = "", at now: Timestamp, clock: LocalTime
  ) throws(Refusal) -> RoomHold? {
    try patient.checkIsPresent()
    if let current = patient.currentRoom { throw .alreadyAdmitted(patient.name, room: current) }
    return try checkRoom(room, takes: patient, reason: reason, at: now, clock: clock)
  }

  /// Whether a patient may move from the room they have to another now.
  /// - Returns: the hold of this patient's that the transfer uses up, if there is one.
  @discardableResult
  package static func checkTransfer(
    _ patient: PatientStanding, to room: RoomStanding, reason: String = "", at now: Timestamp, clock: LocalTime
  ) throws(Refusal) -> RoomHold? {
    try patient.checkIsPresent()
    guard let current = patient.currentRoom else { throw .notAdmitted(patient.name) }
    if current == room.number { throw .sameRoom(current) }
    return try checkRoom(room, takes: patient, reason: reason, at: now, clock: clock)
  }

  /// Whether a patient may be expected to leave at a time: not before they came. Nil is not known.
  package static func checkExpected(_ time: Timestamp?, since start: Timestamp) throws(Refusal) {
    guard let time, time < start else { return }
    throw Refusal(
      code: "bed.expectedBefore", sentence: "The expected discharge is before the admission; type a later time.",
      field: "expected")
  }

  /// Whether two patients may change rooms, each into the other's (A17).
  package static func checkSwap(_ one: RoomStanding, _ two: RoomStanding, reason: String = "") throws(Refusal) {
    if one.number == two.number { throw .sameRoom(one.number) }
    guard let first = one.occupant, let second = two.occupant else {
      let empty = one.occupant == nil ? one : two
      throw .roomNotReady(room: empty.number, because: "empty", advice: "transfer the patient instead")
    }
    try checkGender(of: first.sex, in: two, reason: reason)
    try checkGender(of: second.sex, in: one, reason: reason)
  }

  private static func checkRoom(
    _ room: RoomStanding, takes patient: PatientStanding, reason: String, at now: Timestamp, clock: LocalTime
  ) throws(Refusal) -> RoomHold? {
    if let occupant = room.occupant { throw .roomTaken(room: room.number, by: occupant.name) }
    try room.checkIsInService(clock: clock)
    let hold = room.liveHold(at: now)
    if let hold, hold.patient != patient.number {
      throw .roomHeld(room: room.number, for: hold.label, until: clock.text(hold.expires))
    }
    try checkGender(of: patient.sex, in: room, reason: reason)
    return hold
  }

  private static func checkGender(of sex: Sex, in room: RoomStanding, reason: String) throws(Refusal) {
    guard let concern = room.genderRule.concern(for: sex, room: room.number) else { return }
    if reason.trimmed.isEmpty { throw .genderRule(concern) }
  }
}

extension RoomStanding {
  /// Refuses a room that is not ready for a patient, with what to do about it.
  func checkIsInService(clock: LocalTime) throws(Refusal) {
    switch service {
    case .inService: return
    case .housekeeping:
      throw .roomNotReady(
        room: number, because: service.condition, advice: "mark it clean first, or choose another room")
    case .contaminated:
      throw .roomNotReady(room: number, because: service.condition, advice: "choose another room")
    case .closed:
      throw .roomNotReady(room: number, because: closureWords(clock: clock), advice: "choose another room")
    }
  }

  /// `"closed: broken call bell, reopens 2026/11/22 10:00"`.
  func closureWords(clock: LocalTime) -> String {
    guard let closure else { return "closed" }
    let until = closure.reopens.map { ", reopens \(clock.text($0))" } ?? ""
    return "closed: \(closure.reason)\(until)"
  }
}

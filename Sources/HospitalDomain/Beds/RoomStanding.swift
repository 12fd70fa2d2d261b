/// A room as the rules see it: what it is, who is in it, who it is held for and whether it can be used.
package struct RoomStanding: Hashable, Sendable {
  /// The number on the door, such as `"4A-12"`; unique in the hospital.
  package let number: String
  /// Whom the room is meant for.
  package let genderRule: GenderRule
  /// The readiness that the room keeps.
  package let service: RoomServiceState
  /// Since when the room has had that readiness.
  package let serviceSince: Timestamp
  /// Why the room is closed and until when, while it is.
  package let closure: RoomClosure?
  /// Who is in the room.
  package let occupant: Occupant?
  /// The hold on the room, live or not.
  package let hold: RoomHold?

  /// A room with what stands in its way.
  package init(
    number: String, genderRule: GenderRule = .any, service: RoomServiceState = .inService, serviceSince: Timestamp,
    closure: RoomClosure? = nil, occupant: Occupant? = nil, hold: RoomHold? = nil
  ) {
    self.number = number
    self.genderRule = genderRule
    self.service = service
    self.serviceSince = serviceSince
    self.closure = closure
    self.occupant = occupant
    self.hold = hold
  }

  /// The hold, if it still keeps others out at that moment.
  package func liveHold(at now: Timestamp) -> RoomHold? { hold.flatMap { $0.isLive(at: now) ? $0 : nil } }

  /// The code that the board shows at that moment.
  package func code(at now: Timestamp) -> BedCode {
    .derive(
      openStay: occupant != nil, isolated: occupant?.isolation != nil, service: service,
      liveHold: liveHold(at: now) != nil)
  }
}

/// The patient in a room.
package struct Occupant: Hashable, Sendable {
  /// The patient's number.
  package let patient: HospitalNumber
  /// The patient's name.
  package let name: PersonName
  /// The patient's sex.
  package let sex: Sex
  /// The patient's date of birth.
  package let birthDate: BirthDate
  /// Since when the patient is in this room.
  package let since: Timestamp
  /// Why the stay is isolated, if it is.
  package let isolation: IsolationKind?
  /// When the patient is expected to leave, if somebody has said so.
  package let expectedDischarge: Timestamp?

  /// A patient in a room.
  package init(
    patient: HospitalNumber, name: PersonName, sex: Sex, birthDate: BirthDate, since: Timestamp,
    isolation: IsolationKind? = nil, expectedDischarge: Timestamp? = nil
  ) {
    self.patient = patient
    self.name = name
    self.sex = sex
    self.birthDate = birthDate
    self.since = since
    self.isolation = isolation
    self.expectedDischarge = expectedDischarge
  }
}

/// Why a room is out of service.
package struct RoomClosure: Hashable, Sendable {
  /// The reason as written, such as `"broken call bell"`.
  package let reason: String
  /// When the room is expected to be usable again, if anybody knows.
  package let reopens: Timestamp?

  /// A closure.
  package init(reason: String, reopens: Timestamp?) {
    self.reason = reason
    self.reopens = reopens
  }
}

/// A room kept for someone who is coming.
package struct RoomHold: Hashable, Sendable {
  /// The number of the patient, if they are registered.
  package let patient: HospitalNumber?
  /// Whom the room is held for, in words: `"DUARTE, Inês"`, `"transfer from Mercy"`.
  package let label: String
  /// The first moment at which it no longer keeps others out.
  package let expires: Timestamp
  /// What became of it.
  package let state: HoldState

  /// A hold.
  package init(patient: HospitalNumber?, label: String, expires: Timestamp, state: HoldState = .active) {
    self.patient = patient
    self.label = label
    self.expires = expires
    self.state = state
  }

  /// Whether the hold keeps others out at that moment: active, and not yet expired.
  package func isLive(at now: Timestamp) -> Bool { state == .active && now < expires }
}

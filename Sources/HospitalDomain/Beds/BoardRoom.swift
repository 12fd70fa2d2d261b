/// One row of the bed board: a room, where it is, and who looks after its patient (A1).
package struct BoardRoom: Hashable, Sendable {
  /// The room as the rules see it.
  package let standing: RoomStanding
  /// The short name of the ward, such as `"4A"`; unique in the hospital.
  package let ward: String
  /// The name of the department, such as `"Medical"`.
  package let department: String
  /// The bay that the room is a bed space of; empty for a single room.
  package let bay: String
  /// What the room is made for.
  package let kind: RoomKind
  /// What else is to be known of it, such as `"oxygen, monitor"`.
  package let features: String
  /// The patient's doctor as listed; empty if there is no patient or none is assigned.
  package let doctor: String
  /// The nurse assigned to the room as listed; empty if there is none (B5).
  package let nurse: String
  /// Since when the room has had its present code.
  package let since: Timestamp

  /// A row of the board.
  package init(
    standing: RoomStanding, ward: String, department: String, bay: String = "", kind: RoomKind,
    features: String = "", doctor: String = "", nurse: String = "", since: Timestamp
  ) {
    self.standing = standing
    self.ward = ward
    self.department = department
    self.bay = bay
    self.kind = kind
    self.features = features
    self.doctor = doctor
    self.nurse = nurse
    self.since = since
  }

  /// The number on the door.
  package var number: String { standing.number }

  /// The patient, or whom the room is held for, or why it is closed: the middle of the row.
  /// Empty for a room that has nothing to say.
  package func note(at now: Timestamp) -> String {
    if let occupant = standing.occupant { return occupant.name.listed }
    switch standing.code(at: now) {
    case .held: return standing.liveHold(at: now)?.label ?? ""
    case .closed: return standing.closure?.reason ?? ""
    case .housekeeping, .contaminated: return max(.zero, now - standing.serviceSince).spoken
    case .free: return features
    case .occupied, .isolated: return ""
    }
  }
}

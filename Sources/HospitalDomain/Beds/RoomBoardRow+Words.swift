extension RoomBoardRow {
  /// Since when the room has had the code that it has now: since the stay, the hold or the service state began, or since
  /// the hold ended that nobody came for.
  package func since(at now: Timestamp) -> Timestamp {
    if let occupancy { return occupancy.since }
    guard service.state == .inService, let hold else { return service.since }
    return hold.expiresAt > now ? hold.madeAt : max(service.since, hold.expiresAt)
  }

  /// The middle of the row: the patient, whom the room is held for, why it is closed, how long it has been cleaned
  /// for, or what a free room offers.
  package func note(at now: Timestamp) -> String {
    switch code(at: now) {
    case .occupied, .isolated: occupancy?.patient.name.listed ?? ""
    case .held: hold?.label ?? ""
    case .closed: service.reason
    case .housekeeping, .contaminated: max(.zero, now - service.since).spoken
    case .free: features
    }
  }
}

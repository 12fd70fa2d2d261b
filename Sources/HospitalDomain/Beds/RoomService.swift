/// What can be done to the readiness of a room.
package enum RoomAct: String, CaseIterable, Hashable, Sendable {
  /// Housekeeping has finished.
  case markClean
  /// A terminal clean has been done.
  case terminalClean
  /// The room is sent to housekeeping though it is empty.
  case sendToHousekeeping
  /// The room is sent to a terminal clean though it is empty.
  case declareContaminated
  /// The room is taken out of service.
  case close
  /// The room is put back into service.
  case reopen

  /// What the room cannot be, in a refusal.
  package var title: String {
    switch self {
    case .markClean: "marked clean"
    case .terminalClean: "terminally cleaned"
    case .sendToHousekeeping: "sent to housekeeping"
    case .declareContaminated: "declared contaminated"
    case .close: "closed"
    case .reopen: "put back into service"
    }
  }
}

extension RoomStanding {
  /// The readiness of the room after an act, or the refusal that says why not.
  ///
  /// Nothing can be done to a room while a patient is in it. A held room can be closed only after its hold is let
  /// go, so that nobody arrives at a closed door. A contaminated room is not free after an ordinary clean.
  package func service(after act: RoomAct, at now: Timestamp, clock: LocalTime) throws(Refusal) -> RoomServiceState {
    if let occupant { throw .roomOccupied(room: number, by: occupant.name, act: act.title) }
    switch (service, act) {
    case (.housekeeping, .markClean), (.contaminated, .terminalClean): return .inService
    case (.contaminated, .markClean):
      throw .roomNotReady(
        room: number, because: service.condition,
        advice: "an ordinary clean is not enough, so record the terminal clean")
    case (.inService, .sendToHousekeeping): return .housekeeping
    case (.inService, .declareContaminated), (.housekeeping, .declareContaminated): return .contaminated
    case (.housekeeping, .close), (.contaminated, .close):
      throw .roomNotReady(room: number, because: service.condition, advice: "record it as clean before closing it")
    case (.inService, .close):
      if let hold = liveHold(at: now) {
        throw .roomHeld(room: number, for: hold.label, until: clock.text(hold.expires))
      }
      return .closed
    case (.closed, .reopen): return .inService
    default: throw .roomCannot(act, room: number, code: code(at: now))
    }
  }
}

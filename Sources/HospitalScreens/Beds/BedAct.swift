import HospitalDomain
import HospitalServices

/// What can be done to a room of the board (A3, A7, B5).
package enum BedAct: String, CaseIterable, Hashable, Sendable {
  case admit, transfer, hold, letGo, cleaned, needsCleaning, block, reopen, isolate, endIsolation, planDischarge, assign
  case leave, terminallyCleaned

  /// What has to be allowed for it.
  package var permission: Permission {
    switch self {
    case .admit: .admitPatient
    case .transfer: .transferPatient
    case .hold, .letGo: .holdRoom
    case .cleaned, .terminallyCleaned, .needsCleaning: .cleanRoom
    case .block, .reopen: .blockRoom
    case .isolate, .endIsolation: .isolateRoom
    case .planDischarge: .planDischarge
    case .assign: .assignStaff
    case .leave: .recordExit
    }
  }

  /// What of a patient's stay it changes that somebody else may change meanwhile; nil for what begins or ends something.
  var changed: CareChange? {
    switch self {
    case .assign: .assignment
    case .planDischarge: .expectedDischarge
    case .isolate: .isolation
    default: nil
    }
  }

  /// What its form does, in a word or two, for the footer.
  package var verb: String {
    switch self {
    case .admit: "Admit"
    case .transfer: "Transfer"
    case .hold: "Hold"
    case .block: "Block"
    case .isolate: "Isolate"
    case .leave: "Left"
    case .assign: "Assign"
    default: "Save"
    }
  }

  /// What rooms are after it, after a number of rooms: `are clean and free`.
  var outcome: String {
    switch self {
    case .cleaned, .terminallyCleaned: "are clean and free"
    case .needsCleaning: "are in housekeeping"
    case .letGo: "are held no longer"
    case .block: "are closed"
    case .reopen: "are in service again"
    case .endIsolation: "are under isolation no longer"
    default: "are done"
    }
  }

  /// Whether it is done at once, without a form; it can then be done to many rooms.
  package var isImmediate: Bool {
    switch self {
    case .letGo, .cleaned, .terminallyCleaned, .needsCleaning, .reopen, .endIsolation: true
    default: false
    }
  }

  /// Whether it can be done to many rooms that are marked.
  package var takesMany: Bool { isImmediate || self == .block }

  /// Why the state of a room stands in its way; nil if it does not. The services say the last word.
  package func refusal(for row: RoomBoardRow, at now: Timestamp, clock: LocalTime) -> Refusal? {
    do throws(Refusal) {
      switch self {
      case .admit: return row.refusalToAdmit(at: now, clock: clock)
      case .hold: try HoldRule.check(row.standing, until: now + .hours(1), at: now, clock: clock)
      case .letGo: return row.code(at: now) == .held ? nil : .notHeld(row.number)
      case .cleaned: _ = try row.standing.service(after: .markClean, at: now, clock: clock)
      case .terminallyCleaned: _ = try row.standing.service(after: .terminalClean, at: now, clock: clock)
      case .needsCleaning: _ = try row.standing.service(after: .sendToHousekeeping, at: now, clock: clock)
      case .block: _ = try row.standing.service(after: .close, at: now, clock: clock)
      case .reopen: _ = try row.standing.service(after: .reopen, at: now, clock: clock)
      case .transfer, .isolate, .planDischarge, .assign, .leave:
        return row.occupancy == nil ? .nobodyThere(row, at: now) : nil
      case .endIsolation:
        guard let occupancy = row.occupancy else { return .nobodyThere(row, at: now) }
        return occupancy.isolation == nil ? .notIsolated(row.number) : nil
      }
      return nil
    } catch {
      return error
    }
  }
}

extension RoomBoardRow {
  /// Why nobody can be admitted to the room, whoever they are. A hold for a patient lets that patient in.
  func refusalToAdmit(at now: Timestamp, clock: LocalTime) -> Refusal? {
    if let occupancy { return .roomTaken(room: number, by: occupancy.patient.name) }
    let standing = standing
    switch service.state {
    case .inService: break
    case .housekeeping:
      return .roomNotReady(
        room: number, because: service.state.condition, advice: "mark it clean first, or choose another room")
    case .contaminated, .closed:
      return .roomNotReady(room: number, because: service.state.condition, advice: "choose another room")
    }
    guard let hold = standing.liveHold(at: now), hold.patient == nil else { return nil }
    return .roomHeld(room: number, for: hold.label, until: clock.text(hold.expires))
  }
}

extension RoomBoardRow {
  /// The patient whom a form or an act of this row is about: what it does is done to nobody else.
  func expectedBedside(at now: Timestamp) throws -> Bedside {
    guard let bedside else { throw Refusal.nobodyThere(self, at: now) }
    return bedside
  }
}

extension Refusal {
  static func notHeld(_ room: String) -> Refusal {
    Refusal(code: "hold.none", sentence: "\(room) is not held; there is nothing to let go.", field: "room")
  }

  static func nobodyThere(_ row: RoomBoardRow, at now: Timestamp) -> Refusal {
    Refusal(
      code: "bed.empty", sentence: "\(row.number) is \(row.code(at: now).title); choose a room with a patient.",
      field: "room")
  }

  static func notIsolated(_ room: String) -> Refusal {
    Refusal(
      code: "bed.notIsolated", sentence: "\(room) is not under isolation; there is nothing to end.", field: "room")
  }
}

extension RoomBoardRow {
  /// The short name of the ward: the first word of a department whose name begins with one such as `4A`, else the whole
  /// name.
  package var ward: String {
    let first = department.name.prefix { $0 != " " }
    return first.contains(where: \.isASCIIDigit) ? String(first) : department.name
  }

  /// Since when the room is as it is: the stay, else the live hold, else its own state.
  package func since(at now: Timestamp) -> Timestamp {
    if let occupancy { return occupancy.since }
    if service.state == .inService, let hold {
      return hold.expiresAt > now ? hold.madeAt : max(service.since, hold.expiresAt)
    }
    return service.since
  }

  /// The row as filters, orders and forecasts see it.
  package func boardRoom(at now: Timestamp) -> BoardRoom {
    BoardRoom(
      standing: standing, ward: ward, department: department.name, bay: bay, kind: kind, features: features,
      doctor: occupancy?.doctorName.listed ?? "", nurse: occupancy?.staffName.listed ?? "", since: since(at: now))
  }

  /// The patient in the room, or the one that it is held for.
  package func patient(at now: Timestamp) -> PatientLine? {
    if let occupancy { return occupancy.patient }
    return code(at: now) == .held ? hold?.patient : nil
  }
}

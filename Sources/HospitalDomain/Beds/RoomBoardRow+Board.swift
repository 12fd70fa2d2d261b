extension RoomBoardRow {
  /// The short name of the ward: the first word of a department whose name begins with one such as `4A`, else the whole
  /// name.
  package var ward: String {
    let first = department.name.prefix { $0 != " " }
    return first.contains(where: \.isASCIIDigit) ? String(first) : department.name
  }

  /// The patient in the room, or the one that it is held for.
  package func patient(at now: Timestamp) -> PatientLine? {
    if let occupancy { return occupancy.patient }
    return code(at: now) == .held ? hold?.patient : nil
  }
}

import HospitalDomain
import HospitalRecords

extension BedService {
  /// Takes rooms out of service for the isolation that a patient is under, as far as they are free; those with patients
  /// stay as they are. One that is closed for another patient's isolation already is closed for both.
  ///
  /// - Returns: the rooms that were open before.
  @discardableResult
  func close(_ rooms: [RoomID], for admission: AdmissionID, in row: RoomBoardRow, _ records: Records) throws
    -> [RoomBoardRow]
  {
    try rooms.compactMap { id in
      guard let room = try records.board.row(id) else { return nil }
      if try records.isolationRooms.isClosed(id) {
        try records.isolationRooms.tie(id, to: admission)
        return nil
      }
      guard room.code(at: records.now) == .free else { return nil }
      try records.holds.expire(in: id)
      guard
        try records.rooms.setService(.closed, from: .inService, of: id, because: "isolation in \(row.number)")
      else { return nil }
      try records.isolationRooms.tie(id, to: admission)
      return room
    }
  }

  /// Puts the rooms that are closed for the isolation of a patient into service again, before it ends or they leave.
  @discardableResult
  func openBay(for admission: AdmissionID, in records: Records) throws -> [RoomBoardRow] {
    try records.isolationRooms.closed(for: admission).compactMap { id in
      let isOpen = try records.rooms.setService(.inService, from: .closed, of: id, because: "isolation ended")
      return isOpen ? try records.board.row(id) : nil
    }
  }
}

extension Records {
  /// The other rooms of the bay that a room is in; none for a room of its own.
  func otherRooms(inBayOf row: RoomBoardRow) throws -> [RoomBoardRow] {
    guard !row.bay.isEmpty else { return [] }
    return try board.rows().filter {
      $0.bay == row.bay && $0.department.id == row.department.id && $0.id != row.id
    }
  }
}

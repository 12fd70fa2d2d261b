import HospitalDomain
import HospitalRecords

extension RoomService {
  /// Adds a run of rooms in one act: all of them or none. Each has an entry of its own in the audit trail.
  ///
  /// - Throws: `Refusal.roomNumberTaken` of the first number that another room has.
  @discardableResult package func add(_ rooms: [RoomDescription]) throws -> [RoomID] {
    let whole = rooms.count == 1 ? "" : "\(Listing.count(rooms.count, "room")) in one act"
    return try session.perform(
      .manageRooms, on: AuditSubject(kind: "room", id: ""), as: .create, because: whole
    ) { records in
      try rooms.enumerated().map { place, room in
        try checkNumber(room.number, besides: nil, in: records)
        let id = try records.rooms.add(room)
        if place > 0 {
          let subject = AuditSubject(kind: "room", id: id.text)
          try session.note(.create, .manageRooms, on: subject, because: whole, in: records)
        }
        return id
      }
    }
  }
}

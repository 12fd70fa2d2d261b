import HospitalDomain
import HospitalRecords

extension RoomService {
  /// Adds a run of rooms in one act: all of them or none. Each has an entry of its own in the audit trail.
  ///
  /// - Throws: `Refusal.roomNumberTaken` of the first number that another room has.
  @discardableResult package func add(_ rooms: [RoomDescription]) throws -> [RoomID] {
    let whole = rooms.count == 1 ? "" : "\(Listing.count(rooms.count, "room")) in one act"
    return try session.createAll(.manageRooms, "room", because: whole) { records in
      try rooms.map { try add($0, in: records) }
    }
  }
}

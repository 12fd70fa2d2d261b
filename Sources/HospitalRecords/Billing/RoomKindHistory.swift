import DatabaseKit
import HospitalDomain

extension Transaction {
  /// What rooms were before they became what they are, by the id of the room and the earliest first: a night is charged
  /// for the room that it was. Rooms that never changed are left out.
  ///
  /// - Parameter rooms: a query for rows of `room`.
  func formerRoomKinds(_ rooms: SQLStatement) throws -> [String: [RoomNights.FormerKind]] {
    try rows(
      """
      SELECT former.room_id, former.kind, COALESCE(next.recorded_at, now.recorded_at) AS until
      FROM (\(part: rooms)) AS now JOIN room_version AS former ON former.room_id = now.id
        LEFT JOIN room_version AS next ON next.room_id = former.room_id AND next.version = former.version + 1
      WHERE former.kind <> COALESCE(next.kind, now.kind) ORDER BY former.room_id, former.version
      """
    ).reduce(into: [:]) { kinds, row in
      let former = RoomNights.FormerKind(try row.code("kind"), until: try row.timestamp("until"))
      kinds[try row.text("room_id"), default: []].append(former)
    }
  }
}

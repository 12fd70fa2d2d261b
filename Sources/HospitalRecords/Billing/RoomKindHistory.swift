import DatabaseKit
import HospitalDomain

extension Migration {
  /// What a room was is found without its other versions: each clean makes some.
  static let roomKinds = Migration(
    "2026-11-room-kinds", [.define("CREATE INDEX room_version_by_kind ON room_version (room_id, kind)")])
}

extension Transaction {
  /// When rooms were something else than they are, by the id of the room: a night is charged for the room that it was.
  /// Rooms that never changed are left out.
  ///
  /// - Parameter rooms: a query for rows of `room`.
  func formerRoomKinds(_ rooms: SQLStatement) throws -> [String: [RoomNights.FormerKind]] {
    func others(_ comparison: SQLStatement) -> SQLStatement {
      """
      SELECT former.room_id, former.kind, former.version, former.recorded_at,
        COALESCE(next.recorded_at, matched.recorded_at) AS until
      FROM matched JOIN room_version AS former
          ON former.room_id = matched.id AND former.kind \(part: comparison) matched.kind
        LEFT JOIN room_version AS next ON next.room_id = former.room_id AND next.version = former.version + 1
      """
    }
    return try rows(
      "WITH matched AS (\(part: rooms)) \(part: others("<")) UNION ALL \(part: others(">"))"
    ).reduce(into: [:]) { kinds, row in
      let former = RoomNights.FormerKind(
        try row.code("kind"), from: try row.count("version") == 1 ? nil : try row.timestamp("recorded_at"),
        until: try row.timestamp("until"))
      kinds[try row.text("room_id"), default: []].append(former)
    }
  }
}

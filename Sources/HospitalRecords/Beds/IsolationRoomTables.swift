import DatabaseKit

extension Migration {
  /// Which rooms are closed for which isolation and stay (A3): they open with the end of either, which does not come without.
  static let isolationRooms = Migration(
    "2026-11-isolation-rooms",
    [
      .define(
        """
        CREATE TABLE isolation_room (
          isolation_id TEXT NOT NULL REFERENCES isolation (id),
          stay_id TEXT NOT NULL REFERENCES stay (id),
          room_id TEXT NOT NULL REFERENCES room (id),
          closed_at BIGINT NOT NULL,
          PRIMARY KEY (isolation_id, stay_id, room_id, closed_at))
        """),
      .define("CREATE INDEX isolation_room_by_room ON isolation_room (room_id, closed_at)"),
      .define("CREATE INDEX isolation_by_admission ON isolation (admission_id)"),
      .appendOnly(table: "isolation_room"),
      .neverReplaced("isolation_room", keys: [.key("isolation_id", "stay_id", "room_id", "closed_at")], changing: nil),
      IsolationRoomSQL.takeOver,
      .refuse(
        "isolation_room_is_closed", on: "isolation_room", .insert,
        when: """
          NOT EXISTS (SELECT 1 FROM room WHERE id = NEW.room_id AND service_state = 'closed'
            AND service_since = NEW.closed_at)
          OR NOT EXISTS (SELECT 1 FROM isolation JOIN stay ON stay.admission_id = isolation.admission_id
            WHERE isolation.id = NEW.isolation_id AND isolation.ended_at IS NULL
            AND stay.id = NEW.stay_id AND stay.ended_at IS NULL)
          """,
        saying: "a room belongs to an isolation that stands, from when it was closed"),
      .refuse(
        "isolation_ends_with_bay_open", on: "isolation", .update,
        when:
          "NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL AND \(IsolationRoomSQL.keepsClosed("NEW.admission_id"))",
        saying: IsolationRoomSQL.sentence),
      .refuse(
        "stay_ends_with_bay_open", on: "stay", .update,
        when:
          "NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL AND \(IsolationRoomSQL.keepsClosed("NEW.admission_id"))",
        saying: IsolationRoomSQL.sentence),
    ])
}

/// What it means that a room is closed for an isolation, in one place for the guards and the records.
enum IsolationRoomSQL {
  static let sentence = "rooms are closed for the isolation: open them first"

  /// The rooms, as `room`, that are closed for isolations that stand, as `isolation`, while the patient is in the bay.
  static let closedRooms = """
    isolation_room JOIN isolation ON isolation.id = isolation_room.isolation_id AND isolation.ended_at IS NULL
      JOIN stay ON stay.id = isolation_room.stay_id AND stay.ended_at IS NULL
      JOIN room ON room.id = isolation_room.room_id AND room.service_state = 'closed'
        AND room.service_since = isolation_room.closed_at
    """

  /// The condition that one of them is closed for no other patient's isolation as well.
  static let isClosedForNobodyElse = """
    NOT EXISTS (SELECT 1 FROM isolation_room AS shared JOIN isolation AS other ON other.id = shared.isolation_id
      JOIN stay AS others ON others.id = shared.stay_id AND others.ended_at IS NULL
      WHERE shared.room_id = isolation_room.room_id AND shared.closed_at = isolation_room.closed_at
        AND other.ended_at IS NULL AND other.admission_id <> isolation.admission_id)
    """

  /// The condition that the isolation of an admission keeps rooms closed.
  static func keepsClosed(_ admission: String) -> String {
    """
    EXISTS (SELECT 1 FROM \(closedRooms) WHERE isolation.admission_id = \(admission) AND \(isClosedForNobodyElse))
    """
  }

  /// Rooms that were closed before they were tied to an isolation said so in words.
  static let takeOver = MigrationStep.define(
    """
    INSERT INTO isolation_room (isolation_id, stay_id, room_id, closed_at)
    SELECT isolation.id, stay.id, room.id, room.service_since FROM isolation
      JOIN stay ON stay.admission_id = isolation.admission_id AND stay.ended_at IS NULL
      JOIN room AS origin ON origin.id = stay.room_id
      JOIN room ON room.department_id = origin.department_id AND room.bay = origin.bay AND room.id <> origin.id
        AND room.service_state = 'closed' AND room.service_reason = 'isolation in ' || origin.number
    WHERE isolation.ended_at IS NULL AND origin.bay <> ''
    """)
}

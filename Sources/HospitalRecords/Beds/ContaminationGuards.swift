import DatabaseKit

extension Migration {
  /// A room in which an infectious isolation stood is neither cleaned as usual, nor closed, nor used before the terminal
  /// clean (A3).
  static let contamination = Migration(
    "2026-11-contamination",
    [
      .refuse(
        "room_left_contaminated", on: "room", .update,
        when: """
          NEW.service_state IN ('housekeeping', 'closed') AND (OLD.service_state = 'contaminated'
            OR (OLD.service_state = 'in-service' AND EXISTS (
              SELECT 1 FROM \(ContaminationSQL.isolations(in: "NEW.id", since: "OLD.service_since"))
              AND isolation.kind <> 'protective')))
          """,
        saying: ContaminationSQL.sentence),
      .refuse(
        "stay_in_contaminated_room", on: "stay", .insert,
        when: """
          EXISTS (
            SELECT 1 FROM \(ContaminationSQL.isolations(
              in: "NEW.room_id", since: "(SELECT service_since FROM room WHERE id = NEW.room_id)"))
            AND isolation.kind <> 'protective' AND stay.admission_id <> NEW.admission_id)
          """,
        saying: ContaminationSQL.sentence),
    ])
}

/// Which isolations stood in a room, in one place for the guards and the records.
enum ContaminationSQL {
  static let sentence = "an infectious isolation stood in the room: it waits for a terminal clean"

  /// The isolations, as `isolation`, that stood during stays in a room which ended after a time, or have not ended.
  static func isolations(in room: String, since time: String) -> String {
    """
    stay JOIN isolation ON isolation.admission_id = stay.admission_id
      AND (stay.ended_at IS NULL OR isolation.started_at <= stay.ended_at)
      AND (isolation.ended_at IS NULL OR isolation.ended_at >= stay.started_at)
    WHERE stay.room_id = \(room) AND (stay.ended_at IS NULL OR stay.ended_at > \(time))
    """
  }
}

import DatabaseKit

extension Migration {
  /// The view `room_board`, one row for each room that is not retired, for people and reports.
  static let roomBoard = Migration(
    "2026-11-room-board",
    [
      .view(name: "room_board") { dialect in
        """
        SELECT room.number AS number, department.name AS department, \(RoomBoardSQL.code(now: dialect.nowMilliseconds)) AS code,
          COALESCE(survivor.number, patient.number) AS patient_number,
          COALESCE(stay.started_at, hold.made_at, room.service_since) AS since,
          room.id AS room_id, department.id AS department_id, department.hospital_id AS hospital_id
        FROM \(RoomBoardSQL.tables) WHERE room.retired_at IS NULL
        """
      }
    ])
}

extension Migration {
  /// The same view with a patient, and a time since when, that follow the code: who is in the room or has it held, else since
  /// when the room is as it is.
  static let roomBoardByCode = Migration(
    "2026-11-room-board-by-code",
    [
      .define("DROP VIEW room_board"),
      .view(name: "room_board") { dialect in
        let isHeld = "room.service_state = 'in-service' AND hold.expires_at > \(dialect.nowMilliseconds)"
        return """
          SELECT room.number AS number, department.name AS department, \(RoomBoardSQL.code(now: dialect.nowMilliseconds)) AS code,
            CASE WHEN stay.id IS NOT NULL OR (\(isHeld)) THEN COALESCE(survivor.number, patient.number) END AS patient_number,
            CASE WHEN stay.id IS NOT NULL THEN stay.started_at WHEN \(isHeld) THEN hold.made_at
              ELSE room.service_since END AS since,
            room.id AS room_id, department.id AS department_id, department.hospital_id AS hospital_id
          FROM \(RoomBoardSQL.tables) WHERE room.retired_at IS NULL
          """
      },
    ])
}

/// The one place that says how the state of a room follows from what is recorded (HL7 v2 table 0116).
enum RoomBoardSQL {
  /// The board code of a room: an open stay, else the room's own state, else a live hold, else unoccupied.
  static func code(now: String) -> String {
    """
    CASE WHEN stay.id IS NOT NULL THEN CASE WHEN isolation.id IS NOT NULL THEN 'I' ELSE 'O' END
      WHEN room.service_state = 'housekeeping' THEN 'H' WHEN room.service_state = 'contaminated' THEN 'K'
      WHEN room.service_state = 'closed' THEN 'C'
      WHEN hold.expires_at > \(now) THEN 'R' ELSE 'U' END
    """
  }

  /// The rooms with what stands around each: department, open stay, admission, patient, isolation and hold. A record that
  /// was merged away shows as the record that survived.
  static let tables = """
    room JOIN department ON department.id = room.department_id
    LEFT JOIN stay ON stay.room_id = room.id AND stay.ended_at IS NULL
    LEFT JOIN admission ON admission.id = stay.admission_id
    LEFT JOIN isolation ON isolation.admission_id = admission.id AND isolation.ended_at IS NULL
    LEFT JOIN hold ON hold.room_id = room.id AND hold.status = 'active' AND stay.id IS NULL
    LEFT JOIN patient ON patient.id = COALESCE(admission.patient_id, hold.patient_id)
    LEFT JOIN patient_merge ON patient_merge.patient_id = patient.id AND patient_merge.undone_at IS NULL
    LEFT JOIN patient AS survivor ON survivor.id = patient_merge.survivor_id
    """
}

import DatabaseKit

extension Migration {
  /// Rooms, admissions, stays, holds and isolation (A1–A3, B4, B5). Whether a room is occupied is not stored: an open stay
  /// points at it.
  static let beds = Migration(
    "2026-11-beds",
    RoomSchema.rooms + AdmissionSchema.admissions + StaySchema.stays + HoldSchema.holds + AdmissionSchema.isolation)
}

/// Rooms: one bed space each, with the service state that they keep themselves.
enum RoomSchema {
  static let kinds = [
    "general", "private", "semi-private", "icu", "hdu", "isolation", "maternity", "cot", "paediatric", "day-case",
    "emergency", "recovery",
  ]

  static let rooms =
    MigrationStep.versionedTable(
      "room",
      fixed: [],
      columns: [
        ("department_id", "TEXT NOT NULL REFERENCES department (id)"),
        ("number", "TEXT NOT NULL CHECK (\(Check.said("number", atMost: 20)))"),
        ("bay", "TEXT NOT NULL"),
        ("kind", "TEXT NOT NULL CHECK (\(Check.oneOf("kind", kinds)))"),
        ("features", "TEXT NOT NULL"),
        (
          "service_state",
          "TEXT NOT NULL CHECK (\(Check.oneOf("service_state", ["in-service", "housekeeping", "contaminated", "closed"])))"
        ),
        ("service_since", "BIGINT NOT NULL"),
        ("service_reason", "TEXT NOT NULL"),
        ("reopens_at", "BIGINT"),
        ("retired_at", "BIGINT"),
      ],
      rules: ["CHECK (service_state <> 'closed' OR length(trim(service_reason)) > 0)"])
    + [
      .define("CREATE UNIQUE INDEX room_one_number ON room (department_id, number) WHERE retired_at IS NULL"),
      .define("CREATE INDEX room_by_number ON room (number)"),
      .define("CREATE INDEX room_by_bay ON room (department_id, bay)"),
      .refuse(
        "department_with_rooms", on: "department", .update,
        when: """
          NEW.retired_at IS NOT NULL AND EXISTS (SELECT 1 FROM room WHERE department_id = NEW.id AND retired_at IS NULL)
          """,
        saying: "a department with rooms is not retired: retire or move its rooms first"),
      .announce("room", from: "room", keys: "SELECT ROW.id AS key"),
      .announce("room", from: "department", keys: "SELECT id AS key FROM room WHERE department_id = ROW.id"),
    ]
}

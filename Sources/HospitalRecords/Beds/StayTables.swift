import DatabaseKit

/// Stays: from when to when an admission was in a room, and who is assigned there (B4, B5). At most one open stay for a
/// room and for an admission, and no two stays of either that overlap, past ones included.
enum StaySchema {
  static let stays =
    MigrationStep.versionedTable(
      "stay",
      fixed: [
        ("admission_id", "TEXT NOT NULL REFERENCES admission (id)"),
        ("room_id", "TEXT NOT NULL REFERENCES room (id)"),
        ("started_at", "BIGINT NOT NULL"),
      ],
      columns: [
        ("staff_id", "TEXT NOT NULL REFERENCES staff (id)"),
        ("ended_at", "BIGINT"),
      ], rules: ["CHECK (ended_at IS NULL OR ended_at >= started_at)"])
    + [
      .define("CREATE UNIQUE INDEX stay_one_open_in_room ON stay (room_id) WHERE ended_at IS NULL"),
      .define("CREATE UNIQUE INDEX stay_one_open_of_admission ON stay (admission_id) WHERE ended_at IS NULL"),
      .define("CREATE INDEX stay_by_room ON stay (room_id, ended_at)"),
      .define("CREATE INDEX stay_by_admission ON stay (admission_id, ended_at)"),
      .define("CREATE INDEX stay_by_staff ON stay (staff_id) WHERE ended_at IS NULL"),
      guardOnStart("stay_room_free_then", overlap("room_id"), "the room was taken during that time"),
      guardOnStart("stay_patient_free_then", overlap("admission_id"), "the patient was in another room at that time"),
      guardOnStart(
        "stay_room_in_service",
        """
        EXISTS (SELECT 1 FROM room WHERE id = NEW.room_id AND (service_state <> 'in-service' OR retired_at IS NOT NULL))
        """, "the room is not in service"),
      guardOnStart(
        "stay_of_open_admission",
        "NOT EXISTS (SELECT 1 FROM admission WHERE id = NEW.admission_id AND status IN ('in-progress', 'on-hold'))",
        "only an open admission has a room"),
      guardOnStart(
        "stay_room_not_held",
        """
        EXISTS (SELECT 1 FROM hold WHERE room_id = NEW.room_id AND status = 'active' AND expires_at > NEW.started_at)
        """, "the room is held: use the hold or let it go first"),
      guardOnStart(
        "stay_staff_present", "EXISTS (SELECT 1 FROM staff WHERE id = NEW.staff_id AND left_at IS NOT NULL)",
        "an employee who left is not assigned"),
      .refuse(
        "stay_ended_is_fixed", on: "stay", .update, when: "OLD.ended_at IS NOT NULL",
        saying: "a stay that ended is never changed"),
      .refuse(
        "room_with_patient", on: "room", .update,
        when: """
          (NEW.service_state <> 'in-service' OR NEW.retired_at IS NOT NULL OR NEW.department_id <> OLD.department_id)
          AND EXISTS (SELECT 1 FROM stay WHERE room_id = NEW.id AND ended_at IS NULL)
          """,
        saying: "a room with a patient in it stays in service"),
      .refuse(
        "admission_with_room", on: "admission", .update,
        when: """
          NEW.status NOT IN ('in-progress', 'on-hold')
          AND EXISTS (SELECT 1 FROM stay WHERE admission_id = NEW.id AND ended_at IS NULL)
          """,
        saying: "an admission with a room is open: record the physical exit first"),
      .announce("room", from: "stay", keys: "SELECT ROW.room_id AS key"),
    ] + people

  /// Nobody leaves who still has patients in rooms.
  private static let people: [MigrationStep] = [
    .refuse(
      "doctor_with_patients", on: "doctor", .update,
      when: """
        NEW.left_at IS NOT NULL AND EXISTS (
          SELECT 1 FROM admission JOIN stay ON stay.admission_id = admission.id AND stay.ended_at IS NULL
          WHERE admission.doctor_id = NEW.id AND admission.status IN ('in-progress', 'on-hold'))
        """,
      saying: "a doctor with patients does not leave: assign another first"),
    .refuse(
      "staff_with_patients", on: "staff", .update,
      when: """
        NEW.left_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM stay WHERE staff_id = NEW.id AND ended_at IS NULL)
        """,
      saying: "an employee with patients does not leave: assign another first"),
  ]

  private static func guardOnStart(_ name: String, _ condition: String, _ sentence: String) -> MigrationStep {
    .refuse(name, on: "stay", .insert, when: condition, saying: sentence)
  }

  /// Half-open intervals: a stay that ends when the next begins does not overlap it.
  private static func overlap(_ column: String) -> String {
    """
    EXISTS (SELECT 1 FROM stay AS other WHERE other.\(column) = NEW.\(column)
      AND (other.ended_at IS NULL OR other.ended_at > NEW.started_at)
      AND (NEW.ended_at IS NULL OR other.started_at < NEW.ended_at))
    """
  }
}

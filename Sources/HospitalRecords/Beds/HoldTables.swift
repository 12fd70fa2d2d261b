import DatabaseKit

/// Holds: a room kept for someone until a time. At most one live hold for a room.
enum HoldSchema {
  static let holds: [MigrationStep] = [
    .define(
      """
      CREATE TABLE hold (
        id TEXT NOT NULL PRIMARY KEY,
        room_id TEXT NOT NULL REFERENCES room (id),
        patient_id TEXT REFERENCES patient (id),
        note TEXT NOT NULL,
        status TEXT NOT NULL CHECK (\(Check.oneOf("status", ["active", "used", "expired", "cancelled"]))),
        made_at BIGINT NOT NULL,
        made_by TEXT NOT NULL REFERENCES account (id),
        expires_at BIGINT NOT NULL,
        ended_at BIGINT,
        ended_by TEXT REFERENCES account (id),
        CHECK (expires_at > made_at),
        CHECK (patient_id IS NOT NULL OR length(trim(note)) > 0),
        CHECK ((status = 'active') = (ended_at IS NULL)))
      """),
    .define("CREATE UNIQUE INDEX hold_one_live ON hold (room_id) WHERE status = 'active'"),
    .define("CREATE INDEX hold_by_patient ON hold (patient_id) WHERE status = 'active'"),
    .keepForEver(table: "hold"),
    .refuse(
      "hold_of_free_room", on: "hold", .insert,
      when: """
        EXISTS (SELECT 1 FROM stay WHERE room_id = NEW.room_id AND ended_at IS NULL)
        OR EXISTS (SELECT 1 FROM room WHERE id = NEW.room_id AND (service_state = 'closed' OR retired_at IS NOT NULL))
        """,
      saying: "a room that is occupied or closed is not held"),
    .refuse(
      "hold_only_ends", on: "hold", .update,
      when: """
        OLD.status <> 'active' OR NEW.id IS NOT OLD.id OR NEW.room_id IS NOT OLD.room_id
        OR NEW.patient_id IS NOT OLD.patient_id OR NEW.note IS NOT OLD.note OR NEW.made_at IS NOT OLD.made_at
        OR NEW.made_by IS NOT OLD.made_by OR NEW.expires_at IS NOT OLD.expires_at
        """,
      saying: "a hold ends, and is never changed"),
    .refuse(
      "room_closed_while_held", on: "room", .update,
      when: """
        (NEW.service_state = 'closed' OR NEW.retired_at IS NOT NULL)
        AND EXISTS (SELECT 1 FROM hold WHERE room_id = NEW.id AND status = 'active' AND expires_at > NEW.recorded_at)
        """,
      saying: "the room is held: let the hold go first"),
    .announce("room", from: "hold", keys: "SELECT ROW.room_id AS key"),
  ]
}

import DatabaseKit

/// Admissions (FHIR encounters) and the isolation that a patient is under during one.
enum AdmissionSchema {
  static let admissions =
    MigrationStep.versionedTable(
      "admission",
      fixed: [
        ("patient_id", "TEXT NOT NULL REFERENCES patient (id)"),
        ("hospital_id", "TEXT NOT NULL REFERENCES hospital (id)"),
      ],
      columns: [
        ("class", "TEXT NOT NULL CHECK (\(Check.oneOf("class", ["IMP", "AMB", "EMER"])))"),
        ("type", "TEXT NOT NULL CHECK (\(Check.oneOf("type", ["A", "E", "L", "R", "N", "U", "C"])))"),
        (
          "status",
          "TEXT NOT NULL CHECK (\(Check.oneOf("status", ["planned", "in-progress", "on-hold", "discharged", "completed", "cancelled", "entered-in-error"])))"
        ),
        ("doctor_id", "TEXT NOT NULL REFERENCES doctor (id)"),
        ("complaint", "TEXT NOT NULL CHECK (\(Check.said("complaint", atMost: 2000)))"),
        ("admitted_at", "BIGINT"),
        ("expected_discharge_at", "BIGINT"),
        ("discharged_at", "BIGINT"),
        ("disposition", "TEXT"),
      ],
      rules: [
        "CHECK (status IN ('planned', 'cancelled', 'entered-in-error') OR admitted_at IS NOT NULL)",
        "CHECK (status NOT IN ('discharged', 'completed') OR discharged_at IS NOT NULL)",
        "CHECK (discharged_at IS NULL OR discharged_at >= admitted_at)",
      ])
    + [
      .define(
        "CREATE UNIQUE INDEX admission_one_open ON admission (patient_id) WHERE status IN ('in-progress', 'on-hold')"),
      .define("CREATE INDEX admission_by_patient ON admission (patient_id, admitted_at)"),
      .define("CREATE INDEX admission_by_doctor ON admission (doctor_id) WHERE status IN ('in-progress', 'on-hold')"),
      .define("CREATE INDEX admission_by_discharge ON admission (discharged_at) WHERE discharged_at IS NOT NULL"),
      .refuse(
        "admission_of_the_dead", on: "admission", .insert,
        when: """
          NEW.status IN ('planned', 'in-progress', 'on-hold')
          AND EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient_id AND died_at IS NOT NULL)
          """,
        saying: "a patient who died is not admitted"),
      .refuse(
        "admission_of_the_merged", on: "admission", .insert,
        when: "EXISTS (SELECT 1 FROM patient_merge WHERE patient_id = NEW.patient_id AND undone_at IS NULL)",
        saying: "this record was merged into another: admit the patient under that one"),
      .refuse(
        "admission_steps", on: "admission", .update,
        when: """
          NEW.status <> OLD.status AND NEW.status <> 'entered-in-error' AND NOT (
            (OLD.status = 'planned' AND NEW.status IN ('in-progress', 'cancelled'))
            OR (OLD.status = 'in-progress' AND NEW.status IN ('on-hold', 'discharged', 'cancelled'))
            OR (OLD.status = 'on-hold' AND NEW.status IN ('in-progress', 'discharged'))
            OR (OLD.status = 'discharged' AND NEW.status IN ('completed', 'in-progress')))
          """,
        saying: "an admission does not go from that state to this one"),
      .announce(
        "room", from: "admission",
        keys: "SELECT room_id AS key FROM stay WHERE admission_id = ROW.id AND ended_at IS NULL"),
      .announce(
        "room", from: "patient",
        keys: """
          SELECT stay.room_id AS key FROM admission JOIN stay ON stay.admission_id = admission.id
          WHERE admission.patient_id = ROW.id AND stay.ended_at IS NULL
          UNION SELECT hold.room_id FROM hold WHERE hold.patient_id = ROW.id AND hold.status = 'active'
          """),
      .announce(
        "room", from: "patient_merge",
        keys: """
          SELECT stay.room_id AS key FROM admission JOIN stay ON stay.admission_id = admission.id
          WHERE admission.patient_id = ROW.patient_id AND stay.ended_at IS NULL
          """),
    ]

  static let isolation: [MigrationStep] = [
    .define(
      """
      CREATE TABLE isolation (
        id TEXT NOT NULL PRIMARY KEY,
        admission_id TEXT NOT NULL REFERENCES admission (id),
        kind TEXT NOT NULL CHECK (\(Check.oneOf("kind", ["contact", "droplet", "airborne", "protective"]))),
        started_at BIGINT NOT NULL,
        started_by TEXT NOT NULL REFERENCES account (id),
        reason TEXT NOT NULL CHECK (\(Check.said("reason", atMost: 2000))),
        ended_at BIGINT,
        ended_by TEXT REFERENCES account (id),
        CHECK (ended_at IS NULL OR ended_at >= started_at),
        CHECK ((ended_at IS NULL) = (ended_by IS NULL)))
      """),
    .define("CREATE UNIQUE INDEX isolation_one_open ON isolation (admission_id) WHERE ended_at IS NULL"),
    .keepForEver(table: "isolation"),
    .refuse(
      "isolation_only_ended", on: "isolation", .update,
      when: """
        OLD.ended_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.admission_id IS NOT OLD.admission_id
        OR NEW.kind IS NOT OLD.kind OR NEW.started_at IS NOT OLD.started_at OR NEW.started_by IS NOT OLD.started_by
        OR NEW.reason IS NOT OLD.reason
        """,
      saying: "isolation is ended, never changed"),
    .announce(
      "room", from: "isolation",
      keys: "SELECT room_id AS key FROM stay WHERE admission_id = ROW.admission_id AND ended_at IS NULL"),
  ]
}
